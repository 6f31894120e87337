"""What newsletters announce of an event after the first time: what one version of its file changes in another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import resolve
from affiche.model.performance import RUN, Performance
from affiche.model.place import Place

CANCELLED, POSTPONED, RESCHEDULED, MOVED_ONLINE = "cancelled", "postponed", "rescheduled", "moved-online"
VENUE, SOLD_OUT = "venue", "sold-out"
#: What takes back a change that was told: it takes place after all, at its place after all, there are places again.
ON_AGAIN, ON_SITE, PLACES_AGAIN = "on-again", "on-site", "places-again"
AGAIN = (ON_AGAIN, ON_SITE, PLACES_AGAIN)
KINDS = (CANCELLED, POSTPONED, RESCHEDULED, MOVED_ONLINE, VENUE, SOLD_OUT, *AGAIN)
#: Availabilities without a place for who comes now.
FULL = (SOLD_OUT, "waiting-list")
#: What does not take place as planned has no other news.
_OFF = (CANCELLED, POSTPONED)

Value = Moment | Place | str | None
#: Whether two places, as typed, are the same one today.
IsSamePlace = Callable[[str | Place, str | Place], bool]


@dataclass(frozen=True, slots=True)
class Change:
    """One change of an event: of one date, of its run, or of the whole event, which is one change.

    `uid_local` is the part of the UID before the host, of the first date of `affected`, which has those of all dates
    that the change is about. `moment` (aware, UTC) is the committer date of the first-parent commit. `before` and
    `after` are starts for `rescheduled` (local times), places for `venue` and `moved-online`, else None.
    """

    event_id: str
    uid_local: str
    kind: str
    moment: datetime
    before: Value = None
    after: Value = None
    affected: tuple[str, ...] = ()

    @property
    def anchor(self) -> str:
        """What sets it apart from the other changes of its date: `cancelled-20261101T101500Z`."""
        return f"{self.kind}-{self.moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"

    @property
    def rank(self) -> tuple[float, str, str]:
        """What puts the newest first, and those of one moment in the order of their UIDs and kinds."""
        return -self.moment.timestamp(), self.uid_local, self.kind


@dataclass(frozen=True, slots=True)
class _Planned:
    """What a version says of one date or of the run; `stated` names the fields that are not the event's own."""

    status: str
    availability: str | None
    start: Moment | None
    last_day: date | None
    venue: str | Place | None
    is_online: bool
    stated: frozenset[str]


@dataclass(frozen=True, slots=True)
class _News:
    kind: str
    field: str
    before: Value = None
    after: Value = None


def find_changes(
    subject: Event, versions: Iterable[tuple[datetime, Event]], is_same_place: IsSamePlace, zone: ZoneInfo
) -> Iterator[Change]:
    """The changes of an event between the public versions of its file, given oldest first.

    Each date is compared with what was last said of it, by its id; the only date of an event also when its id follows
    a new start. A date's other news wait until it is on again. What an event says for all its dates is one change.
    """
    known: dict[str, _Planned] = {}
    last: Mapping[str, _Planned] = {}
    for moment, event in versions:
        plans = _plans(event)
        former = _only_date(last, plans, moment.date())
        news: list[tuple[str, _News]] = []
        for key, now in plans.items():
            before = known.get(former.get(key, key))
            news += ((key, each) for each in _news(before, now, is_same_place, zone, moment.date())) if before else ()
            known[key] = replace(before, status=now.status) if before and now.status in _OFF else now
        last = plans
        for each, keys in _gathered(news, plans, moment.date()):
            ids = tuple(f"{subject.identity}.{key}" for key in keys)
            yield Change(subject.id, ids[0], each.kind, moment, each.before, each.after, ids)


def _plans(event: Event) -> dict[str, _Planned]:
    """The run and the dates of a version, in order, by the last part of their UID."""
    plans = {}
    if event.period:
        start, end = event.period.start, event.period.end
        first = Moment(datetime.combine(start, time()), Precision.DAY) if start else None
        plans[RUN] = _planned(event, Performance.model_construct(start=first) if first else None, end)
    for performance in event.performances:
        ends = performance.end or performance.start
        last_day = max(performance.start.known_by(event.precision).last_day, ends.last_day)
        plans.setdefault(performance.id, _planned(event, performance, last_day))
    return plans


def _planned(event: Event, performance: Performance | None, last_day: date | None) -> _Planned:
    own = performance or Performance.model_construct()
    names = {"status": own.status, "availability": own.availability, "venue": own.venue}
    venue = own.venue or event.venue
    return _Planned(
        status=CANCELLED if event.withdrawn else own.status or event.status,
        availability=own.availability or event.availability,
        start=performance.start.known_by(event.precision) if performance else None,
        last_day=last_day,
        venue=None if isinstance(venue, Place) and venue.name is None else venue,
        is_online=event.online_url is not None,
        stated=frozenset({"start", *(name for name, value in names.items() if value)}),
    )


def _only_date(last: Mapping[str, _Planned], now: Mapping[str, _Planned], day: date) -> Mapping[str, str]:
    """The former id of the only date of an event that was one date before, unless that one was over."""
    if len(last) != 1 or len(now) != 1 or {*last, *now} & {RUN}:
        return {}
    ((key, before),) = last.items()
    return {} if before.last_day and before.last_day < day else {next(iter(now)): key}


def _news(before: _Planned, now: _Planned, is_same_place: IsSamePlace, zone: ZoneInfo, day: date) -> Iterator[_News]:
    """What is new of a date; that a change is taken back is none of what was over on that day."""
    if now.status in _OFF:
        if now.status != before.status:
            yield _News(now.status, "status")
        return
    is_ahead = (now.last_day or date.max) >= day
    if _has_moved(before, now, zone):
        yield _News(RESCHEDULED, "start", before.start, now.start)
    elif before.status in _OFF and is_ahead:
        yield _News(ON_AGAIN, "status")
    yield from _news_of_place(before, now, is_same_place, is_ahead=is_ahead)
    if now.availability == SOLD_OUT != before.availability:
        yield _News(SOLD_OUT, "availability")
    elif before.availability in FULL and now.availability not in FULL and is_ahead:
        yield _News(PLACES_AGAIN, "availability")


def _news_of_place(before: _Planned, now: _Planned, is_same_place: IsSamePlace, *, is_ahead: bool) -> Iterator[_News]:
    if now.status == MOVED_ONLINE:
        if before.status != MOVED_ONLINE:
            yield _News(MOVED_ONLINE, "status", before.venue)
    elif before.venue and now.venue is None and now.is_online:
        if before.status != MOVED_ONLINE:
            yield _News(MOVED_ONLINE, "venue", before.venue)
    elif _is_elsewhere(before, now, is_same_place):
        yield _News(VENUE, "venue", before.venue, now.venue)
    elif before.status == MOVED_ONLINE and now.venue and is_ahead:
        yield _News(ON_SITE, "status", after=now.venue)


def _has_moved(before: _Planned, now: _Planned, zone: ZoneInfo) -> bool:
    """Whether a start is another one, and not just known better or worse; unless it is said to be another."""
    if before.start is None or now.start is None:
        return False
    old, new = (_local(moment, zone) for moment in (before.start, now.start))
    coarsest = max(old.precision, new.precision)
    said = now.status == RESCHEDULED != before.status
    return old.known_by(coarsest) != new.known_by(coarsest) or (said and old != new)


def _local(moment: Moment, zone: ZoneInfo) -> Moment:
    return Moment(resolve(moment, zone).replace(tzinfo=None)) if moment.offset is not None else moment


def _is_elsewhere(before: _Planned, now: _Planned, is_same_place: IsSamePlace) -> bool:
    """Whether there is another place; the first one to be known is none, unless it was online alone before."""
    if now.venue is None:
        return False
    if before.venue is None:
        return before.is_online and not now.is_online
    return not is_same_place(before.venue, now.venue)


def _gathered(
    news: Iterable[tuple[str, _News]], plans: Mapping[str, _Planned], day: date
) -> Iterator[tuple[_News, Sequence[str]]]:
    """Each piece of news with the dates it is about: those to come of all that only repeat what the event says."""
    groups: dict[tuple[_News, str], list[str]] = defaultdict(list)
    for key, each in news:
        groups[each, key if each.field in plans[key].stated else ""].append(key)
    for (each, _), keys in groups.items():
        ends = {key: plans[key].last_day for key in keys}
        yield each, [key for key in keys if (ends[key] or date.max) >= day] or keys


def in_order(changes: Iterable[Change]) -> tuple[Change, ...]:
    """Changes by moment, those of one moment by UID and kind."""
    return tuple(sorted(changes, key=lambda change: (change.moment.astimezone(UTC), change.uid_local, change.kind)))
