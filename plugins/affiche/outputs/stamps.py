"""What the card of an event depends on, in short: the facts in its files, and how much of the clock shows in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from affiche.model.event import Event
from affiche.model.fingerprint import digest
from affiche.outputs.site import Site
from affiche.outputs.states import is_ending


def cards_fingerprint(site: Site, events: Sequence[Event]) -> str:
    """What the cards of events depend on, in their order."""
    stamps = card_stamps(site)
    return "".join([stamps[event.id] for event in events])


def card_stamps(site: Site) -> Mapping[str, str]:
    """What the card of each event depends on, by its id: a digest, of the same length for all."""
    return site.once(("card stamps",), partial(_card_stamps, site))


def _card_stamps(site: Site) -> Mapping[str, str]:
    digests, year = site.calendar.facts_digests, str(site.calendar.today.year)
    return {event.id: digest((digests[event.id], year, _stage(site, event))) for event in site.calendar.all(Event)}


def _stage(site: Site, event: Event) -> str:
    """How far an event has come: its dates that are left and begun, whether it is over, a run that is on or ending."""
    calendar, today = site.calendar, site.calendar.today.date()
    run, occurrences = calendar.run_of(event), calendar.occurrences[event.id]
    left = len(calendar.left_of(event))
    begun = sum(item.day <= today for item in occurrences)
    seen = run and (run.is_on(today), is_ending(run, today), run.first and today < run.first)
    return str((left, begun, calendar.is_over(event), seen))
