"""A page for every discipline and municipality in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from affiche.model.facet import Facet
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.call_blocks import discipline_stamp, discipline_view
from affiche.outputs.pages.event_lists import list_fingerprint, list_view
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.poster import discipline_colour
from affiche.outputs.routes import FACET_PAGES
from affiche.outputs.site import Site

KINDS = ("discipline", "municipality")


def facet_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each discipline and municipality in each language."""
    for facet in site.facets:
        if facet.kind not in KINDS:
            continue
        related = _records(site, facet)
        shown = [site.calendar.digest_of(record) for record in related]
        stamp = (shown, list_fingerprint(site, facet), discipline_stamp(site, facet))
        for language in site.languages:
            page, view = _page(site, facet, language), partial(_view, site, facet, language, related)
            yield page_artifact(site, page, "facet.html", stamp, view)


def _page(site: Site, facet: Facet, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.facet(code, facet)),
        title=site.facet_name(facet, language).text,
        description=site.words[language](f"{facet.kind}.description", name=site.facet_name(facet, language).text),
        section=FACET_PAGES[facet.kind],
        listing=site.listing(language, facet),
    )


def _records(site: Site, facet: Facet) -> Sequence[Organisation | Venue]:
    """The organisations of a discipline; the venues and organisations of a municipality."""
    organisations = site.calendar.all(Organisation)
    if facet.kind == "discipline":
        return [organisation for organisation in organisations if facet.id in organisation.disciplines]
    found = [(place, site.calendar.municipality_of(place)) for place in site.places]
    return [place for place, municipality in found if municipality and municipality.id == facet.id]


def _view(site: Site, facet: Facet, language: str, related: Sequence[Organisation | Venue]) -> Mapping[str, Any]:
    name = site.facet_name(facet, language)
    others = [(code, site.facet_name(facet, code).text) for code in site.languages if code != language]
    by_collection = {
        collection: _by_name(site, language, (record for record in related if record.collection == collection))
        for collection in ("venues", "organisations")
    }
    return {
        "facet": facet,
        "name": name,
        "other_names": [(code, text) for code, text in others if text != name.text]
        if facet.kind == "municipality"
        else [],
        "colour": discipline_colour(facet.id) if facet.kind == "discipline" else "",
        "related": by_collection,
        **discipline_view(site, language, facet),
        **list_view(site, language, facet),
    }


def _by_name(site: Site, language: str, records: Iterable[Organisation | Venue]) -> Sequence[tuple[Wording, str]]:
    """Records with their pages, in the order of the directories."""
    named = ((site.show(each.label, language), site.href(site.routes.record(language, each))) for each in records)
    return sorted(named, key=lambda each: fold_name(each[0].text))
