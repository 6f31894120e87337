"""Events to see beside another: those around it, or, once it is over, what its organisers do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.occurrence import OFF
from affiche.model.place import Venue
from affiche.outputs.site import Site
from affiche.outputs.when import ahead

MOST = 4
#: What is on at the same place is near when it is so many days before or after.
NEAR = timedelta(days=14)


@dataclass(frozen=True, eq=False)
class Related:
    """What stands beside the events of a site."""

    site: Site

    def to(self, event: Event) -> Sequence[Event]:
        """Of what is to take place, four at most, none of its own programme.

        Those of the same festival come first, then those at the same place within two weeks, then those of the same
        discipline in the same municipality. Beside what is over stands what its organisers do next.
        """
        calendar = self.site.calendar
        left_out = {event.id, *(part.id for part in calendar.parts_of(event))}
        found: dict[str, Event] = {}
        for other in self._after(event) if calendar.is_over(event) else self._around(event):
            if other.id not in left_out:
                found.setdefault(other.id, other)
            if len(found) == MOST:
                break
        return list(found.values())

    def _after(self, event: Event) -> Iterator[Event]:
        for organisation, _ in self.site.calendar.organisers_of(event):
            yield from self._of(Facet("organisation", organisation.id))

    def _around(self, event: Event) -> Iterator[Event]:
        calendar, place = self.site.calendar, self.site.calendar.place_of(event)
        if parent := calendar.find(Event, event.part_of):
            yield from (part for part in calendar.parts_of(parent) if part.id in self._next_days)
        if isinstance(place, Venue):
            yield from self._near(event, self._of(Facet("venue", place.id)))
        if place and (municipality := calendar.municipality_of(place)):
            for discipline in event.disciplines:
                yield from self._of(Facet("discipline", discipline, municipality.id))

    def _near(self, event: Event, others: Iterable[Event]) -> Iterator[Event]:
        days = self._next_days
        day = days.get(event.id) or self._next_day(event)
        first, last = day - NEAR, day + NEAR
        return (other for other in others if first <= days[other.id] <= last)

    def _of(self, facet: Facet) -> Sequence[Event]:
        """The events of a facet that are to take place, the next one first."""
        if facet not in self._by_facet:
            days = self._next_days
            self._by_facet[facet] = [event for event in self.site.upcoming(facet) if event.id in days]
        return self._by_facet[facet]

    @cached_property
    def _by_facet(self) -> dict[Facet, Sequence[Event]]:
        return {}

    @cached_property
    def _next_days(self) -> Mapping[str, date]:
        """The next day of each event that is to take place, by its id."""
        calendar = self.site.calendar
        left = (event for event in calendar.all(Event) if not calendar.is_over(event))
        return {event.id: self._next_day(event) for event in left if self._takes_place(event)}

    def _takes_place(self, event: Event) -> bool:
        run = self.site.calendar.run_of(event)
        return run.status not in OFF if run else any(item.takes_place for item in ahead(self.site, event))

    def _next_day(self, event: Event) -> date:
        """The next day on which it is: today, for a run that is on."""
        run, today = self.site.calendar.run_of(event), self.site.calendar.today.date()
        return max(run.first or today, today) if run else ahead(self.site, event)[0].day
