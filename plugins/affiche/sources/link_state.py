"""What was known of links the last time, in a JSON file: `{"version": 1, "failing": {url: {times, since, reason}}}`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

VERSION = 1

#: The address, the failures in a row, the day of the first, the last reason.
LinkState = dict[str, tuple[int, date, str]]


class StateUnreadable(ValueError):
    """A state file that is not one of ours."""


def load_link_state(path: Path) -> LinkState:
    """What is known of links; nothing while there is no file. Raises `StateUnreadable`."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    try:
        typed = json.loads(text)
        if typed["version"] != VERSION:
            raise StateUnreadable(str(path))
        return {str(url): _failing(each) for url, each in typed["failing"].items()}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise StateUnreadable(str(path)) from error


def _failing(typed: Mapping[str, Any]) -> tuple[int, date, str]:
    return int(typed["times"]), date.fromisoformat(typed["since"]), str(typed["reason"])


def save_link_state(path: Path, state: Mapping[str, tuple[int, date, str]]) -> None:
    """Writes the state whole, or not at all; the folder is made where it is not there."""
    failing = {
        url: {"times": times, "since": str(since), "reason": reason} for url, (times, since, reason) in state.items()
    }
    text = json.dumps({"version": VERSION, "failing": failing}, ensure_ascii=False, indent=2, sort_keys=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_text(text + "\n", encoding="utf-8")
    new.replace(path)
