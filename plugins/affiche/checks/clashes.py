"""Events for the same people at the same time, and the days of that week on which less is going on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.occurrence import Occurrence
from affiche.model.week import Week

#: Starts that are no further apart are at the same time.
WITHIN = timedelta(hours=3)
#: How many days of a week are proposed.
QUIET_DAYS = 2
#: The roles of those who decide on a date; with two of them an event is a joint one.
DECIDING = frozenset({"organiser", "co-organiser", "host", "producer"})
DAY = timedelta(days=1)


class Slot(NamedTuple):
    """One date of an event as others may clash with it; `place` is its municipality, empty for none."""

    event: Event
    occurrence: Occurrence
    place: str


class Clash(NamedTuple):
    """A date of an event, and that of another one which the same people may want to go to."""

    event: Event
    occurrence: Occurrence
    other: Event
    other_occurrence: Occurrence


@dataclass(frozen=True, eq=False)
class Programme:
    """What is to come, by day: `counted` has openings, single dates and joint events, `all` every date."""

    calendar: Calendar
    counted: Mapping[date, Sequence[Slot]]
    all: Mapping[date, Sequence[Slot]]

    @classmethod
    def of(cls, calendar: Calendar) -> Programme:
        """The programme of a calendar from its present moment on."""
        counted: dict[date, list[Slot]] = defaultdict(list)
        every: dict[date, list[Slot]] = defaultdict(list)
        for event in calendar.all(Event):
            for slot in _slots(event, calendar):
                every[slot.occurrence.day].append(slot)
                if _counts(slot):
                    counted[slot.occurrence.day].append(slot)
        return cls(calendar, counted, every)

    def clashes_of(self, event: Event) -> Sequence[Clash]:
        """The clashes of an event, in order of its dates, the nearest in time first."""
        slots = [slot for slot in _slots(event, self.calendar) if _counts(slot)]
        found = (
            Clash(event, slot.occurrence, each.event, each.occurrence) for slot in slots for each in self._rivals(slot)
        )
        return sorted(found, key=_nearness)

    def clashes(self) -> Iterator[Clash]:
        """Every clash to come, each once, in order of time."""
        for day in sorted(self.counted):
            for slot in sorted(self.counted[day], key=_rank):
                for rival in sorted(self._rivals(slot), key=_rank):
                    if _rank(slot) < _rank(rival):
                        yield Clash(slot.event, slot.occurrence, rival.event, rival.occurrence)

    def quiet_days(self, event: Event, day: date) -> Sequence[date]:
        """The other days of a day's week on which least is on for the same people, in order; past days are none."""
        (monday, sunday), today = (Week.of(day).monday, Week.of(day).sunday), self.calendar.today.date()
        days = [monday + number * DAY for number in range((sunday - monday).days + 1)]
        free = [each for each in days if each != day and each >= today]
        counts = {each: sum(_share_people(event, slot.event) for slot in self.all.get(each, ())) for each in free}
        return sorted(sorted(free, key=lambda each: (counts[each], abs(each - day), each))[:QUIET_DAYS])

    def _rivals(self, slot: Slot) -> Iterator[Slot]:
        start, day = slot.occurrence.start, slot.occurrence.day
        near = (other for each in (day - DAY, day, day + DAY) for other in self.counted.get(each, ()))
        for other in near:
            begins = other.occurrence.start
            if start and begins and abs(begins - start) <= WITHIN and _is_rival(slot, other):
                yield other


def clashes_of(event: Event, calendar: Calendar) -> Sequence[Clash]:
    """The clashes of one event; for several, one `Programme` answers faster."""
    return Programme.of(calendar).clashes_of(event)


def _slots(event: Event, calendar: Calendar) -> Iterator[Slot]:
    """The dates of an event that are still to come, at a known hour."""
    places: dict[str, str] = {}
    for occurrence in calendar.occurrences.get(event.id, ()):
        if occurrence.takes_place and occurrence.start and occurrence.start > calendar.now:
            performance = event.performances[occurrence.index]
            key = repr(performance.venue)
            if key not in places:
                places[key] = _municipality(event, occurrence, calendar)
            yield Slot(event, occurrence, places[key])


def _municipality(event: Event, occurrence: Occurrence, calendar: Calendar) -> str:
    place = calendar.place_of(event, event.performances[occurrence.index])
    if place is None:
        return ""
    known = calendar.municipality_of(place)
    return known.id if known else fold_name(place.municipality or "")


def _counts(slot: Slot) -> bool:
    """Whether a date is the first or only one of its event, or any of a joint event."""
    return slot.occurrence.index == 0 or len(_deciding(slot.event)) > 1


def _deciding(event: Event) -> frozenset[str]:
    return frozenset(each.organisation for each in event.organisers if each.role in DECIDING)


def _is_rival(slot: Slot, other: Slot) -> bool:
    one, two = slot.event, other.event
    if one.id == two.id or not _share_people(one, two) or _know_of_each_other(one, two):
        return False
    return (bool(slot.place) and slot.place == other.place) or _share_work(one, two)


def _share_people(one: Event, two: Event) -> bool:
    return one.audience == two.audience and not frozenset(one.disciplines).isdisjoint(two.disciplines)


def _share_work(one: Event, two: Event) -> bool:
    names = ("groups", "projects", "campaigns")
    return any(not frozenset(getattr(one, name)).isdisjoint(getattr(two, name)) for name in names)


def _know_of_each_other(one: Event, two: Event) -> bool:
    """Whether two events are of one house, or of one festival, which puts them side by side on purpose."""
    families = [{event.id, event.part_of or event.id} for event in (one, two)]
    return bool(families[0] & families[1]) or not _deciding(one).isdisjoint(_deciding(two))


def _rank(slot: Slot) -> tuple[object, ...]:
    return (*slot.occurrence.sort_key, slot.event.id, slot.occurrence.index)


def _nearness(clash: Clash) -> tuple[object, ...]:
    starts = clash.occurrence.start, clash.other_occurrence.start
    apart = abs(starts[1] - starts[0]) if starts[0] and starts[1] else timedelta()
    return (*clash.occurrence.sort_key, apart, clash.other.id)
