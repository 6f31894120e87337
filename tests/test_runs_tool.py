"""The script that lists how the nightly jobs ended, with a stand-in for GitHub's program."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from affiche.desk.alarm import parse_runs

ROOT = Path(__file__).parents[1]
#: Answers with the runs of a workflow and an event, and leaves out every field that was not asked for.
GH = """#!{python}
import argparse, json, pathlib, sys
asked = argparse.ArgumentParser()
for name in ("workflow", "branch", "event", "limit", "json"):
    asked.add_argument("--" + name, required=True)
asked = asked.parse_args(sys.argv[3:])
which = (asked.workflow, asked.branch, asked.event)
runs = json.loads((pathlib.Path(__file__).parent / "runs.json").read_text())
ours = [run for run in runs if (run["file"], run["branch"], run["event"]) == which]
print(json.dumps([{{name: run[name] for name in asked.json.split(",")}} for run in ours[: int(asked.limit)]]))
"""


def run(workflow: str, event: str, at: str, conclusion: str = "success") -> dict[str, Any]:
    """A run of our branch, or of a fork's that has the same name."""
    return {
        "file": f"{workflow.lower()}.yml", "workflowName": workflow, "branch": "main", "event": event,
        "createdAt": f"2026-11-{at}:00Z", "conclusion": conclusion, "url": f"https://github.com/{workflow}/{at}",
    }  # fmt: skip


def listed(folder: Path, runs: list[dict[str, Any]], *workflows: str) -> list[str]:
    """The addresses of the runs that the script prints, in its order."""
    program = folder / "gh"
    program.write_text(GH.format(python=sys.executable), encoding="utf-8")
    program.chmod(0o755)
    (folder / "runs.json").write_text(json.dumps(runs), encoding="utf-8")
    command = [sys.executable, str(ROOT / "tools/runs.py"), *workflows]
    env = {"PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
    done = subprocess.run(command, check=True, env=env, capture_output=True, text=True)
    return [each.url.removeprefix("https://github.com/") for each in parse_runs(done.stdout)]


def test_runs_of_every_event_of_ours_are_listed_the_newest_first(tmp_path: Path) -> None:
    runs = [
        run("Publish", "schedule", "20T04:17"),
        run("Publish", "push", "20T15:00", "failure"),
        run("Publish", "workflow_dispatch", "20T16:00"),
        run("Audit", "schedule", "20T02:17"),
        run("Tests", "push", "20T15:00"),
    ]
    assert listed(tmp_path, runs, "publish", "audit") == [
        "Publish/20T16:00", "Publish/20T15:00", "Publish/20T04:17", "Audit/20T02:17"
    ]  # fmt: skip


def test_a_run_of_a_pull_request_from_a_branch_called_main_says_nothing(tmp_path: Path) -> None:
    forged = [run("Publish", "pull_request", f"21T{minute:02}:00") for minute in range(20)]
    assert listed(tmp_path, [*forged, run("Publish", "schedule", "20T04:17")], "publish") == ["Publish/20T04:17"]
