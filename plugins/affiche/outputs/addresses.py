"""Every page that search engines are to know, in all its languages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.outputs.contribute.form import FORMS
from affiche.outputs.hreflang import translated
from affiche.outputs.pages.agenda import agenda_stretch
from affiche.outputs.pages.event_lists import facet_parts, part_events
from affiche.outputs.pages.facet_lists import past_pages
from affiche.outputs.pages.months import month_stretch, months
from affiche.outputs.pages.parts import cut, part_path
from affiche.outputs.pages.shortcuts import WHENS, shortcut_stretch
from affiche.outputs.pages.stretches import Stretch
from affiche.outputs.routes import AGENDA_DAYS, RECORD_FACETS
from affiche.outputs.site import Site

#: The folder of the editorial pages, under which history knows them by their keys.
TEXTS = "pages"


@dataclass(frozen=True, slots=True)
class PageAddress:
    """One page: its path in every language, the newest change of what it shows, and where it counts as translated.

    `updated` is aware and in UTC, None for a list without records and for what was never committed: a moment that is
    not known is never that of the build. In a language that is not in `translated`, another
    language's page is the canonical one.
    """

    paths: Mapping[str, str]
    updated: datetime | None
    translated: tuple[str, ...]

    @property
    def canonical(self) -> Mapping[str, str]:
        """The paths that are canonical, by language."""
        return {language: self.paths[language] for language in self.translated}


def page_addresses(site: Site) -> Iterator[PageAddress]:
    """The pages of a site: home, lists, months, facets, every record, our own texts."""
    routes, languages = site.routes, site.languages
    yield _list_page(site, {code: routes.home(code) for code in languages}, site.calendar.public)
    for key, records in _lists(site):
        yield _list_page(site, {code: routes.page(code, key) for code in languages}, records)
    yield from _agenda_pages(site)
    shown = _shown_by_facet(site)
    for facet in site.facets:
        if facet.kind not in RECORD_FACETS:
            yield _list_page(site, {code: routes.facet(code, facet) for code in languages}, shown[facet])
        yield from _facet_pages(site, facet)
    for model in (Organisation, Venue, Event):
        for record in site.calendar.all(model):
            paths = {code: routes.record(code, record) for code in languages}
            yield PageAddress(paths, _changed(site, record), translated(site, record))
    for key, written in site.texts.items():
        yield PageAddress({code: routes.page(code, key) for code in written}, _text_changed(site, key), tuple(written))


def _agenda_pages(site: Site) -> Iterator[PageAddress]:
    """The shortcuts, the months with their tables, and the further parts of each list by day."""
    routes, languages = site.routes, site.languages
    for when in WHENS:
        first = {code: routes.shortcut(code, when) for code in languages}
        yield from _parts(site, first, agenda_stretch(site) if when == AGENDA_DAYS else shortcut_stretch(site, when))
    for month in months(site):
        stretch = month_stretch(site, month)
        yield from _parts(site, {code: routes.month(code, month) for code in languages}, stretch)
        yield _list_page(site, {code: routes.month_table(code, month) for code in languages}, stretch.events)


def _facet_pages(site: Site, facet: Facet) -> Iterator[PageAddress]:
    """The further parts of a facet's list, and the years of its past."""
    routes, languages = site.routes, site.languages
    for number in range(2, len(facet_parts(site, facet)) + 1):
        paths = {code: part_path(routes.facet(code, facet), number) for code in languages}
        yield _list_page(site, paths, part_events(site, facet, number))
    for year, parts, number in past_pages(site, facet):
        paths = {code: part_path(routes.past(code, facet, year), number) for code in languages}
        yield _list_page(site, paths, [event for _, events in parts[number - 1] for event in events])


def _parts(site: Site, first: Mapping[str, str], stretch: Stretch) -> Iterator[PageAddress]:
    for number, part in enumerate(cut(stretch.groups), 1):
        events = [entry.event for _, entries in part for entry in entries]
        yield _list_page(site, {code: part_path(path, number) for code, path in first.items()}, events)


def _list_page(site: Site, paths: Mapping[str, str], records: Iterable[Record]) -> PageAddress:
    """A page of our own words, which are there in every language."""
    updated = max((changed for record in records if (changed := _changed(site, record))), default=None)
    return PageAddress(paths, updated, site.languages)


def _changed(site: Site, record: Record) -> datetime | None:
    dates = site.known_dates(record)
    return dates.updated if dates else None


def _text_changed(site: Site, key: str) -> datetime | None:
    """The newest change of an editorial page, in whichever language."""
    dates = site.calendar.history.of(TEXTS, key)
    return min(dates.updated, site.calendar.now) if dates else None


def _lists(site: Site) -> Iterator[tuple[str, Iterable[Record]]]:
    """The pages that list records, by their keys in the routes."""
    calendar = site.calendar
    yield "archive", calendar.public
    yield "organisations", calendar.all(Organisation)
    yield "venues", calendar.all(Venue)
    yield "changes", calendar.public
    yield "search", calendar.public
    yield "subscribe", ()
    yield "favourites", ()
    yield "embed", ()
    yield from ((form.key, ()) for form in FORMS)
    yield "disciplines", (*calendar.public, *calendar.all(Organisation))
    yield "municipalities", (*calendar.public, *calendar.all(Organisation), *calendar.all(Venue))


def _shown_by_facet(site: Site) -> Mapping[Facet, list[Record]]:
    """What the pages of facets show: events, and the organisations and venues of disciplines and municipalities."""
    calendar = site.calendar
    shown: dict[Facet, list[Record]] = defaultdict(list)
    for facet, events in calendar.by_facet.items():
        shown[facet] += events
    for organisation in calendar.all(Organisation):
        for discipline in organisation.disciplines:
            shown[Facet("discipline", discipline)].append(organisation)
    located: list[Organisation | Venue] = [*calendar.all(Organisation), *calendar.all(Venue)]
    for record in located:
        if municipality := calendar.municipality_of(record):
            shown[Facet("municipality", municipality.id)].append(record)
    return shown
