"""The JSON file in which GitHub tells a workflow what happened: an issue, or what a form of a site sent."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    try:
        issue = _load(path)["issue"]
        number, body = issue["number"], issue["body"] or ""
    except (LookupError, TypeError):
        raise EventUnreadable(f"{path}: no issue in it") from None
    if not (type(number) is int and number > 0 and isinstance(body, str)):
        raise EventUnreadable(f"{path}: no issue in it")
    return Issue(number, body)


def load_sent(path: Path) -> Mapping[str, str] | None:
    """What a form sent (payload "repository_dispatch"), by the names of its fields; None in the file of an issue."""
    told = _load(path)
    sent = told.get("client_payload") if isinstance(told, dict) else None
    if not isinstance(sent, dict):
        return None
    return {name: value for name, value in sent.items() if isinstance(value, str)}


def _load(path: Path) -> Any:
    data = read_regular(path, LARGEST)
    if isinstance(data, Fault):
        raise EventUnreadable(f"{path}: {data.code}")
    try:
        return json.loads(data)
    except (ValueError, RecursionError):
        raise EventUnreadable(f"{path}: no issue in it") from None
