"""Structured data for search engines: the text of a page's script element, as JSON-LD in schema.org's words."""

from __future__ import annotations

import json
from collections.abc import Iterable

from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Room, Venue
from affiche.outputs.feed_images import logo_jpeg
from affiche.outputs.jsonld_event import event_node
from affiche.outputs.jsonld_hours import opening_hours
from affiche.outputs.jsonld_node import (
    Node,
    address_node,
    amenity_nodes,
    image_node,
    node,
    organisation_node,
    page_of,
    place_node,
)
from affiche.outputs.site import Site

_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
#: What would end a script element or, in older readers, a line: written as escapes of JSON.
_ESCAPES = {character: f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def event_jsonld(site: Site, event: Event, language: str) -> str:
    """An event's Event; empty when the day it begins is not known."""
    found = event_node(site, event, language)
    return _script(found) if found else ""


def organisation_jsonld(site: Site, organisation: Organisation, language: str) -> str:
    """An organisation's Organization."""
    logo = logo_jpeg(site, organisation)
    return _script(
        organisation_node(site, organisation, language)
        | node(
            "Organization",
            alternateName=list(organisation.alternate_names),
            mainEntityOfPage=page_of(site, organisation, language),
            description=site.show(organisation.mission, language).text,
            address=address_node(site, organisation, language),
            email=organisation.email,
            telephone=organisation.phone,
            logo=logo.url if logo else "",
            image=image_node(site, organisation, language),
            foundingDate=organisation.founded,
            knowsLanguage=list(organisation.languages),
            memberOf=[node("Organization", name=name) for name in organisation.member_of],
            sameAs=[*organisation.same_as, *organisation.social],
        )
    )


def venue_jsonld(site: Site, venue: Venue, language: str) -> str:
    """A venue's Place, with its hours, its rooms and what is known of its accessibility."""
    return _script(
        place_node(site, venue, language)
        | node(
            "Place",
            alternateName=list(venue.alternate_names),
            mainEntityOfPage=page_of(site, venue, language),
            url=venue.url,
            image=image_node(site, venue, language),
            **opening_hours(venue.schedule),
            amenityFeature=amenity_nodes(site.words[language], venue.accessibility),
            containsPlace=[_room_node(site, room, language) for room in venue.rooms],
            sameAs=list(venue.same_as),
        )
    )


def _room_node(site: Site, room: Room, language: str) -> Node:
    return node(
        "Place",
        name=site.show(room.name, language).text or room.id,
        maximumAttendeeCapacity=room.capacity,
        amenityFeature=amenity_nodes(site.words[language], room.accessibility),
    )


def website_jsonld(site: Site) -> str:
    """The site's WebSite, the same on every home: search engines take its name from there."""
    root, settings = site.absolute(""), site.calendar.settings
    return _script(
        node("WebSite", f"{root}#website", name=settings.site_name, url=root, inLanguage=list(settings.languages))
    )


def breadcrumbs_jsonld(site: Site, trail: Iterable[tuple[str, str]]) -> str:
    """The way to a page as a BreadcrumbList: the names and paths of the pages from the list down to itself."""
    items = [
        node("ListItem", position=position, name=name, item=site.absolute(path))
        for position, (name, path) in enumerate(trail, start=1)
    ]
    return _script(node("BreadcrumbList", itemListElement=items))


def _script(found: Node) -> str:
    """JSON that stands safely in a script element, the same bytes each time."""
    text = _ENCODER.encode({"@context": "https://schema.org", **found})
    for character, escape in _ESCAPES.items():  # faster than `translate`, which looks at every character
        text = text.replace(character, escape)
    return text
