"""Events to see beside another: those around it, or, once it is over, what its organisers do next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.occurrence import OFF
from affiche.model.place import Venue
from affiche.outputs.site import Site
from affiche.outputs.when import ahead

MOST = 4
#: What is on at the same place is near when it is so many days before or after.
NEAR = timedelta(days=14)


def related_events(site: Site, event: Event) -> Sequence[Event]:
    """Of what is to take place, four at most, none of its own programme.

    Those of the same festival come first, then those at the same place within two weeks, then those of the same
    discipline in the same municipality. Beside what is over stands what its organisers do next.
    """
    calendar = site.calendar
    left_out = {event.id, *(part.id for part in calendar.parts_of(event))}
    found: dict[str, Event] = {}
    for other in _after(site, event) if calendar.is_over(event) else _around(site, event):
        if other.id not in left_out:
            found.setdefault(other.id, other)
        if len(found) == MOST:
            break
    return list(found.values())


def _after(site: Site, event: Event) -> Iterator[Event]:
    for organisation, _ in site.calendar.organisers_of(event):
        yield from _to_take_place(site, Facet("organisation", organisation.id))


def _around(site: Site, event: Event) -> Iterator[Event]:
    calendar, place = site.calendar, site.calendar.place_of(event)
    if parent := calendar.find(Event, event.part_of):
        yield from (part for part in calendar.parts_of(parent) if part.id in _next_days(site))
    if isinstance(place, Venue):
        yield from _near(site, event, _to_take_place(site, Facet("venue", place.id)))
    if place and (municipality := calendar.municipality_of(place)):
        for discipline in event.disciplines:
            yield from _to_take_place(site, Facet("discipline", discipline, municipality.id))


def _near(site: Site, event: Event, others: Iterable[Event]) -> Iterator[Event]:
    days = _next_days(site)
    day = days.get(event.id) or _next_day(site, event)
    return (other for other in others if abs(days[other.id] - day) <= NEAR)


def _to_take_place(site: Site, facet: Facet) -> Sequence[Event]:
    """The events of a facet that are to take place, the next one first."""
    days = _next_days(site)
    return site.once(("to take place", facet), lambda: [each for each in site.upcoming(facet) if each.id in days])


def _next_days(site: Site) -> Mapping[str, date]:
    """The next day of each event that is to take place, by its id."""
    return site.once(("next days",), partial(_find_next_days, site))


def _find_next_days(site: Site) -> Mapping[str, date]:
    calendar = site.calendar
    left = (event for event in calendar.all(Event) if not calendar.is_over(event))
    return {event.id: _next_day(site, event) for event in left if _takes_place(site, event)}


def _takes_place(site: Site, event: Event) -> bool:
    run = site.calendar.run_of(event)
    return run.status not in OFF if run else any(item.takes_place for item in ahead(site, event))


def _next_day(site: Site, event: Event) -> date:
    """The next day on which it is: today, for a run that is on."""
    run, today = site.calendar.run_of(event), site.calendar.today.date()
    return max(run.first or today, today) if run else ahead(site, event)[0].day
