"""Where an event is, in words."""

from __future__ import annotations

from collections.abc import Container, Sequence

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.organisation import Organisation
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.outputs.site import Site


def whereabouts(
    site: Site, event: Event, language: str, performances: Sequence[Performance] = (), beside: Container[str] = ()
) -> str:
    """The places of some performances, or all its places, each once; the names in `beside` stand beside them already.

    That it is online where that is all; empty where nothing is known.
    """
    places = [] if event.status == "moved-online" else site.calendar.places_of(event, performances)
    if not places and (event.online_url or event.status == "moved-online"):
        return site.words[language]("where.online")
    return " / ".join(dict.fromkeys(place_words(site, language, place, beside) for place in places))


def attendance(site: Site, event: Event, status: str) -> str:
    """How an event of a status is attended: `offline`, `online` or `mixed`."""
    if status == "moved-online":
        return "online"
    if event.online_url:
        return "mixed" if site.calendar.places_of(event) else "online"
    return "offline"


def place_words(site: Site, language: str, place: Place | Venue, beside: Container[str] = ()) -> str:
    """A place and its municipality, each once; the municipality alone where the place's name stands beside."""
    name, town = site.show(place.name, language).text, town_words(site, place, language)
    if name in beside and town:
        return town
    return ", ".join(dict.fromkeys(part for part in (name, town) if part))


def town_words(site: Site, place: Place | Venue | Organisation, language: str) -> str:
    """The municipality of a place in a language, as typed outside the region; empty where it is not known."""
    municipality = site.calendar.municipality_of(place)
    return site.show(municipality.name, language).text if municipality else place.municipality or ""


def town_href(site: Site, place: Place | Venue | Organisation, language: str) -> str:
    """The address of the page of its municipality; empty outside the region."""
    municipality = site.calendar.municipality_of(place)
    return site.href(site.routes.facet(language, Facet("municipality", municipality.id))) if municipality else ""
