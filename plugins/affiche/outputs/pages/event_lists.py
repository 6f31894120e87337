"""The events of a facet as its page shows them: to come, and over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.text import Wording
from affiche.outputs.cards import cards_fingerprint, event_card
from affiche.outputs.site import Site
from affiche.outputs.subscribing import ways

#: A list holds at most this many cards; past events are lines, and the archive holds the rest.
MOST_CARDS = 150
MOST_PAST = 100


@dataclass(frozen=True, slots=True)
class PastLine:
    """A past event in a list: its title and its date."""

    title: Wording
    href: str
    date: str
    iso: str


def list_fingerprint(site: Site, facet: Facet) -> str:
    """What a facet's list depends on: its events, and which of them are over."""
    upcoming, past = _shown(site, facet)
    return site.fingerprint(cards_fingerprint(site, upcoming), cards_fingerprint(site, past), len(site.upcoming(facet)))


def list_view(site: Site, language: str, facet: Facet) -> Mapping[str, Any]:
    """The cards of a facet's events to come, the lines of its past ones, and the links to subscribe."""
    upcoming, past = _shown(site, facet)
    runs = [event for event in upcoming if is_on_now(site, event)]
    listing = site.listing(language, facet)
    return {
        "runs": [event_card(site, language, event) for event in sorted(runs, key=last_day)],
        "cards": [event_card(site, language, event) for event in upcoming if not is_on_now(site, event)],
        "upcoming_count": len(site.upcoming(facet)),
        "past": [_past_line(site, language, event) for event in past],
        "listing": listing,
        "ways": ways(site, listing),
    }


def is_on_now(site: Site, event: Event) -> bool:
    """Whether an event is a run that is on today."""
    run = site.calendar.run_of(event)
    return run is not None and run.is_on(site.calendar.today.date())


def last_day(event: Event) -> tuple[date, str]:
    """What runs are sorted by: their last day, an unknown one last."""
    return (event.period.end if event.period else None) or date.max, event.id


def _shown(site: Site, facet: Facet) -> tuple[Sequence[Event], Sequence[Event]]:
    return site.upcoming(facet)[:MOST_CARDS], site.past(facet)[:MOST_PAST]


def _past_line(site: Site, language: str, event: Event) -> PastLine:
    card = event_card(site, language, event)
    return PastLine(card.title, card.href, card.date, card.iso)
