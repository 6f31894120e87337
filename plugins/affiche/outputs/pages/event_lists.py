"""The events of a facet as its page shows them: to come, in parts, and over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.text import Wording
from affiche.outputs.cards import event_card
from affiche.outputs.pages.parts import Part, cut, position_of
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.subscribing import ways

#: A facet's page has this many of its past events, as lines; where there are more, each year has a page.
MOST_PAST = 100
RUNS = "runs"


@dataclass(frozen=True, slots=True)
class PastLine:
    """A past event in a list: its title and its date."""

    title: Wording
    href: str
    date: str
    iso: str


def list_fingerprint(site: Site, facet: Facet) -> str:
    """What the first part of a facet's list depends on: its events, and which of them are over."""
    past = site.past(facet)
    years = list(years_of(site, facet)) if len(past) > MOST_PAST else []
    return site.fingerprint(
        part_fingerprint(site, facet, 1), cards_fingerprint(site, past[:MOST_PAST]), len(site.upcoming(facet)), years
    )


def list_view(site: Site, language: str, facet: Facet) -> Mapping[str, Any]:
    """The cards of a facet's next events, the lines of its latest ones, and the links to subscribe."""
    past, listing = site.past(facet), site.listing(language, facet)
    return {
        **part_view(site, language, facet, 1),
        "upcoming_count": len(site.upcoming(facet)),
        "past": past_lines(site, language, past[:MOST_PAST]),
        "past_years": [
            (year, site.href(site.routes.past(language, facet, year)), len(events))
            for year, events in years_of(site, facet).items()
            if len(past) > MOST_PAST
        ],
        "listing": listing,
        "ways": ways(site, listing),
    }


def facet_parts(site: Site, facet: Facet) -> Sequence[Part[date | str, Event]]:
    """The events of a facet to come in parts: the runs that are on, then the others, cut between two days."""
    return site.once(("parts", facet), lambda: cut(_groups(site, facet)))


def _groups(site: Site, facet: Facet) -> list[tuple[date | str, Sequence[Event]]]:
    runs = runs_on_now(site, facet)
    is_run = {event.id for event in runs}
    others = (event for event in site.upcoming(facet) if event.id not in is_run)
    by_day = groupby(others, key=lambda event: site.calendar.order(event)[0])
    return [(RUNS, runs), *((day, list(events)) for day, events in by_day)]


def runs_on_now(site: Site, facet: Facet | None) -> list[Event]:
    """The runs of a facet that are on today, the one that ends first in front."""
    ranks = _runs_on_now(site)
    return sorted((event for event in site.upcoming(facet) if event.id in ranks), key=lambda event: ranks[event.id])


def _runs_on_now(site: Site) -> Mapping[str, int]:
    """The place of each run that is on today among all of them, by its id."""
    return site.once(("runs on now",), partial(_rank_runs, site))


def _rank_runs(site: Site) -> Mapping[str, int]:
    runs = sorted((event for event in site.calendar.all(Event) if is_on_now(site, event)), key=last_day)
    return {event.id: rank for rank, event in enumerate(runs)}


def part_events(site: Site, facet: Facet, number: int) -> Sequence[Event]:
    """The events of a part of a facet's list, in their order."""
    return [event for _, events in facet_parts(site, facet)[number - 1] for event in events]


def part_fingerprint(site: Site, facet: Facet, number: int) -> str:
    """What a part of a facet's list depends on; a run that is on stands apart."""
    parts = facet_parts(site, facet)
    keys = [key == RUNS for key, _ in parts[number - 1]]
    return site.fingerprint(cards_fingerprint(site, part_events(site, facet, number)), keys, number, len(parts))


def part_view(site: Site, language: str, facet: Facet, number: int) -> Mapping[str, Any]:
    """The cards of a part of a facet's list, the runs that are on apart, and the parts beside it."""
    parts = facet_parts(site, facet)
    runs = [event for key, events in parts[number - 1] if key == RUNS for event in events]
    others = [event for key, events in parts[number - 1] if key != RUNS for event in events]
    return {
        "runs": [event_card(site, language, event) for event in runs],
        "cards": [event_card(site, language, event) for event in others],
        "part": position_of(site, site.routes.facet(language, facet), number, len(parts)),
    }


def years_of(site: Site, facet: Facet) -> Mapping[int, Sequence[Event]]:
    """The past events of a facet by the year of their last date, the latest year first, in a year the earliest."""
    by_year = groupby(site.past(facet), key=lambda event: site.calendar.order(event)[0].year)
    return {year: list(events)[::-1] for year, events in by_year}


def past_lines(site: Site, language: str, events: Sequence[Event]) -> list[PastLine]:
    """Past events as lines."""
    cards = (event_card(site, language, event) for event in events)
    return [PastLine(card.title, card.href, card.date, card.iso) for card in cards]


def is_on_now(site: Site, event: Event) -> bool:
    """Whether an event is a run that is on today."""
    run = site.calendar.run_of(event)
    return run is not None and run.is_on(site.calendar.today.date())


def last_day(event: Event) -> tuple[date, str]:
    """What runs are sorted by: their last day, an unknown one last."""
    return (event.period.end if event.period else None) or date.max, event.id
