"""Nodes of JSON-LD in schema.org's words: types, identities, places and addresses."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from affiche.locales import Words
from affiche.model.accessibility import Accessibility
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import resolve
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.record import Record
from affiche.outputs.feed_images import main_jpeg
from affiche.outputs.images import main_image
from affiche.outputs.places import town_words
from affiche.outputs.site import Site

Node = dict[str, Any]
SCHEMA = "https://schema.org/"
#: Values that say nothing, where false and zero do.
UNKNOWN: tuple[object, ...] = (None, "", [], ())
COMMONS = "https://creativecommons.org/"


def node(kind: str, identity: str = "", /, **properties: object) -> Node:
    """A thing of a type, with the properties that are known."""
    found: Node = {"@type": kind, "@id": identity} if identity else {"@type": kind}
    for name, value in properties.items():
        if value or value not in UNKNOWN:
            found[name] = value
    return found


def identity_of(site: Site, record: Record) -> str:
    """The `@id` of what a record is about: no page but a name, the same in every language and after a renaming."""
    return site.absolute(f"#{record.collection}/{record.identity}")


def page_of(site: Site, record: Record, language: str) -> str:
    """The full address of a record's page."""
    return site.absolute(site.routes.record(language, record))


def organisation_node(site: Site, organisation: Organisation, language: str) -> Node:
    """An organisation in few words, as others name it (schema.org Organization)."""
    key = ("organisation node", organisation.id, language)
    return site.once(key, lambda: _organisation_node(site, organisation, language))


def _organisation_node(site: Site, organisation: Organisation, language: str) -> Node:
    return node(
        "Organization",
        identity_of(site, organisation),
        name=site.show(organisation.name, language).text,
        url=organisation.url,
    )


def place_node(site: Site, place: Place | Venue, language: str) -> Node:
    """A place with its address (schema.org Place)."""
    if not isinstance(place, Venue):
        return _place_node(site, place, language)
    return site.once(("venue node", place.id, language), lambda: _place_node(site, place, language))


def _place_node(site: Site, place: Place | Venue, language: str) -> Node:
    return node(
        "Place",
        identity_of(site, place) if isinstance(place, Venue) else "",
        name=site.show(place.name, language).text or town_words(site, place, language),
        address=address_node(site, place, language),
        geo=node("GeoCoordinates", latitude=place.geo[0], longitude=place.geo[1]) if place.geo else None,
    )


def address_node(site: Site, place: Place | Venue | Organisation, language: str) -> Node | None:
    """An address (schema.org PostalAddress); None for an organisation of which no more than the country is known."""
    street, locality = site.show(place.street, language).text, town_words(site, place, language)
    if isinstance(place, Organisation) and not (street or locality or place.postal_code):
        return None
    return node(
        "PostalAddress",
        streetAddress=street,
        postalCode=place.postal_code,
        addressLocality=locality,
        addressCountry=place.country,
    )


def amenity_nodes(words: Words, known: Accessibility) -> list[Node]:
    """What is known of a place's accessibility: a feature is there, is not, or is there in part, in words.

    A feature that is not named is not known, and is not said to be absent.
    """
    values = {"yes": True, "no": False, "partial": words("access.value.partial")}
    return [
        node("LocationFeatureSpecification", name=words(f"access.{feature}"), value=values[answer])
        for feature, answer in known.items()
    ]


def image_node(site: Site, record: Record, language: str) -> Node | None:
    """A record's main image with what it shows, whose it is and its licence (schema.org ImageObject)."""
    image, copy = main_image(site, record), main_jpeg(site, record)
    if image is None or copy is None:
        return None
    return node(
        "ImageObject",
        url=copy.url,
        contentUrl=copy.url,
        caption=site.show(image.alt, language).text,
        creditText=image.credit,
        license=licence_address(image.licence or ""),
    )


def licence_address(code: str) -> str:
    """The page of a licence of Creative Commons or of the public domain; empty for a permission."""
    if code == "cc0-1.0":
        return f"{COMMONS}publicdomain/zero/1.0/"
    if code == "public-domain":
        return f"{COMMONS}publicdomain/mark/1.0/"
    kind, _, version = code.removeprefix("cc-").rpartition("-")
    return f"{COMMONS}licenses/{kind}/{version}/" if code.startswith("cc-") else ""


def iso_moment(moment: Moment | None, zone: ZoneInfo) -> str:
    """A moment in ISO 8601 with that day's offset, or a day alone; empty when less than its day is known."""
    if moment is None or moment.precision > Precision.DAY:
        return ""
    return resolve(moment, zone).isoformat() if moment.precision is Precision.MINUTE else moment.day.isoformat()
