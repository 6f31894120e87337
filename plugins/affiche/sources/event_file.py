"""The JSON file in which GitHub tells a workflow what happened: of an issue, its number and its text."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from affiche.problems import Fault
from affiche.sources.paths import read_regular

LARGEST = 1_000_000


class EventUnreadable(ValueError):
    """A file that tells of no issue."""


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue: its text is what somebody wrote, to be trusted in nothing."""

    number: int
    body: str


def load_issue(path: Path) -> Issue:
    """The issue of an event file (GitHub's webhook payload "issues"); raises `EventUnreadable`."""
    data = read_regular(path, LARGEST)
    if isinstance(data, Fault):
        raise EventUnreadable(f"{path}: {data.code}")
    try:
        issue: Any = json.loads(data)["issue"]
        number, body = issue["number"], issue["body"] or ""
    except (ValueError, LookupError, TypeError, RecursionError):
        raise EventUnreadable(f"{path}: no issue in it") from None
    if not (type(number) is int and number > 0 and isinstance(body, str)):
        raise EventUnreadable(f"{path}: no issue in it")
    return Issue(number, body)
