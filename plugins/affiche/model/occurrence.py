"""When something happens, in real time: performances and runs resolved in the zone of their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import lru_cache
from zoneinfo import ZoneInfo

from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.model.performance import Performance

#: Until this hour, an evening is not over: what began yesterday and states no end may go on.
NIGHT_ENDS = time(5)
#: Statuses of what does not take place as announced: it keeps its place in lists, and is never the next date.
OFF = ("cancelled", "postponed")


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One performance in time: local days, and aware moments where an hour is known.

    `id` is the performance's. `start` and `end` are None when no hour is stated; `day` is the local day it belongs to,
    which an end after midnight does not change; `last_day` is the last local day it may be on.
    """

    id: str
    day: date
    last_day: date
    start: datetime | None
    end: datetime | None
    zone: ZoneInfo
    precision: Precision
    status: str
    availability: str | None
    index: int = 0

    @property
    def takes_place(self) -> bool:
        """Whether it is neither cancelled nor postponed."""
        return self.status not in OFF

    @property
    def over_at(self) -> datetime:
        """The aware moment at which it is certainly over: its end, else the end of its night."""
        return self.end or datetime.combine(self.last_day + timedelta(days=1), NIGHT_ENDS, self.zone)

    @property
    def sort_key(self) -> tuple[date, datetime]:
        """Order in lists: by day, then by hour, those without an hour first."""
        return self.day, (self.start or datetime.combine(self.day, time(), self.zone)).astimezone(UTC)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of days that stands once in a list; an unknown first or last day is None."""

    first: date | None
    last: date | None
    zone: ZoneInfo
    status: str

    @property
    def over_at(self) -> datetime | None:
        """The aware moment after which it is over; None while its end is not known."""
        return datetime.combine(self.last + timedelta(days=1), time(), self.zone) if self.last else None

    def is_on(self, day: date) -> bool:
        """Whether a day lies in it, as far as its ends are known."""
        return self.meets(day, day)

    def meets(self, first: date, last: date) -> bool:
        """Whether it shares a day with the days from one to another, as far as its ends are known."""
        return (self.first or date.min) <= last and (self.last or date.max) >= first


def occurrence_of(event: Event, index: int, zone: ZoneInfo) -> Occurrence:
    """One performance of an event, by its place among them, resolved in the zone of its place."""
    performance = event.performances[index]
    begins = _resolved(performance.start, zone)
    start = (_local(begins) if begins else performance.start).known_by(event.precision)
    timed = begins if start.precision is Precision.MINUTE else None
    ends = _resolved_end(event, performance, timed, zone) if timed else None
    return Occurrence(
        id=performance.id,
        day=start.day,
        last_day=_last_day(start, performance.end, ends, zone),
        start=timed,
        end=ends,
        zone=zone,
        precision=start.precision,
        status=event.status_of(performance),
        availability=event.availability_of(performance),
        index=index,
    )


def standing(occurrences: Sequence[Occurrence]) -> Sequence[Occurrence]:
    """Those performances that take place, or all of them when none does."""
    return [occurrence for occurrence in occurrences if occurrence.takes_place] or occurrences


def _last_day(start: Moment, end: Moment | None, ends: datetime | None, zone: ZoneInfo) -> date:
    if ends is not None:
        return (ends - timedelta(microseconds=1)).date()
    if end is None or (start.precision is end.precision is Precision.MINUTE):
        return start.last_day
    last = _resolved(end, zone)
    return max(start.last_day, _evening_of(last) if last else end.last_day)


def _evening_of(end: datetime) -> date:
    """The day to which the end of a night belongs: midnight and the small hours are the evening's before."""
    return (end.replace(tzinfo=None) - timedelta(hours=NIGHT_ENDS.hour, microseconds=1)).date()


def _resolved_end(event: Event, performance: Performance, begins: datetime, zone: ZoneInfo) -> datetime | None:
    """When a performance ends, of a repeated hour the pass after its start."""
    end, rule = performance.end, event.recurrence
    if rule and performance.start.offset is not None and not any(performance is date for date in event.dates):
        end = rule.end_of(_local(begins))
    resolved = _resolved(end, zone) if end else None
    if resolved and resolved.astimezone(UTC) <= begins.astimezone(UTC):
        return resolved.replace(fold=1)
    return resolved


def _local(moment: datetime) -> Moment:
    return Moment(datetime.combine(moment, moment.time().replace(fold=0)))


def _resolved(moment: Moment, zone: ZoneInfo) -> datetime | None:
    return resolve(moment, zone) if moment.precision is Precision.MINUTE else None


def resolve(moment: Moment, zone: ZoneInfo) -> datetime:
    """The aware moment of a local time in a zone; a stated offset is converted, and tells a repeated hour apart.

    A time that clocks jump over, which the checks refuse, is what they show then.
    """
    offset = timezone(moment.offset) if moment.offset is not None else zone
    # A third of what `replace` takes, of each performance of a site.
    there = datetime.combine(moment.local, moment.local.time(), offset)
    return there.astimezone(UTC).astimezone(zone)


def is_impossible(local: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks jump over a local time."""
    return _turned_back(local, zone) < timedelta()


def is_ambiguous(local: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks show a local time twice."""
    return _turned_back(local, zone) > timedelta()


@lru_cache(maxsize=4096)
def _turned_back(local: datetime, zone: ZoneInfo) -> timedelta:
    """By how much clocks are turned back at a local time, or forward where it is less than nothing: PEP 495's fold."""
    first, second = (local.replace(tzinfo=zone, fold=fold).utcoffset() or timedelta() for fold in (0, 1))
    return first - second
