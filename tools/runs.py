"""Prints, as JSON and the newest first, how the last runs of workflows of the main branch ended.

    python3 tools/runs.py publish audit upkeep fuzz

Only runs that nobody outside can cause are asked for: a pull request of a fork's branch `main` may bring a changed
workflow of ours, and its run is listed among those of our own `main`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

OURS = ("schedule", "push", "workflow_dispatch")
FIELDS = "workflowName,conclusion,createdAt,url"
#: Enough to find one that came to an end of its own.
MOST = 10


def main(*workflows: str) -> None:
    """Prints the runs of some workflows, named by their files."""
    runs = [run for workflow in workflows for event in OURS for run in last_runs(workflow, event)]
    print(json.dumps(sorted(runs, key=lambda run: run["createdAt"], reverse=True)))


def last_runs(workflow: str, event: str) -> list[dict[str, Any]]:
    """What GitHub's own program lists; it fails as that does."""
    which = ("--workflow", f"{workflow}.yml", "--branch", "main", "--event", event)
    command = ["gh", "run", "list", *which, "--limit", str(MOST), "--json", FIELDS]
    listed: list[dict[str, Any]] = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return listed


if __name__ == "__main__":
    main(*sys.argv[1:])
