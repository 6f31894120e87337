"""A page for every venue: where it is, how to get in, what is on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from affiche.model.facet import Facet
from affiche.model.organisation import Organisation
from affiche.model.place import Room, Venue
from affiche.model.text import Wording
from affiche.model.url import host_of
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import language_label
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.jsonld import venue_jsonld
from affiche.outputs.open_today import opening_data
from affiche.outputs.opening import schedule_words
from affiche.outputs.pages.event_lists import list_fingerprint, list_view
from affiche.outputs.pages.page import Page, everywhere, later_artifact
from affiche.outputs.pages.record_parts import access_rows, body_view, links, source_view
from affiche.outputs.pages.sharing import record_properties, shared_image
from affiche.outputs.places import town_href, town_words
from affiche.outputs.site import Site


def venue_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each venue in each language."""
    for venue in site.calendar.all(Venue):
        facet = Facet("venue", venue.id)
        operator = site.calendar.find(Organisation, venue.operator)
        stamp = (
            site.calendar.digest_of(venue),
            site.calendar.digest_of(operator) if operator else "",
            list_fingerprint(site, facet),
        )
        for language in site.languages:
            path, page = site.routes.record(language, venue), partial(_page, site, venue, language, facet)
            view = partial(_view, site, venue, language, operator)
            yield later_artifact(site, path, "venue.html", stamp, page, view)


def _page(site: Site, venue: Venue, language: str, facet: Facet) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, venue)),
        title=site.show(venue.name, language).text,
        description=", ".join(
            part for part in (site.show(venue.street, language).text, town_words(site, venue, language)) if part
        ),
        section="venues",
        kind="place",
        listing=site.listing(language, facet),
        canonical=canonical(site, venue, language),
        image=shared_image(site, venue, language),
        properties=record_properties(site, venue, language),
        translated=translated(site, venue),
    )


def _view(site: Site, venue: Venue, language: str, operator: Organisation | None) -> Mapping[str, Any]:
    name = site.show(venue.name, language)
    return {
        "data": [venue_jsonld(site, venue, language)],
        "venue": venue,
        "name": name,
        "name_label": language_label(site, name, language),
        "street": site.show(venue.street, language),
        "town": town_words(site, venue, language),
        "town_href": town_href(site, venue, language),
        "operator": (site.show(operator.name, language), site.href(site.routes.record(language, operator)))
        if operator
        else None,
        "host": host_of(venue.url) if venue.url else "",
        "transport": site.show(venue.transport, language),
        "rooms": [_room(site, room, language) for room in venue.rooms],
        "links": links(site, venue, language),
        "hours_data": opening_data(site, venue.schedule, language),
        "hours": schedule_words(site, venue.schedule, language),
        "access": access_rows(site, venue.accessibility, language, unknown=True),
        **body_view(site, venue, language, top=2),
        **source_view(site, venue, language),
        **list_view(site, language, Facet("venue", venue.id)),
    }


def _room(site: Site, room: Room, language: str) -> tuple[Wording, int | None, list[tuple[str, str, str]]]:
    """A room: its name, its number of seats, and what is known of its own accessibility."""
    name = site.show(room.name, language) if room.name else Wording(room.id)
    return name, room.capacity, access_rows(site, room.accessibility, language)
