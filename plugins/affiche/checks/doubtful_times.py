"""Hours and days that are possible, and probably a slip: twelve hours off, a minute before midnight, a year too far."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, time, timedelta

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.problems import Place, Problem, Severity

#: Hours at which few things begin.
SMALL_HOURS = range(1, 7)
#: What goes on at night begins in it too; what opens at dawn sets up before.
NIGHT_TYPES, NIGHT_HOURS = ("party", "festival", "concert", "parade"), range(1, 5)
DAWN_TYPES, DAWN_HOURS = ("market", "fair"), range(5, 7)
#: A date in the small hours that goes on with an evening of the same event.
SAME_NIGHT = timedelta(hours=10)
LAST_MINUTE = time(23, 59)
HALF_A_DAY = timedelta(hours=12)
MONTHS_AHEAD = 18


def check_doubtful_times(scope: Scope) -> Iterator[Problem]:
    """`time-doubtful`, `date-suspicious` (warnings): starts at night, ends at 23:59, starts over 18 months ahead."""
    latest = _months_after(scope.calendar.today.date(), MONTHS_AHEAD)
    for event in scope.records:
        if isinstance(event, Event):
            yield from _check_hours(event)
            yield from _check_distance(event, latest)


def _check_hours(event: Event) -> Iterator[Problem]:
    spans: list[tuple[Place, Moment | None, Moment | None]] = [((), event.start, event.end)]
    spans += ((("dates", index), each.start, each.end) for index, each in enumerate(event.dates))
    for around, start, end in spans:
        if start and start.precision is Precision.MINUTE and _is_doubtful(event, start):
            yield _of_start(event, (*around, "start"), str(start), _in_the_afternoon(start, end))
        if end and end.precision is Precision.MINUTE and end.local.time() == LAST_MINUTE:
            yield _of_end(event, (*around, "end"), str(end), _a_minute_later(end))
    if event.ruled and event.recurrence and event.recurrence.start:
        start, end = event.ruled[0].start, event.ruled[0].end
        if _is_doubtful(event, start):
            later = _in_the_afternoon(start, end)[-len("HH:MM") :]
            yield _of_start(event, ("recurrence", "start"), f"{event.recurrence.start:%H:%M}", later)
        if event.recurrence.end == LAST_MINUTE:
            yield _of_end(event, ("recurrence", "end"), "23:59", "00:00")


def _is_doubtful(event: Event, start: Moment) -> bool:
    hour = start.local.hour
    if event.type in NIGHT_TYPES and hour in NIGHT_HOURS:
        return False
    if event.type in DAWN_TYPES and hour in DAWN_HOURS:
        return False
    night = (start.local - each.start.local for each in event.performances if each.start.precision is Precision.MINUTE)
    return hour in SMALL_HOURS and not any(timedelta() < distance <= SAME_NIGHT for distance in night)


def _in_the_afternoon(start: Moment, end: Moment | None) -> str:
    """The start twelve hours later, where that comes before the end."""
    later = start.local + HALF_A_DAY
    is_before = end is None or (end.precision is Precision.MINUTE and end.offset is None and later < end.local)
    return str(Moment(later)) if start.offset is None and is_before else ""


def _a_minute_later(end: Moment) -> str:
    return str(Moment(end.local + timedelta(minutes=1))) if end.offset is None else ""


def _of_start(event: Event, at: Place, value: str, hint: str) -> Problem:
    return problem(event, at, "time-doubtful", severity=Severity.WARNING, hint=hint, value=value, reason="start")


def _of_end(event: Event, at: Place, value: str, hint: str) -> Problem:
    return problem(event, at, "time-doubtful", severity=Severity.WARNING, hint=hint, value=value, reason="end")


def _check_distance(event: Event, latest: date) -> Iterator[Problem]:
    """The first start that is too far ahead."""
    for at, start in _starts(event):
        day = start.day if isinstance(start, Moment) else start
        if day and day > latest:
            yield problem(event, at, "date-suspicious", severity=Severity.WARNING, value=str(start), reason="far")
            return


def _starts(event: Event) -> Iterator[tuple[Place, Moment | date | None]]:
    yield ("start",), event.start
    yield from ((("dates", index, "start"), each.start) for index, each in enumerate(event.dates))
    yield ("period", "start"), event.period.start if event.period else None
    yield ("recurrence", "from"), event.recurrence.first if event.recurrence else None


def _months_after(day: date, months: int) -> date:
    """The same day so many months later, or the last one of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
