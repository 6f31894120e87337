"""A performance as somebody types it: an entry of `dates`, for hints that put one there."""

from __future__ import annotations

from datetime import time

from affiche.model.moment import Moment
from affiche.model.performance import Performance
from affiche.model.text import NEUTRAL, Text
from affiche.problems import Value


def entry_of(performance: Performance) -> dict[str, Value]:
    """The fields of an entry that reads as a performance; empty for one at a place that is described on the spot."""
    stated = {
        declared.alias or name: value
        for name, declared in Performance.model_fields.items()
        if name in performance.model_fields_set and (value := getattr(performance, name)) not in (None, (), {})
    }
    entry = {name: typed(value) for name, value in stated.items()}
    return entry if all(entry.values()) else {}


def typed(value: object) -> Value:
    """A value as front matter holds it; empty for one that it says in more than a line."""
    if isinstance(value, Text):
        return value[NEUTRAL] if NEUTRAL in value else dict(value)
    if isinstance(value, tuple):
        return [typed(item) for item in value]
    if isinstance(value, dict):
        return {name: typed(item) for name, item in value.items()}
    return _scalar(value)


def _scalar(value: object) -> str:
    if isinstance(value, Moment):
        return value.typed
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return value if isinstance(value, str) else ""
