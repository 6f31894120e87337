"""Recurrence rules (RFC 5545, 3.3.10) of a calendar, followed within bounds: from yesterday on, for a year at most."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from itertools import islice, takewhile
from typing import Any

from dateutil.rrule import rrulestr
from icalendar import vRecur

from affiche.importers.imported import MOST_DATES, Ground

#: Frequencies and parts of the rules of events that people go to; rules of seconds are no such.
FREQUENCIES = frozenset({"DAILY", "WEEKLY", "MONTHLY", "YEARLY"})
PARTS = frozenset(
    {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY", "BYMONTH", "BYSETPOS", "BYHOUR", "BYMINUTE"}
)
#: Times of a day that a rule has at most.
MOST_TIMES = 24
#: Days of each month at most.
_MONTH_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Days after which a rule of such a frequency goes on as before.
_STEPS = {"DAILY": 1, "WEEKLY": 7}


class Unfollowed(ValueError):
    """A rule that nobody goes by, or that cannot be read."""


def parts_of(rule: vRecur) -> dict[str, Any]:
    """The parts of a rule by their names; raises `Unfollowed` for one that is not followed."""
    parts = {name.upper(): value for name, value in rule.items()}
    if not parts.keys() <= PARTS or _frequency(parts) not in FREQUENCIES or not _is_bounded(parts):
        raise Unfollowed
    return parts


def starts_of(parts: Mapping[str, Any], start: datetime, ground: Ground) -> list[datetime]:
    """The local starts that a rule makes; raises `Unfollowed`."""
    first = datetime.combine(ground.today - timedelta(days=1), time())
    try:
        found = rrulestr(vRecur(parts).to_ical().decode(), dtstart=_later(parts, start, first))  # type: ignore[no-untyped-call]
        ahead = takewhile(lambda each: each.date() <= ground.last_day, found.xafter(first, inc=True))
        return [*islice(ahead, MOST_DATES)]
    except (ValueError, TypeError, OverflowError) as error:
        raise Unfollowed from error


def _frequency(parts: Mapping[str, Any]) -> str:
    return str(parts.get("FREQ", [""])[0]).upper()


def _is_bounded(parts: Mapping[str, Any]) -> bool:
    """Whether a rule can have dates, of which each is found soon: others are followed to the year 9999 in vain."""
    times = len(parts.get("BYHOUR", [0])) * len(parts.get("BYMINUTE", [0]))
    longest = max(
        (_MONTH_DAYS[int(month) - 1] for month in parts.get("BYMONTH", []) if 1 <= int(month) <= 12), default=31
    )
    can_be = any(abs(int(day)) <= longest for day in parts.get("BYMONTHDAY", [1]))
    in_a_set = {"DAILY": times, "WEEKLY": times * max(1, len(parts.get("BYDAY", [])))}.get(_frequency(parts), 366)
    is_in_set = any(abs(int(position)) <= in_a_set for position in parts.get("BYSETPOS", [1]))
    return times <= MOST_TIMES and can_be and is_in_set


def _later(parts: Mapping[str, Any], start: datetime, first: datetime) -> datetime:
    """A later start of the same dates, for a rule of days or weeks that has gone on for long without being counted."""
    interval = int(parts.get("INTERVAL", [1])[0])
    step = timedelta(days=_STEPS.get(_frequency(parts), 0) * interval)
    if "COUNT" in parts or not step or start >= first:
        return start
    return start + (first - start) // step * step
