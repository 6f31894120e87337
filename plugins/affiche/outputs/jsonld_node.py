"""Nodes of JSON-LD in schema.org's words: types, identities, places and addresses."""

from __future__ import annotations

from typing import Any

from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.record import Record
from affiche.outputs.feed_images import main_jpeg
from affiche.outputs.places import town_words
from affiche.outputs.site import Site

Node = dict[str, Any]
SCHEMA = "https://schema.org/"


def node(kind: str, identity: str = "", /, **properties: object) -> Node:
    """A thing of a type, with the properties that are known."""
    known = {name: value for name, value in properties.items() if value not in (None, "", [], ())}
    return {"@type": kind} | ({"@id": identity} if identity else {}) | known


def identity_of(site: Site, record: Record) -> str:
    """The `@id` of what a record is about: no page but a name, the same in every language and after a renaming."""
    return site.absolute(f"#{record.collection}/{record.identity}")


def page_of(site: Site, record: Record, language: str) -> str:
    """The full address of a record's page."""
    return site.absolute(site.routes.record(language, record))


def organisation_node(site: Site, organisation: Organisation, language: str) -> Node:
    """An organisation in few words, as others name it (schema.org Organization)."""
    return node(
        "Organization",
        identity_of(site, organisation),
        name=site.show(organisation.name, language).text,
        url=organisation.url,
    )


def place_node(site: Site, place: Place | Venue, language: str) -> Node:
    """A place with its address (schema.org Place)."""
    return node(
        "Place",
        identity_of(site, place) if isinstance(place, Venue) else "",
        name=site.show(place.name, language).text or town_words(site, place, language),
        address=address_node(site, place, language),
        geo=node("GeoCoordinates", latitude=place.geo[0], longitude=place.geo[1]) if place.geo else None,
    )


def address_node(site: Site, place: Place | Venue | Organisation, language: str) -> Node | None:
    """An address (schema.org PostalAddress), None where no more than the country is known."""
    street, locality = site.show(place.street, language).text, town_words(site, place, language)
    if not (street or locality or place.postal_code):
        return None
    return node(
        "PostalAddress",
        streetAddress=street,
        postalCode=place.postal_code,
        addressLocality=locality,
        addressCountry=place.country,
    )


def image_of(site: Site, record: Record) -> str:
    """The full address of a record's main image; empty without one."""
    copy = main_jpeg(site, record)
    return copy.url if copy else ""
