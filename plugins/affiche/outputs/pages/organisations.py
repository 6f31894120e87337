"""A page for every organisation: who it is, what it makes, what it offers and seeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from affiche.model.country import country_name
from affiche.model.facet import Facet
from affiche.model.language import language_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.url import host_of
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.lines import calls_stamp
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.cards import language_label
from affiche.outputs.exchange import matches_for
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.jsonld import organisation_jsonld
from affiche.outputs.pages.call_blocks import organisation_view
from affiche.outputs.pages.event_lists import list_fingerprint, list_view
from affiche.outputs.pages.matching import match_line, matches_stamp
from affiche.outputs.pages.offers import offer_terms
from affiche.outputs.pages.organisation_network import network_stamp, network_view
from affiche.outputs.pages.page import Page, everywhere, later_artifact
from affiche.outputs.pages.record_parts import (
    access_rows,
    body_view,
    description_of,
    links,
    source_view,
    sustainability_lines,
)
from affiche.outputs.pages.sharing import shared_image
from affiche.outputs.places import town_href, town_words
from affiche.outputs.poster import colour_of
from affiche.outputs.projects import still_open
from affiche.outputs.site import Site


def organisation_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each organisation in each language."""
    today = site.calendar.today.date()
    for organisation in site.calendar.all(Organisation):
        facet = Facet("organisation", organisation.id)
        venues = [venue for key in organisation.venues if (venue := site.calendar.find(Venue, key))]
        stamp = (
            site.calendar.digest_of(organisation),
            [site.calendar.digest_of(venue) for venue in venues],
            list_fingerprint(site, facet),
            calls_stamp(site, calls_of(site).by(organisation)),
            network_stamp(site, organisation),
            matches_stamp(site, matches_for(site, organisation)),
            [len(still_open(offers, today)) for offers in (organisation.offers, organisation.seeks)],
        )
        for language in site.languages:
            path, page = site.routes.record(language, organisation), partial(_page, site, organisation, language, facet)
            view = partial(_view, site, organisation, language, venues)
            yield later_artifact(site, path, "organisation.html", stamp, page, view)


def _page(site: Site, organisation: Organisation, language: str, facet: Facet) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, organisation)),
        title=site.show(organisation.name, language).text,
        description=_description(site, organisation, language),
        section="organisations",
        kind="profile",
        listing=site.listing(language, facet),
        canonical=canonical(site, organisation, language),
        image=shared_image(site, organisation, language),
        translated=translated(site, organisation),
    )


def _description(site: Site, organisation: Organisation, language: str) -> str:
    """Its mission, else its text, else what it does and where."""
    done = (site.words[language](f"discipline.{item}") for item in organisation.disciplines)
    facts = (*done, town_words(site, organisation, language))
    return description_of(site, organisation, organisation.mission, language) or ", ".join(filter(None, facts))


def _view(site: Site, organisation: Organisation, language: str, venues: list[Venue]) -> Mapping[str, Any]:
    words = site.words[language]
    name, mission = site.show(organisation.name, language), site.show(organisation.mission, language)
    return {
        "data": [organisation_jsonld(site, organisation, language)],
        "organisation": organisation,
        "name": name,
        "label": language_label(site, name, language) or language_label(site, mission, language),
        "mission": mission,
        "colour": colour_of(organisation.disciplines, organisation.id),
        "kicker": [words(f"organisation.kind.{organisation.kind}")] if organisation.kind else [],
        "street": site.show(organisation.street, language),
        "town": town_words(site, organisation, language),
        "town_href": town_href(site, organisation, language),
        "disciplines": [
            (words(f"discipline.{item}"), site.href(site.routes.facet(language, Facet("discipline", item))))
            for item in organisation.disciplines
        ],
        "languages": [language_name(code, language) for code in organisation.languages],
        "host": host_of(organisation.url),
        "venues": [
            (site.show(venue.name, language), site.href(site.routes.record(language, venue))) for venue in venues
        ],
        **_what_for(site, organisation, language),
        **organisation_view(site, language, organisation),
        **network_view(site, organisation, language),
        "matches": [match_line(site, match, language) for match in matches_for(site, organisation)],
        **body_view(site, organisation, language, top=3),
        **source_view(site, organisation, language),
        **list_view(site, language, Facet("organisation", organisation.id)),
    }


def _what_for(site: Site, organisation: Organisation, language: str) -> dict[str, Any]:
    """What it wants, offers and seeks, where it works, and where else it is found."""
    abroad, today = organisation.international, site.calendar.today.date()
    return {
        "goals": [site.show(goal, language) for goal in organisation.goals],
        "countries": [country_name(code, language) for code in abroad.countries] if abroad else [],
        "social": [(host_of(address), address) for address in organisation.social],
        "links": links(site, organisation, language),
        "sustainability": sustainability_lines(site, organisation.sustainability, language),
        "access": access_rows(site, organisation.accessibility, language),
        "offers": [offer_terms(site, offer, language) for offer in still_open(organisation.offers, today)],
        "seeks": [offer_terms(site, seek, language) for seek in still_open(organisation.seeks, today)],
    }
