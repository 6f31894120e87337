"""When a place is open, as schema.org's OpeningHoursSpecification: its week, and the days that differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta

from affiche.model.opening import Closure, Hours, Schedule
from affiche.model.vocabulary import WEEKDAYS
from affiche.outputs.jsonld_node import SCHEMA, Node, node

DAYS = dict(
    zip(
        WEEKDAYS,
        (f"{SCHEMA}{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri", "Satur", "Sun")),
        strict=True,
    )
)
#: A day that opens and closes at midnight is closed; one that is open around the clock closes a minute before.
MIDNIGHT, LAST_MINUTE = "00:00", "23:59"


def opening_hours(schedule: Schedule) -> dict[str, list[Node]]:
    """The two properties of a Place that say when it is open; nothing is said of a week without hours."""
    return {
        "openingHoursSpecification": [_open(hours) for hours in schedule.opening_hours],
        "specialOpeningHoursSpecification": list(_special(schedule)),
    }


def _special(schedule: Schedule) -> Iterator[Node]:
    """The adjusted days, those closed meanwhile said too, then the closed ones."""
    for days in schedule.adjusted:
        yield from (_open(hours, days) for hours in days.opening_hours)
        if shut := _without_hours(days, days.opening_hours):
            yield _closed(days, shut)
    yield from (_closed(days) for days in schedule.closed)


def _without_hours(days: Closure, week: Iterable[Hours]) -> list[str]:
    """The days of the week in a stretch that have no hours in its own week."""
    span = min((days.last - days.first).days + 1, len(WEEKDAYS))
    there = {WEEKDAYS[(days.first + timedelta(days=offset)).weekday()] for offset in range(span)}
    named = {day for hours in week for day in hours.days}
    return [day for day in WEEKDAYS if day in there - named]


def _open(hours: Hours, within: Closure | None = None) -> Node:
    closes = LAST_MINUTE if hours.closes == hours.opens else hours.closes.isoformat("minutes")
    return _specification(hours.days, hours.opens.isoformat("minutes"), closes, within)


def _closed(within: Closure, days: Sequence[str] = ()) -> Node:
    return _specification(days, MIDNIGHT, MIDNIGHT, within)


def _specification(days: Sequence[str], opens: str, closes: str, within: Closure | None) -> Node:
    return node(
        "OpeningHoursSpecification",
        dayOfWeek=[DAYS[day] for day in dict.fromkeys(days)],
        opens=opens,
        closes=closes,
        validFrom=str(within.first) if within else "",
        validThrough=str(within.last) if within else "",
    )
