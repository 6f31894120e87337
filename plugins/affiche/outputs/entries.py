"""What calendars hold: an entry for each performance and each run of each event, withdrawn events included."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.history import Dates
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.model.performance import RUN, Performance
from affiche.model.place import Venue
from affiche.model.text import Text
from affiche.outputs.site import Site

#: How long calendars keep what is over: long enough that a cancellation is seen.
DAYS_KEPT = timedelta(days=30)
#: An entry's dates, sequence number and digest.
Revision = tuple[Dates, int, str]


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A performance or a run of an event, as one entry of a calendar.

    `id` is unique among all entries and survives any change of title, date or path. `start` and `end` are aware
    moments, or days where no hour is stated, the last one included; None when not known, `start` also when known no
    better than by month. `last_day` is None for a run whose end is not known. `dates` and `digest` cover all that the
    event shows; `sequence` counts the minutes between its first commit and its last change.
    """

    event: Event
    id: str
    status: str
    start: datetime | date | None
    end: datetime | date | None
    last_day: date | None
    occurrence: Occurrence | None
    dates: Dates
    sequence: int
    digest: str

    @property
    def notice(self) -> Text | None:
        """Why the event was withdrawn: then its entry says nothing else of it."""
        return self.event.withdrawn.reason if self.event.withdrawn else None

    @property
    def performance(self) -> Performance | None:
        """What the event's file says of this date; None for a run."""
        return self.event.performances[self.occurrence.index] if self.occurrence else None

    @property
    def is_on(self) -> bool:
        """Whether it is neither cancelled nor postponed."""
        return self.status not in OFF

    @property
    def first_day(self) -> date | None:
        """The local day on which it starts."""
        return self.start.date() if isinstance(self.start, datetime) else self.start


@dataclass(frozen=True, eq=False)
class Entries:
    """The entries of all events of a calendar."""

    calendar: Calendar

    @cached_property
    def events(self) -> Sequence[Event]:
        """Every event that has calendar files of its own: those with a page, then those with a notice."""
        return [*self.calendar.all(Event), *(self._withdrawn[event.id] for event in self._as_if_shown.all(Event))]

    @property
    def public(self) -> Sequence[Event]:
        """Those of the public agenda."""
        return [*self.calendar.public, *(self._withdrawn[event.id] for event in self._as_if_shown.public)]

    @cached_property
    def by_event(self) -> Mapping[str, Sequence[Entry]]:
        """The entries of each event, its run first, by event id: for withdrawn events, what is left of them."""
        found = {event.id: _entries_of(self.calendar, event) for event in self.calendar.all(Event)}
        for event in self._as_if_shown.all(Event):
            withdrawn = self._withdrawn[event.id]
            left = _entries_of(self._as_if_shown, event)
            found[event.id] = [replace(entry, event=withdrawn, status="cancelled") for entry in left]
        return found

    def current(self, facet: Facet | None = None) -> Sequence[Entry]:
        """The entries of a facet's calendar: the public ones of today's window, by start, then by id."""
        events = (*self.calendar.events(facet), *self._as_if_shown.events(facet))
        ranked = self._ranked
        entries = [entry for _, entry in sorted(each for event in events for each in ranked.get(event.id, ()))]
        if facet is None or not (facet.kind == "venue" or facet.place):
            return entries
        return [entry for entry in entries if entry.event.id not in self._touring or self._takes_place_at(entry, facet)]

    @cached_property
    def _ranked(self) -> Mapping[str, Sequence[tuple[int, Entry]]]:
        """The entries of today's window by event id, each after its rank among all of them."""
        found: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
        entries = (entry for entries in self.by_event.values() for entry in entries if self._is_current(entry))
        for rank, entry in enumerate(sorted(entries, key=lambda each: order_of(self.calendar, each.start, each.id))):
            found[entry.event.id].append((rank, entry))
        return found

    def _is_current(self, entry: Entry) -> bool:
        """Whether it ends on or after the day 30 days ago, and starts within the next 12 months."""
        first, last = self._window
        is_kept = entry.last_day is None or entry.last_day >= first
        return entry.first_day is not None and is_kept and entry.first_day <= last

    @cached_property
    def _window(self) -> tuple[date, date]:
        return window_of(self.calendar)

    def _takes_place_at(self, entry: Entry, facet: Facet) -> bool:
        """Whether an entry is in the place that a facet is about."""
        place = self.calendar.place_of(entry.event, entry.performance)
        if facet.kind == "venue":
            return isinstance(place, Venue) and place.id == facet.id
        municipality = self.calendar.municipality_of(place) if place else None
        return municipality is not None and municipality.id == facet.place

    @cached_property
    def _touring(self) -> frozenset[str]:
        """The ids of the events of which a date has a place of its own: of all others, the facet has told."""
        return frozenset(event.id for event in self.events if any(each.venue for each in event.performances))

    @cached_property
    def _withdrawn(self) -> Mapping[str, Event]:
        shelf = self.calendar.records.get(Event.collection, {})
        return {event.id: event for event in shelf.values() if isinstance(event, Event) and event.withdrawn}

    @cached_property
    def _as_if_shown(self) -> Calendar:
        """The calendar of the withdrawn events alone, as it would be had they not been."""
        shelf = {key: _not_withdrawn(event) for key, event in self._withdrawn.items()}
        return replace(self.calendar, records={**self.calendar.records, Event.collection: shelf})


def _not_withdrawn(event: Event) -> Event:
    """A withdrawn event as it was before; pydantic's own update would write to the names that it shares with others."""
    copied = event.model_copy()
    copied.__dict__["withdrawn"] = None
    return copied


def entries_of(site: Site) -> Entries:
    """The entries of a site, worked out once for all that tells of them."""
    return site.once(("entries",), lambda: Entries(site.calendar))


def _entries_of(calendar: Calendar, event: Event) -> Sequence[Entry]:
    """The entries of an event, its run first; of two with one id, the first: calendars would mix them up."""
    revision, run = _revision(calendar, event), calendar.run_of(event)
    runs = [_run_entry(event, run, revision)] if run else []
    found: dict[str, Entry] = {}
    for entry in (*runs, *(_performance_entry(event, item, revision) for item in calendar.occurrences[event.id])):
        found.setdefault(entry.id.casefold(), entry)
    return list(found.values())


def _revision(calendar: Calendar, event: Event) -> Revision:
    """What all the entries of an event share; a `published` that is typed later does not set its count back."""
    published, updated = calendar.dates_of(event).published, calendar.revisions[event.id]
    first = calendar.history.first_of(event) or published
    sequence = max(updated - first, timedelta()) // timedelta(minutes=1)
    return Dates(published, updated), sequence, calendar.digests[event.id]


def _performance_entry(event: Event, occurrence: Occurrence, revision: Revision) -> Entry:
    start: datetime | date | None = occurrence.start or occurrence.day
    end: datetime | date | None = occurrence.end
    if occurrence.start is None and event.performances[occurrence.index].end:
        end = occurrence.last_day
    if occurrence.precision > Precision.DAY:
        start = end = None
    entry_id = f"{event.identity}.{occurrence.id}"
    return Entry(event, entry_id, occurrence.status, start, end, occurrence.last_day, occurrence, *revision)


def _run_entry(event: Event, run: Run, revision: Revision) -> Entry:
    return Entry(event, f"{event.identity}.{RUN}", run.status, run.first, run.last, run.last, None, *revision)


def window_of(calendar: Calendar) -> tuple[date, date]:
    """The days of which calendars to subscribe to tell: from 30 days ago to a year ahead."""
    today = calendar.today.date()
    return today - DAYS_KEPT, _in_a_year(today)


def order_of(calendar: Calendar, start: datetime | date | None, entry_id: str) -> tuple[datetime, str]:
    """What the entries of a calendar are sorted by: their start, a day at its first minute; then their id."""
    if not isinstance(start, datetime):
        start = datetime.combine(start or date.max, time(), calendar.settings.time_zone)
    return start.astimezone(UTC), entry_id


def _in_a_year(day: date) -> date:
    """The same day of the next year, 28 February for the 29th."""
    is_leap_day = (day.month, day.day) == (2, 29)
    return day.replace(year=day.year + 1, day=28 if is_leap_day else day.day)
