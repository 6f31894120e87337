"""Makes the issues of a repository those of a file: opens, changes and closes them with `gh`, by their hidden markers.

    python3 tools/issues.py issues.json upkeep

The file is what `affiche issues` and `affiche alarm` print; only the issues of the label are looked through, and only
those that a workflow wrote, so that nobody else's text is taken for a marker.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

#: The author's name of what a workflow writes.
AUTHORS = frozenset({"app/github-actions", "github-actions", "github-actions[bot]"})
MOST = 1000


class Open(NamedTuple):
    """An issue of ours that is open."""

    number: int
    title: str
    body: str


def main(file: str, label: str) -> None:
    """Applies a file of issues."""
    wanted = json.loads(Path(file).read_text(encoding="utf-8"))
    there = dict(find_open(label, wanted["scope"]))
    if any(issue["marker"] not in there for issue in wanted["issues"]):
        subprocess.run(["gh", "label", "create", label], check=False, capture_output=True)  # fails where there is one
    for issue in wanted["issues"]:
        known = there.pop(issue["marker"], None)
        if known is None:
            gh("issue", "create", "--title", issue["title"], "--label", label, "--body-file", "-", text=issue["body"])
        elif (known.title, known.body.strip()) != (issue["title"], issue["body"].strip()):
            gh("issue", "edit", str(known.number), "--title", issue["title"], "--body-file", "-", text=issue["body"])
    for known in there.values():
        gh("issue", "close", str(known.number), "--reason", "completed")


def find_open(label: str, scope: str) -> Iterator[tuple[str, Open]]:
    """The open issues of a label and their markers, of those that are ours and of a scope."""
    fields = ("--json", "number,title,body,author")
    for issue in json.loads(gh("issue", "list", "--label", label, "--state", "open", "--limit", str(MOST), *fields)):
        first = issue["body"].lstrip().splitlines()[:1]
        marker = first[0].removeprefix("<!-- ").removesuffix(" -->") if first else ""
        if marker.startswith(scope) and issue["author"]["login"] in AUTHORS:
            yield marker, Open(issue["number"], issue["title"], issue["body"].replace("\r\n", "\n"))


def gh(*arguments: str, text: str = "") -> str:
    """What GitHub's own program prints; it fails as that does."""
    done = subprocess.run(["gh", *arguments], check=True, input=text, stdout=subprocess.PIPE, encoding="utf-8")
    return done.stdout


if __name__ == "__main__":
    main(*sys.argv[1:])
