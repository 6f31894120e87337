"""The times that a rule of repetition makes at clock changes: which date is meant, and an entry that says it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from affiche.checks.scope import problem
from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import is_ambiguous, is_impossible
from affiche.model.performance import Performance
from affiche.problems import Beside, Items, Place, Problem, Value


def check_rule(event: Event, zone: ZoneInfo) -> Iterator[Problem]:
    """`moment-impossible`, `moment-ambiguous` of the dates of a rule that no entry of `dates` replaces.

    Such entries are proposed, for all dates together, as there is one list of them: not for a start that does not
    exist, whose day goes to `except`.
    """
    off = list(_dates_off(event, zone))
    entries: list[Value] = [_entry(date, zone) for date, name in off if not _is_lost(date, name, zone)]
    for performance, name in off:
        yield _judge(event, performance, name, zone, entries)


def _dates_off(event: Event, zone: ZoneInfo) -> Iterator[tuple[Performance, str]]:
    """The dates of a rule whose start or end clocks do not show once, with the name of that field."""
    extra = event.recurrence.extra if event.recurrence else ()
    for performance in event.ruled:
        starts, ends = performance.start, performance.end
        if starts.precision is Precision.MINUTE and starts not in extra and _is_off(starts, zone):
            yield performance, "start"
        elif ends and _is_off(ends, zone):
            yield performance, "end"


def _is_off(moment: Moment, zone: ZoneInfo) -> bool:
    return moment.offset is None and (is_impossible(moment.local, zone) or is_ambiguous(moment.local, zone))


def _is_lost(performance: Performance, name: str, zone: ZoneInfo) -> bool:
    return name == "start" and is_impossible(performance.start.local, zone)


def _judge(event: Event, performance: Performance, name: str, zone: ZoneInfo, entries: list[Value]) -> Problem:
    moment: Moment = getattr(performance, name)
    if _is_lost(performance, name, zone):
        return problem(event, ("recurrence", name), "moment-impossible", value=str(moment), reason="rule")
    at: Place = ("dates",) if event.dates else ("recurrence", name)
    hint: Value = Items(entries) if event.dates else Beside({"dates": entries})
    if is_ambiguous(moment.local, zone):
        first, second = readings(moment.local, zone)
        return problem(event, at, "moment-ambiguous", hint=hint, value=str(moment), first=first, second=second)
    return problem(event, at, "moment-impossible", hint=hint, value=str(moment), reason="clock")


def _entry(performance: Performance, zone: ZoneInfo) -> Value:
    entry: dict[str, Value] = {"start": _said(performance.start, zone)}
    return entry | ({"end": _said(performance.end, zone)} if performance.end else {})


def _said(moment: Moment, zone: ZoneInfo) -> str:
    """A time as `dates` says it: with what clocks show instead, or with the first of its two readings."""
    if moment.offset is not None:
        return moment.typed
    if is_impossible(moment.local, zone):
        return str(an_hour_later(moment))
    return readings(moment.local, zone)[0] if is_ambiguous(moment.local, zone) else str(moment)


def an_hour_later(moment: Moment) -> Moment:
    """The time that clocks show for one that they jump over."""
    return Moment(moment.local + timedelta(hours=1))


def readings(local: datetime, zone: ZoneInfo) -> tuple[str, str]:
    """The two readings of an hour that comes twice, with their offsets."""
    first, second = (local.replace(tzinfo=zone, fold=fold).isoformat(sep=" ", timespec="minutes") for fold in (0, 1))
    return first, second
