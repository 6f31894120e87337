"""What a facet's own page has no room for: the further parts of its list, and its past by year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL, Facet
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.event_lists import (
    MOST_PAST,
    facet_parts,
    part_fingerprint,
    part_view,
    past_lines,
    years_of,
)
from affiche.outputs.pages.page import Page, page_artifact
from affiche.outputs.pages.parts import Part, cut, part_path, part_title, position_of
from affiche.outputs.routes import FACET_PAGES
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint

#: A page of past events: its year, the parts of that year, the number of this one.
PastPage = tuple[int, Sequence[Part[date, Event]], int]


def facet_list_artifacts(site: Site) -> Iterator[Artifact]:
    """The further parts and the past years of every facet that has a page, in each language.

    Of the professional agenda the past alone: its page has more than events.
    """
    for facet in site.facets:
        for number in range(2, len(facet_parts(site, facet)) + 1) if facet != PROFESSIONAL else ():
            yield from _part_artifacts(site, facet, number)
        for page in past_pages(site, facet):
            yield from _past_artifacts(site, facet, page)


def past_pages(site: Site, facet: Facet) -> Sequence[PastPage]:
    """Every page of a facet's past; none where its own page has room for all."""
    return site.once(("past pages", facet), lambda: list(_past_pages(site, facet)))


def _past_pages(site: Site, facet: Facet) -> Iterator[PastPage]:
    if len(site.past(facet)) > MOST_PAST:
        for year, events in years_of(site, facet).items():
            by_day = groupby(events, key=lambda event: site.calendar.order(event)[0])
            parts = cut((day, list(found)) for day, found in by_day)
            yield from ((year, parts, number) for number in range(1, len(parts) + 1))


def _part_artifacts(site: Site, facet: Facet, number: int) -> Iterator[Artifact]:
    paths = {code: part_path(site.routes.facet(code, facet), number) for code in site.languages}
    for language in site.languages:
        title = part_title(site, language, site.facet_name(facet, language).text, number)
        page = _page(site, facet, language, paths, title)
        view = partial(_part, site, language, facet, number)
        yield page_artifact(site, page, "facet_part.html", (part_fingerprint(site, facet, number),), view)


def _past_artifacts(site: Site, facet: Facet, shown: PastPage) -> Iterator[Artifact]:
    year, parts, number = shown
    paths = {code: part_path(site.routes.past(code, facet, year), number) for code in site.languages}
    events = [event for _, found in parts[number - 1] for event in found]
    stamp = (cards_fingerprint(site, events), number, len(parts))
    for language in site.languages:
        words, name = site.words[language], site.facet_name(facet, language).text
        title = part_title(site, language, words("past.title", name=name, year=year), number)
        page = _page(site, facet, language, paths, title)
        yield page_artifact(site, page, "facet_part.html", stamp, partial(_past, site, language, facet, shown, events))


def _page(site: Site, facet: Facet, language: str, paths: Mapping[str, str], title: str) -> Page:
    return Page(
        language=language,
        paths=paths,
        title=title,
        description=site.words[language]("part.description", name=site.facet_name(facet, language).text),
        section=FACET_PAGES[facet.kind],
        listing=site.listing(language, facet),
    )


def _part(site: Site, language: str, facet: Facet, number: int) -> Mapping[str, Any]:
    return {**_whole(site, language, facet), "past": (), **part_view(site, language, facet, number)}


def _past(site: Site, language: str, facet: Facet, shown: PastPage, events: Sequence[Event]) -> Mapping[str, Any]:
    year, parts, number = shown
    return {
        **_whole(site, language, facet),
        "past": past_lines(site, language, events),
        "part": position_of(site, site.routes.past(language, facet, year), number, len(parts)),
    }


def _whole(site: Site, language: str, facet: Facet) -> Mapping[str, Any]:
    """The facet itself: its name and its own page."""
    return {"name": site.facet_name(facet, language), "whole": site.href(site.routes.facet(language, facet))}
