"""A stretch of days as a list shows it: its days with their cards, what has no day yet, the runs apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from affiche.model.event import Event
from affiche.model.occurrence import NIGHT_ENDS, Occurrence
from affiche.outputs.opening import schedule_of
from affiche.outputs.pages.days import Entry, entries_by_day, runs_between, undated
from affiche.outputs.pages.event_lists import RUNS, is_on_now
from affiche.outputs.site import Site

#: When an evening begins.
EVENING = time(17)
UNDATED, STARTING = "undated", "starting"


@dataclass(frozen=True, slots=True)
class Window:
    """Days from a first to a last one.

    With `evening` it begins at 17:00 of the first, with `night` it ends at five after the last.
    """

    first: date
    last: date
    evening: bool = False
    night: bool = False

    @property
    def days(self) -> Sequence[date]:
        """Each of its days."""
        return [self.first + timedelta(days=count) for count in range((self.last - self.first).days + 1)]

    def has(self, occurrence: Occurrence) -> bool:
        """Whether a performance begins in it; one whose hour is not known may be in the evening."""
        hour = occurrence.start.time() if occurrence.start else None
        if self.night and occurrence.day == self.last + timedelta(days=1):
            return hour is not None and hour < NIGHT_ENDS
        is_early = self.evening and occurrence.day == self.first and hour is not None and hour < EVENING
        return self.first <= occurrence.day <= self.last and not is_early


@dataclass(frozen=True, slots=True)
class Stretch:
    """What one list by day shows, in parts or not.

    `undated` is what may happen in it, of which the day is not known; `runs` are on, the one that ends first in front;
    `starting` are those that will be, the one that begins first in front.
    """

    first: date
    last: date
    days: Mapping[date, Sequence[Entry]]
    undated: Sequence[Entry] = ()
    runs: Sequence[Event] = ()
    starting: Sequence[Event] = ()

    @property
    def groups(self) -> Iterator[tuple[date | str, Sequence[Entry]]]:
        """All of it in the order of a page: each day, then the blocks without days; a run has no dates to show."""
        yield from self.days.items()
        yield UNDATED, self.undated
        yield RUNS, [Entry(event, ()) for event in self.runs]
        yield STARTING, [Entry(event, ()) for event in self.starting]

    @property
    def events(self) -> Sequence[Event]:
        """Every event that it shows, once for each card."""
        return [entry.event for _, entries in self.groups for entry in entries]


def days_in(site: Site, window: Window) -> dict[date, list[Entry]]:
    """The days of a window that have something, each entry with those of its performances that are in it."""
    found: dict[date, list[Entry]] = {}
    for day in (*window.days, window.last + timedelta(days=1)):
        entries = all_days(site).get(day, ())
        shown = [(entry.event, [each for each in entry.occurrences if window.has(each)]) for entry in entries]
        if inside := [Entry(event, occurrences) for event, occurrences in shown if occurrences]:
            found[day] = inside
    return found


def all_days(site: Site) -> dict[date, list[Entry]]:
    """Every day that has something, past ones included, the earliest first."""
    return site.once(("days",), lambda: entries_by_day(site))


def all_undated(site: Site) -> list[Entry]:
    """Everything of which the day is not known."""
    return site.once(("undated",), lambda: undated(site))


def undated_in(site: Site, first: date, last: date) -> list[Entry]:
    """What may happen between two days, of which the day is not known."""
    return [entry for entry in all_undated(site) if _meets(entry.occurrences[0], first, last)]


def _meets(occurrence: Occurrence, first: date, last: date) -> bool:
    return occurrence.day <= last and occurrence.last_day >= first


def stretch_from_today(site: Site, count: int) -> Stretch:
    """The next days, today included; runs that begin in them stand apart from those that are on."""
    window = Window(today := site.calendar.today.date(), today + timedelta(days=count - 1))
    runs = open_runs(site, window)
    starting = sorted((event for event in runs if not is_on_now(site, event)), key=site.calendar.order)
    return Stretch(
        window.first,
        window.last,
        days_in(site, window),
        undated_in(site, window.first, window.last),
        [event for event in runs if is_on_now(site, event)],
        starting,
    )


def open_runs(site: Site, window: Window) -> list[Event]:
    """The runs that are on in a window and not known to be closed throughout, the one that ends first in front.

    For an evening they must be known to be open: most exhibitions close before.
    """
    return [event for event in runs_between(site, window.first, window.last) if _is_open(site, event, window)]


def _is_open(site: Site, event: Event, window: Window) -> bool:
    run, schedule = site.calendar.run_of(event), schedule_of(site, event)
    for day in window.days if run else ():
        if run and run.is_on(day):
            hours, is_evening = schedule.hours_on(day), window.evening and day == window.first
            if any(not is_evening or closes > EVENING or closes <= opens for opens, closes in hours):
                return True
            if not is_evening and not schedule.is_known_on(day):
                return True
    return False
