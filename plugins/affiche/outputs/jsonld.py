"""Structured data for search engines: the text of a page's script element, as JSON-LD in schema.org's words."""

from __future__ import annotations

import json

from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.outputs.feed_images import jpeg_copy
from affiche.outputs.jsonld_event import event_node
from affiche.outputs.jsonld_node import Node, address_node, image_of, node, organisation_node, page_of, place_node
from affiche.outputs.site import Site

#: What would end a script element or, in older readers, a line: written as escapes of JSON.
_ESCAPES = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def event_jsonld(site: Site, event: Event, language: str) -> str:
    """An event's Event; empty when the day it begins is not known."""
    found = event_node(site, event, language)
    return _script(found) if found else ""


def organisation_jsonld(site: Site, organisation: Organisation, language: str) -> str:
    """An organisation's Organization."""
    logo = organisation.origin.images.get(organisation.logo or "", "")
    return _script(
        organisation_node(site, organisation, language)
        | node(
            "Organization",
            alternateName=list(organisation.alternate_names),
            mainEntityOfPage=page_of(site, organisation, language),
            description=site.show(organisation.mission, language).text,
            address=address_node(site, organisation, language),
            logo=jpeg_copy(site, logo).url if logo in site.images else "",
            image=image_of(site, organisation),
            foundingDate=organisation.founded,
            sameAs=[*organisation.same_as, *organisation.social],
        )
    )


def venue_jsonld(site: Site, venue: Venue, language: str) -> str:
    """A venue's Place."""
    return _script(
        place_node(site, venue, language)
        | node(
            "Place",
            alternateName=list(venue.alternate_names),
            mainEntityOfPage=page_of(site, venue, language),
            url=venue.url,
            image=image_of(site, venue),
            sameAs=list(venue.same_as),
        )
    )


def _script(found: Node) -> str:
    """JSON that stands safely in a script element, the same bytes each time."""
    text = json.dumps({"@context": "https://schema.org", **found}, ensure_ascii=False, allow_nan=False)
    return text.translate(_ESCAPES)
