"""When a VEVENT takes place (RFC 5545, 3.8.2 and 3.8.5): its times, and the dates of its rule within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta, tzinfo
from typing import Any, NamedTuple

from icalendar import Event as Component
from icalendar import vRecur
from icalendar.prop import vBroken

from affiche.importers.ics.rules import Unfollowed, parts_of, starts_of
from affiche.importers.ics.zones import Zones
from affiche.importers.imported import MOST_DATES, Entry, Ground
from affiche.importers.times import typed_time
from affiche.model.moment import EARLIEST_YEAR, LATEST_YEAR

#: CLASS of what nobody but its author is to see.
PRIVATE = frozenset({"PRIVATE", "CONFIDENTIAL"})
ONE_DAY, MIDNIGHT, LAST_MINUTE = timedelta(days=1), time(), time(23, 59)
#: What lasts so long is a run, whatever its hours; what is longer is no event.
A_RUN, LONGEST = timedelta(days=3), timedelta(days=3660)


class Undatable(Exception):
    """A component whose time cannot be told; `reason` is one of `SKIPS`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Times(NamedTuple):
    """When a component begins: `start` is local time of its `zone`, midnight of a whole day, which has no zone.

    `length` is that to its end, zero where it has none. `clock` is the zone that a whole day was stated in, from
    midnight to midnight: other times of the component are read by it.
    """

    start: datetime
    length: timedelta
    zone: tzinfo | None
    clock: tzinfo | None

    @property
    def is_run(self) -> bool:
        """Whether it lasts for days."""
        return self.length > ONE_DAY if self.zone is None else self.length >= A_RUN


def dates_of(main: Component, others: Sequence[Component], zones: Zones, ground: Ground) -> Entry:
    """The `dates` of an event, or its `period`; `others` stand for dates of its rule, or moved them (RECURRENCE-ID).

    Raises `Undatable`.
    """
    times = _times(main, zones)
    if times.is_run and not others and not _properties(main, "RRULE") and not _properties(main, "RDATE"):
        last = times.start + times.length - (ONE_DAY if times.zone is None else timedelta())
        return {"period": {"start": str(times.start.date()), "end": str(last.date())}}
    entries = {start: _entry(times, start, zones) for start in _starts(main, times, zones, ground)}
    for other in sorted(others, key=_is_from_then_on, reverse=True):
        _put_instead(entries, times, other, zones, ground)
    dates = {str(each["start"]): each for each in entries.values()}
    if not dates:
        raise Undatable("past")
    return {"dates": [dates[start] for start in sorted(dates)][:MOST_DATES]}


def rule_of(main: Component, zones: Zones, ground: Ground) -> tuple[str, bool]:
    """The day on which the rule of a component began, if that is before the dates that are told; if it has no end."""
    rules = _properties(main, "RRULE")
    start = _first(main, "DTSTART", zones)
    begins = _local(start, None).date() if start else ground.today
    goes_on = any(not {name.upper() for name in rule} & {"UNTIL", "COUNT"} for rule in rules)
    return str(begins) if rules and begins < ground.today - ONE_DAY else "", goes_on


def first_of(entry: Entry) -> str:
    """When an event begins first."""
    return str(entry["dates"][0]["start"] if "dates" in entry else entry["period"]["start"])


def _times(component: Component, zones: Zones) -> Times:
    """DTSTART with DTEND or DURATION; a day that is stated as from midnight to midnight is a whole one."""
    start = _first(component, "DTSTART", zones)
    if start is None:
        raise Undatable("unreadable" if _is_broken(component, "DTSTART") else "undated")
    end = _first(component, "DTEND", zones)
    zone = start.tzinfo if isinstance(start, datetime) else None
    if str(zone) == "UTC" and not _properties(component, "RRULE"):
        zone = zones.find("")
    begins = _local(start, zone)
    length = _local(end, zone) - begins if end is not None else _duration(component)
    length = length if timedelta() < length < LONGEST else timedelta()
    ends = (begins + length).time()
    if zone and begins.time() == MIDNIGHT and ends in (MIDNIGHT, LAST_MINUTE):
        days = timedelta(days=max(1, round(length / ONE_DAY)))
        return Times(begins, days, None, zone)
    return Times(begins, length, zone, zone)


def _is_broken(component: Component, name: str) -> bool:
    """Whether a property is there that says something, and cannot be read."""
    found = component.get(name)
    every = found if isinstance(found, list) else [found]
    return any(isinstance(each, vBroken) and str(each).strip() for each in every)


def _duration(component: Component) -> timedelta:
    stated = [getattr(each, "dt", None) for each in _properties(component, "DURATION")]
    return next((each for each in stated if isinstance(each, timedelta)), timedelta())


def _properties(component: Component, name: str) -> list[Any]:
    """The properties of a name that could be read, and were not removed by an empty value."""
    found = component.get(name)
    every = found if isinstance(found, list) else [found] if found is not None else []
    return [each for each in every if not isinstance(each, vBroken)]


def _first(component: Component, name: str, zones: Zones) -> date | None:
    """The first value of a property of time: aware, or a day; None for none, and for a year that nobody means."""
    found = [when for each in _properties(component, name) for when in _values(each, zones)]
    return found[0] if found else None


def _values(stated: Any, zones: Zones) -> Iterator[date]:
    """The times of a property, which may list several."""
    zone = str(getattr(stated, "params", {}).get("TZID", ""))
    for each in getattr(stated, "dts", [stated]):
        when = getattr(each, "dt", None)
        when = when[0] if isinstance(when, tuple) else when
        if not isinstance(when, date) or not EARLIEST_YEAR < when.year < LATEST_YEAR:
            continue
        is_floating = isinstance(when, datetime) and (zone or when.tzinfo is None)
        yield when.replace(tzinfo=zones.find(zone)) if is_floating else when  # type: ignore[call-arg]


def _local(when: date, zone: tzinfo | None) -> datetime:
    """A time as the clock of a zone shows it."""
    if not isinstance(when, datetime):
        return datetime.combine(when, MIDNIGHT)
    return (when.astimezone(zone) if zone and when.tzinfo else when).replace(tzinfo=None)


def _entry(times: Times, start: datetime, zones: Zones) -> Entry:
    """An entry of `dates`: without an end where there is none, or where 23:59 only says "until late"."""
    end = start + times.length
    if times.zone is None:
        more = {"end": str((end - ONE_DAY).date())} if times.length > ONE_DAY else {}
        return {"start": str(start.date()), **more}
    entry = {"start": typed_time(start.replace(tzinfo=times.zone), zones.own)}
    if times.length and end.time() != LAST_MINUTE:
        entry["end"] = typed_time(end.replace(tzinfo=times.zone), zones.own)
    return entry


def _starts(main: Component, times: Times, zones: Zones, ground: Ground) -> Iterator[datetime]:
    """The local starts of an event: its own, those of its rules from yesterday on, those that are listed."""
    rules = _properties(main, "RRULE")
    if _is_broken(main, "RRULE"):
        raise Undatable("unreadable")
    listed = [_local(when, times.clock) for each in _properties(main, "RDATE") for when in _values(each, zones)]
    ruled = [start for rule in rules for start in _ruled(rule, times, ground)]
    left_out = [when for each in _properties(main, "EXDATE") for when in _values(each, zones)]
    days = {when for when in left_out if not isinstance(when, datetime)}
    moments = {_local(when, times.clock) for when in left_out}
    for start in (*([] if rules else [times.start]), *ruled, *listed[:MOST_DATES]):
        if start not in moments and start.date() not in days:
            yield start


def _ruled(rule: vRecur, times: Times, ground: Ground) -> list[datetime]:
    """The starts that a rule makes, from yesterday on, for a year at most.

    Raises `Undatable` for one that nobody goes by.
    """
    try:
        parts = parts_of(rule)
        if until := parts.get("UNTIL"):
            last = _local(until[0], times.clock)
            parts["UNTIL"] = [last if isinstance(until[0], datetime) else datetime.combine(last, LAST_MINUTE)]
        return starts_of(parts, times.start, ground)
    except Unfollowed as error:
        raise Undatable("unreadable") from error


def _put_instead(entries: dict[datetime, Entry], times: Times, other: Component, zones: Zones, ground: Ground) -> None:
    """Puts what stands for one date of a rule in its place; of one that the rule does not make, if it is to come."""
    replaced = _first(other, "RECURRENCE-ID", zones)
    place = _local(replaced, times.clock) if replaced is not None else None
    status = str(other.get("STATUS", "")).upper()
    said = {"status": "cancelled"} if status in ("CANCELLED", "CANCELED") else {}
    try:
        own = _times(other, zones)
    except Undatable:
        if place in entries:
            entries[place] |= said
        return
    known = entries.pop(place, None) if place else None
    if str(other.get("CLASS", "")).upper() in PRIVATE or (known is None and own.start.date() < ground.today - ONE_DAY):
        return
    start = _local(own.start.replace(tzinfo=own.clock), times.clock)
    entries[place if known and place else start] = _entry(own, own.start, zones) | said
    if place and _is_from_then_on(other) and (own.zone is None) == (times.zone is None):
        for later in [each for each in entries if each > place]:
            entries[later] = _entry(times._replace(length=own.length), later + (start - place), zones) | said


def _is_from_then_on(other: Component) -> bool:
    """Whether it stands for all dates from its own on (RFC 5545, 3.2.13)."""
    return str(getattr(other.get("RECURRENCE-ID"), "params", {}).get("RANGE", "")).upper() == "THISANDFUTURE"
