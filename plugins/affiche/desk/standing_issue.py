"""Issues that a workflow opens once and keeps up to date, found by a hidden marker; `tools/issues.py` applies them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

VERSION = 1


class StandingIssue(NamedTuple):
    """An issue as it should be: its marker, which its body holds in a comment, its title, its body in Markdown."""

    marker: str
    title: str
    body: str


def standing_issue(marker: str, title: str, paragraphs: str) -> StandingIssue:
    """An issue whose body begins with its marker."""
    return StandingIssue(marker, title, f"<!-- {marker} -->\n\n{paragraphs}\n")


def render_issues(scope: str, issues: Sequence[StandingIssue]) -> str:
    """Issues as JSON: all those whose markers begin with `scope`, so that others of that scope are to be closed."""
    listed = [issue._asdict() for issue in issues]
    return json.dumps({"version": VERSION, "scope": scope, "issues": listed}, ensure_ascii=False, indent=2) + "\n"
