"""Where an event is, in words."""

from __future__ import annotations

from collections.abc import Sequence

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.organisation import Organisation
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.outputs.site import Site


def whereabouts(site: Site, event: Event, language: str, performances: Sequence[Performance] = ()) -> str:
    """The places of some performances, or all its places, with their municipalities.

    That it is online where that is all; empty where nothing is known.
    """
    places = [] if event.status == "moved-online" else site.calendar.places_of(event, performances)
    if not places and (event.online_url or event.status == "moved-online"):
        return site.words[language]("where.online")
    return " / ".join(_line(site, place, language) for place in places)


def town_words(site: Site, place: Place | Venue | Organisation, language: str) -> str:
    """The municipality of a place in a language, as typed outside the region; empty where it is not known."""
    municipality = site.calendar.municipality_of(place)
    return site.show(municipality.name, language).text if municipality else place.municipality or ""


def town_href(site: Site, place: Place | Venue | Organisation, language: str) -> str:
    """The address of the page of its municipality; empty outside the region."""
    municipality = site.calendar.municipality_of(place)
    return site.href(site.routes.facet(language, Facet("municipality", municipality.id))) if municipality else ""


def _line(site: Site, place: Place | Venue, language: str) -> str:
    parts = site.show(place.name, language).text, town_words(site, place, language)
    return ", ".join(dict.fromkeys(part for part in parts if part))
