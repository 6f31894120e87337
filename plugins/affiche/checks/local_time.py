"""Local times at clock changes: an hour that does not exist, or that comes twice; offsets that are not the zone's."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from affiche.checks.rule_times import an_hour_later, check_rule, readings
from affiche.checks.scope import Scope, problem
from affiche.model.call import Call
from affiche.model.event import Event
from affiche.model.moment import Moment, Precision, parse_moment
from affiche.model.occurrence import is_ambiguous, is_impossible, resolve
from affiche.model.performance import Performance
from affiche.model.record import Record
from affiche.problems import Entries, Place, Problem, Value


def check_local_times(scope: Scope) -> Iterator[Problem]:
    """`moment-impossible`, `moment-ambiguous`, `offset-wrong`, `end-before-start`, in the zone of each place."""
    for record in scope.records:
        for at, moment, zone in _moments(scope, record):
            if moment and moment.precision is Precision.MINUTE:
                yield from _judge(record, at, moment, zone)
        if isinstance(record, Event):
            yield from _check_order(scope, record)
        if isinstance(record, Event) and record.recurrence:
            yield from check_rule(record, scope.calendar.zone_of(record))


def _moments(scope: Scope, record: Record) -> Iterator[tuple[Place, Moment | None, ZoneInfo]]:
    """Every moment that a record's fields state, with the zone that it is in."""
    here = scope.calendar.settings.time_zone
    yield ("published",), record.published, here
    yield ("publish_from",), record.publish_from, here
    if isinstance(record, Call):
        yield ("deadline",), record.deadline, here
        yield ("start",), record.start, here
        yield ("end",), record.end, here
    if isinstance(record, Event):
        zone = scope.calendar.zone_of(record)
        for at, moment in _of_event(record):
            yield at, moment, zone
        for index, performance in enumerate(record.dates):
            there = scope.calendar.zone_of(record, performance)
            for place, moment in _of_performance(performance):
                yield ("dates", index, *place), moment, there


def _of_event(event: Event) -> Iterator[tuple[Place, Moment | None]]:
    yield ("start",), event.start
    yield ("end",), event.end
    yield from ((("previous_start", index), moment) for index, moment in enumerate(event.previous_start))
    if event.booking:
        yield ("booking", "opens"), event.booking.opens
        yield ("booking", "closes"), event.booking.closes
    if event.recurrence:
        yield from ((("recurrence", "extra", index), moment) for index, moment in enumerate(event.recurrence.extra))


def _of_performance(performance: Performance) -> Iterator[tuple[Place, Moment | None]]:
    yield ("start",), performance.start
    yield ("end",), performance.end
    yield from ((("previous_start", index), moment) for index, moment in enumerate(performance.previous_start))


def _check_order(scope: Scope, event: Event) -> Iterator[Problem]:
    """Ends before their starts where only one of them has an offset: without the zone nobody can tell."""
    spans: list[tuple[Place, Performance | None, Moment | None, Moment | None]] = [
        (("end",), None, event.start, event.end),
        *((("dates", index, "end"), each, each.start, each.end) for index, each in enumerate(event.dates)),
    ]
    for at, performance, start, end in spans:
        is_timed = start and end and start.precision is end.precision is Precision.MINUTE
        if start and end and is_timed and (start.offset is None) != (end.offset is None):
            yield from _judge_order(event, at, start, end, scope.calendar.zone_of(event, performance))


def _judge_order(event: Event, at: Place, start: Moment, end: Moment, zone: ZoneInfo) -> Iterator[Problem]:
    is_told = any(each.offset is None and is_ambiguous(each.local, zone) for each in (start, end))
    if not is_told and _instant(end, zone) <= _instant(start, zone):
        reason = "same" if _instant(end, zone) == _instant(start, zone) else ""
        begins, ends = _shown(resolve(start, zone)), _shown(resolve(end, zone))
        yield problem(event, at, "end-before-start", start=begins, end=ends, reason=reason)


def _instant(moment: Moment, zone: ZoneInfo) -> datetime:
    """The moment in UTC: two of one zone would be compared by what clocks show."""
    return resolve(moment, zone).astimezone(UTC)


def _shown(moment: datetime) -> str:
    return str(Moment(moment.replace(tzinfo=None)))


def _judge(record: Record, at: Place, moment: Moment, zone: ZoneInfo) -> Iterator[Problem]:
    local = moment.local
    if moment.offset is not None:
        if moment.offset not in _offsets_at(local, zone) and moment.offset in _offsets_of_year(local, zone):
            yield _wrong_offset(record, at, moment, zone)
    elif is_impossible(local, zone):
        hint = _an_hour_later(record, at, moment)
        yield problem(record, at, "moment-impossible", hint=hint, value=str(moment), reason="clock")
    elif is_ambiguous(local, zone):
        first, second = readings(local, zone)
        reading = second if at[-1] == "end" and _is_over(first, _start_beside(record, at), zone) else first
        yield problem(record, at, "moment-ambiguous", hint=reading, value=str(moment), first=first, second=second)


def _an_hour_later(record: Record, at: Place, moment: Moment) -> Value:
    """What clocks show instead; with the end of an event that would not be after it, as late."""
    later = an_hour_later(moment)
    if at != ("start",) or not isinstance(record, Event) or not _is_before(record.end, later):
        return str(later)
    return Entries({"start": str(later), "end": str(an_hour_later(record.end or later))}, ("end",))


def _is_before(end: Moment | None, start: Moment) -> bool:
    is_timed = end is not None and end.precision is Precision.MINUTE and end.offset is None
    return end is not None and is_timed and end.local <= start.local


def _start_beside(record: Record, at: Place) -> Moment | None:
    """The start of what ends at a place of an event."""
    if not isinstance(record, Event):
        return None
    return (
        record.dates[at[1]].start if isinstance(at[0], str) and len(at) > 1 and isinstance(at[1], int) else record.start
    )


def _is_over(reading: str, start: Moment | None, zone: ZoneInfo) -> bool:
    """Whether a reading of an end is not after the start: the hour that comes twice began in its second pass."""
    ends = parse_moment(reading)
    if start is None or ends is None or start.precision is not Precision.MINUTE:
        return False
    return _instant(ends, zone) <= _instant(start, zone)


def _wrong_offset(record: Record, at: Place, moment: Moment, zone: ZoneInfo) -> Problem:
    """Summer time stated in winter, or the other way round: the local hour is the likelier reading."""
    converted = _shown(resolve(moment, zone))
    return problem(record, at, "offset-wrong", hint=str(moment), value=moment.typed, converted=converted, zone=zone.key)


def _offsets_at(local: datetime, zone: ZoneInfo) -> set[timedelta | None]:
    """The offsets that a zone's clocks have at a local time: two where it comes twice."""
    return {local.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1)}


def _offsets_of_year(local: datetime, zone: ZoneInfo) -> set[timedelta | None]:
    """The offsets of that year's winter and summer: one of these on a wrong day is a slip, any other is meant."""
    return {local.replace(month=month, day=1, tzinfo=zone).utcoffset() for month in (1, 7)}
