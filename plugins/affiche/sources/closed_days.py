"""Closed days that were typed as a text: days of the week, which the week's own hours leave out, or dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from affiche.model.moment import guess_day
from affiche.model.span_words import guess_days, guess_period
from affiche.problems import Entries, Fault, Value

CLOSED, HOURS = "closed", "opening_hours"


def closed_faults(given: Mapping[str, Any]) -> Iterator[Fault]:
    """What is wrong with closed days that are no mappings of days; nothing for a list of those.

    `closed-weekly` for days of the week, with the hours of the others; `closed-format` for dates.
    """
    typed = given.get(CLOSED)
    items = [typed] if isinstance(typed, str) else typed if isinstance(typed, list) else []
    if not items or not all(isinstance(item, str) for item in items):
        return
    days = [day for item in items for day in guess_days(item)]
    if days and all(map(guess_days, items)):
        first, *others = [name for name in given if name in (CLOSED, HOURS)]
        week = _without(given.get(HOURS), days)
        hint: Value = Entries({HOURS: week}, tuple(others)) if week else ""
        yield Fault("closed-weekly", (first if week else CLOSED,), values={"value": ", ".join(items)}, hint=hint)
        return
    spans = [_span(item) for item in items]
    yield Fault("closed-format", (CLOSED,), values={"value": ", ".join(items)}, hint=[*spans] if all(spans) else "")


def _span(typed: str) -> Value:
    """The first and last day of a text; of one day, that day twice."""
    period, day = guess_period(typed), guess_day(typed)
    if isinstance(period, dict) and len(period) == 2:
        return {"from": period["start"], "to": period["end"]}
    return {"from": day, "to": day} if day else ""


def _without(hours: Any, days: Sequence[str]) -> list[Value]:
    """Opening hours without some days of the week; none where they cannot be read."""
    kept: list[Value] = []
    for entry in hours if isinstance(hours, list) else ():
        named = entry.get("days") if isinstance(entry, dict) else None
        if not isinstance(named, list) or not all(isinstance(day, str) for day in named):
            return []
        left = [day for day in named if not set(guess_days(day)) & set(days)]
        kept += [{**entry, "days": left}] if left else []
    return kept
