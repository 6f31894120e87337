"""Where an event is, and how to get there."""

from __future__ import annotations

from functools import partial
from typing import Any

from affiche.model.country import country_name
from affiche.model.event import Event
from affiche.model.place import Place, Venue
from affiche.model.text import Wording
from affiche.outputs.cards import where_words
from affiche.outputs.places import town_words
from affiche.outputs.site import Site

#: A map that a visitor may open: nothing of it is loaded by a page.
MAP = "https://www.openstreetmap.org/?mlat={0}&mlon={1}#map=17/{0}/{1}"


def event_place(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its place, or its places: name, address, how to get there, coordinates and where a map shows them."""
    place = None if event.status == "moved-online" else site.calendar.place_of(event)
    room = site.show(site.calendar.room_of(event), language)
    view = partial(_place, site, place, room, language)
    return {
        "where": where_words(site, language, event),
        "room": room,
        **(site.once(("place", language, place.id, room), view) if isinstance(place, Venue) else view()),
    }


def _place(site: Site, place: Place | Venue | None, room: Wording, language: str) -> dict[str, Any]:
    """What all events in a room of a venue say of it."""
    venue = place if isinstance(place, Venue) else None
    return {
        "place_name": site.show(place.name if place else None, language),
        "place_href": site.href(site.routes.record(language, venue)) if venue else "",
        "town": town_words(site, place, language) if place else "",
        "address": _address(site, place, room, language) if place else [],
        "transport": site.show(venue.transport if venue else None, language),
        "geo": place.geo if place else None,
        "map": MAP.format(*place.geo) if place and place.geo else "",
    }


def _address(site: Site, place: Place | Venue, room: Wording, language: str) -> list[Wording]:
    """What stands below the name of a place: room, street, town, country."""
    lines = (
        room,
        site.show(place.street, language),
        Wording(f"{place.postal_code or ''} {town_words(site, place, language)}".strip()),
        Wording(country_name(place.country, language) if place.country != "BE" else ""),
    )
    return [line for line in lines if line.text]
