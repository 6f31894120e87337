"""A page for every organisation: who it is, what it makes, what it offers and seeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from affiche.calendar import Facet
from affiche.model.language import language_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.url import host_of
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import colour_of, language_label
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.jsonld import organisation_jsonld
from affiche.outputs.pages.event_lists import list_fingerprint, list_view
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.pages.record_parts import body_view, edit_address, report_address, sources
from affiche.outputs.site import Site


def organisation_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each organisation in each language."""
    for organisation in site.calendar.all(Organisation):
        facet = Facet("organisation", organisation.id)
        venues = [venue for key in organisation.venues if (venue := site.calendar.find(Venue, key))]
        stamp = (
            site.calendar.digest_of(organisation),
            [site.calendar.digest_of(venue) for venue in venues],
            list_fingerprint(site, facet),
        )
        for language in site.languages:
            page = _page(site, organisation, language, facet)
            view = partial(_view, site, organisation, language, venues)
            yield page_artifact(site, page, "organisation.html", stamp, view)


def _page(site: Site, organisation: Organisation, language: str, facet: Facet) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, organisation)),
        title=site.show(organisation.name, language).text,
        description=site.show(organisation.mission, language).text,
        section="organisations",
        kind="profile",
        listing=site.listing(language, facet),
        canonical=canonical(site, organisation, language),
        translated=translated(site, organisation),
    )


def _view(site: Site, organisation: Organisation, language: str, venues: list[Venue]) -> Mapping[str, Any]:
    words = site.words[language]
    municipality = site.calendar.municipality_of(organisation)
    name, mission = site.show(organisation.name, language), site.show(organisation.mission, language)
    return {
        "data": [organisation_jsonld(site, organisation, language)],
        "organisation": organisation,
        "name": name,
        "label": language_label(site, name, language) or language_label(site, mission, language),
        "mission": mission,
        "colour": colour_of(organisation.disciplines),
        "kicker": [words(f"organisation.kind.{organisation.kind}")] if organisation.kind else [],
        "street": site.show(organisation.street, language),
        "town": site.show(municipality.name, language).text if municipality else organisation.municipality or "",
        "town_href": site.href(site.routes.facet(language, Facet("municipality", municipality.id)))
        if municipality
        else "",
        "disciplines": [
            (words(f"discipline.{item}"), site.href(site.routes.facet(language, Facet("discipline", item))))
            for item in organisation.disciplines
        ],
        "languages": [language_name(code, language) for code in organisation.languages],
        "host": host_of(organisation.url),
        "venues": [
            (site.show(venue.name, language), site.href(site.routes.record(language, venue))) for venue in venues
        ],
        "offers": [(words(f"offer.{offer.kind}"), site.show(offer.text, language)) for offer in organisation.offers],
        "seeks": [(words(f"offer.{seek.kind}"), site.show(seek.text, language)) for seek in organisation.seeks],
        **body_view(site, organisation, language, top=3),
        "sources": sources(organisation),
        "edit": edit_address(site, organisation),
        "report": report_address(site, organisation, language),
        **list_view(site, language, Facet("organisation", organisation.id)),
    }
