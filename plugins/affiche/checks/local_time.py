"""Local times at clock changes: an hour that does not exist, or that comes twice; offsets that are not the zone's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import is_ambiguous, is_impossible, resolve
from affiche.problems import Place, Problem


def check_local_times(scope: Scope) -> Iterator[Problem]:
    """`moment-impossible`, `moment-ambiguous`, `offset-wrong`, `end-before-start`, in the zone of each place."""
    for record in scope.records:
        if isinstance(record, Event):
            for at, moment, zone in _moments(scope, record):
                if moment.precision is Precision.MINUTE:
                    yield from _judge(record, at, moment, zone)
            yield from _check_order(scope, record)


def _moments(scope: Scope, event: Event) -> Iterator[tuple[Place, Moment, ZoneInfo]]:
    zone = scope.calendar.zone_of(event)
    if event.start:
        yield ("start",), event.start, zone
    if event.end:
        yield ("end",), event.end, zone
    for index, performance in enumerate(event.dates):
        there = scope.calendar.zone_of(event, performance)
        yield ("dates", index, "start"), performance.start, there
        if performance.end:
            yield ("dates", index, "end"), performance.end, there
    for performance in event.recurrence.performances if event.recurrence else ():
        yield ("recurrence", "start"), performance.start, zone


def _check_order(scope: Scope, event: Event) -> Iterator[Problem]:
    """Ends before their starts where only one of them has an offset: without the zone nobody can tell."""
    zone = scope.calendar.zone_of(event)
    spans: list[tuple[Place, Moment | None, Moment | None, ZoneInfo]] = [(("end",), event.start, event.end, zone)]
    for index, performance in enumerate(event.dates):
        there = scope.calendar.zone_of(event, performance)
        spans.append((("dates", index, "end"), performance.start, performance.end, there))
    for at, start, end, where in spans:
        if start and end and start.precision is end.precision is Precision.MINUTE:
            begins, ends = resolve(start, where), resolve(end, where)
            if (start.offset is None) != (end.offset is None) and ends <= begins:
                yield problem(event, at, "end-before-start", start=_shown(begins), end=_shown(ends))


def _shown(moment: datetime) -> str:
    return str(Moment(moment.replace(tzinfo=None)))


def _judge(event: Event, at: Place, moment: Moment, zone: ZoneInfo) -> Iterator[Problem]:
    local, is_typed = moment.local, at[0] != "recurrence"
    if moment.offset is not None:
        if moment.offset not in _offsets_at(local, zone) and moment.offset in _offsets_of_year(local, zone):
            yield _wrong_offset(event, at, moment, zone)
    elif is_impossible(local, zone):
        later = str(Moment(local + timedelta(hours=1))) if is_typed else ""
        yield problem(event, at, "moment-impossible", hint=later, value=str(moment), reason="clock")
    elif is_ambiguous(local, zone):
        first, second = (_with_offset(local, zone, fold) for fold in (0, 1))
        hint = first if is_typed else ""
        yield problem(event, at, "moment-ambiguous", hint=hint, value=str(moment), first=first, second=second)


def _wrong_offset(event: Event, at: Place, moment: Moment, zone: ZoneInfo) -> Problem:
    """Summer time stated in winter, or the other way round: the local hour is the likelier reading."""
    instant = moment.local.replace(tzinfo=timezone(moment.offset or timedelta()))
    converted = Moment(instant.astimezone(zone).replace(tzinfo=None))
    typed = instant.isoformat(sep=" ", timespec="minutes")
    return problem(event, at, "offset-wrong", hint=str(moment), value=typed, converted=str(converted), zone=zone.key)


def _offsets_at(local: datetime, zone: ZoneInfo) -> set[timedelta | None]:
    """The offsets that a zone's clocks have at a local time: two where it comes twice."""
    return {local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}


def _offsets_of_year(local: datetime, zone: ZoneInfo) -> set[timedelta | None]:
    """The offsets of that year's winter and summer: one of these on a wrong day is a slip, any other is meant."""
    return {local.replace(month=month, day=1, tzinfo=zone).utcoffset() for month in (1, 7)}


def _with_offset(local: datetime, zone: ZoneInfo, fold: int) -> str:
    return local.replace(tzinfo=zone, fold=fold).isoformat(sep=" ", timespec="minutes")
