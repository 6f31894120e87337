"""The signs that two files are of one event: its room at an hour, its booking address, its day with its house."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from datetime import date

from affiche.calendar import Calendar
from affiche.checks.keys import Key, is_home, shared_keys
from affiche.checks.keys import bare_address as bare
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import OFF
from affiche.model.performance import Performance
from affiche.model.place import Venue
from affiche.problems import Place

#: The roles that money and publicity have: two events that share such an organisation share nothing.
AFAR = frozenset({"partner", "funder", "presenter"})


def event_keys(event: Event, calendar: Calendar) -> Iterator[Key]:
    """The signs of one event that two files never share by chance; a home page is no sign."""
    yield from shared_keys(event)
    for at, url in bookings(event):
        if not is_home(url):
            yield Key("booking", bare(url), at)
    for performance in event.performances:
        start, room = performance.start, event.room_of(performance)
        if room and start.precision is Precision.MINUTE and event.status_of(performance) not in OFF:
            for venue in _venues(event, performance, calendar):
                yield from (Key("room", (venue, start.typed, fold_name(name)), ("title",)) for name in room.values())


def days_with_house(event: Event, calendar: Calendar) -> Iterator[Hashable]:
    """Each first day of an event with its place, and with each of its organisers: where like titles are one event."""
    houses = _houses(event)
    here = sorted({*houses, *_venues(event, None, calendar)})
    if event.period:
        days = [day for day in (event.period.start, event.period.end) if day]
        yield from ((day, who) for day in days for who in here)
    for performance in event.performances:
        whos = sorted({*houses, *_venues(event, performance, calendar)}) if performance.venue else here
        yield from ((_first_day(performance.start), who) for who in whos)


def _first_day(start: Moment) -> Hashable:
    """The day on which something begins, as far as it is known: of a month or a season, that alone."""
    return start.day if start.precision <= Precision.DAY else str(start)


def are_related(one: Event, other: Event) -> bool:
    """Whether one event is a part of the other, with which it shares its page and its days."""
    return one.part_of == other.id or other.part_of == one.id


def are_in_series(one: Event, other: Event) -> bool:
    """Whether two events of one house or festival are on other days: they may share a page, as lessons do."""
    is_shared = _houses(one) == _houses(other) or (one.part_of is not None and one.part_of == other.part_of)
    days, other_days = _days(one), _days(other)
    return is_shared and bool(days) and bool(other_days) and days.isdisjoint(other_days)


def _houses(event: Event) -> set[str]:
    return {each.organisation for each in event.organisers if each.role not in AFAR}


def _days(event: Event) -> set[date]:
    """The days of an event; none where one of them is not known."""
    starts = [each.start for each in event.performances]
    is_known = starts and all(start.precision <= Precision.DAY for start in starts)
    return {start.day for start in starts} if is_known else set()


def bookings(event: Event) -> Iterator[tuple[Place, str]]:
    """The addresses where an event and its dates are booked, each with its place."""
    if event.booking and event.booking.url:
        yield ("booking", "url"), event.booking.url
    for index, performance in enumerate(event.dates):
        if performance.booking_url:
            yield ("dates", index, "booking_url"), performance.booking_url


def _venues(event: Event, performance: Performance | None, calendar: Calendar) -> list[str]:
    """What a date's place is known by: the id of its venue, or the names of one that is described on the spot."""
    stated = (performance.venue if performance else None) or event.venue
    if isinstance(stated, str):
        venue = calendar.find(Venue, stated)
        return [f"venue {venue.id if venue else stated}"]
    name = stated.name if stated else None
    return [f"place {fold_name(each)}" for each in dict.fromkeys(name.values() if name else ())]
