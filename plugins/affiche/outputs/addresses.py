"""Every page that search engines are to know, in all its languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from affiche.model.call import Call
from affiche.model.campaign import Campaign
from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL, Facet
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.outputs.calls.listing import list_path
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.contribute.form import FORMS
from affiche.outputs.exchange import notices_of
from affiche.outputs.hreflang import translated
from affiche.outputs.indicators.periods import seasons, years
from affiche.outputs.newsroom.archive import years as newsletter_years
from affiche.outputs.newsroom.issues import ISSUES
from affiche.outputs.pages.abroad import events_abroad
from affiche.outputs.pages.agenda import agenda_stretch
from affiche.outputs.pages.calls import year_parts
from affiche.outputs.pages.change_archive import change_months
from affiche.outputs.pages.event_lists import facet_parts, part_events
from affiche.outputs.pages.facet_lists import past_pages
from affiche.outputs.pages.months import month_stretch, months
from affiche.outputs.pages.parts import cut, part_path
from affiche.outputs.pages.professionals import part_records as professional_records
from affiche.outputs.pages.professionals import professional_parts
from affiche.outputs.pages.programmes import programmes
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
    yield PageAddress({code: routes.home(code) for code in languages}, _newest(site, site.calendar.public), languages)
    for key, updated in _lists(site):
        yield PageAddress({code: routes.page(code, key) for code in languages}, updated, languages)
    yield from _agenda_pages(site)
    for programme in programmes(site):
        yield PageAddress({code: programme.path(site, code) for code in languages}, None, languages)
    yield from _newsletter_pages(site)
    yield from _change_pages(site)
    for interval in (*years(site), *seasons(site)):
        yield _list_page(site, {code: routes.indicators(code, interval.key) for code in languages}, ())
    yield from _call_pages(site)
    newest = _newest_by_facet(site)
    for facet in site.facets:
        if facet.kind not in RECORD_FACETS:
            paths = {code: routes.facet(code, facet) for code in languages}
            yield PageAddress(paths, newest.get(facet), languages)
        yield from _facet_pages(site, facet)
    for model in (Organisation, Venue, Campaign, Group, Project, Call, Practice, Event):
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


def _call_pages(site: Site) -> Iterator[PageAddress]:
    """The lists of calls, and the years of those that are closed."""
    routes, languages, calls = site.routes, site.languages, calls_of(site)
    for chosen in calls.lists:
        paths = {code: list_path(site, code, chosen) for code in languages}
        yield _list_page(site, paths, (*calls.current(chosen), *calls.closed(chosen)))
    for year, found in calls.years.items():
        for number, part in enumerate(year_parts(found), 1):
            paths = {code: part_path(routes.calls(code, year=year), number) for code in languages}
            yield _list_page(site, paths, [call for _, held in part for call in held])


def _newsletter_pages(site: Site) -> Iterator[PageAddress]:
    """The newsletters of today, and the years of those that were."""
    routes, languages = site.routes, site.languages
    for issue in ISSUES:
        yield _list_page(site, {code: routes.page(code, issue.route) for code in languages}, issue.edition(site).events)
    for year in (None, *newsletter_years(site)):
        yield _list_page(site, {code: routes.newsletters(code, year) for code in languages}, ())


def _change_pages(site: Site) -> Iterator[PageAddress]:
    """The months of the archive of changes."""
    for month, parts in change_months(site).items():
        for number, part in enumerate(parts, 1):
            paths = {code: part_path(site.routes.changes_month(code, month), number) for code in site.languages}
            yield _list_page(site, paths, [told.event for _, found in part for told in found])


def _facet_pages(site: Site, facet: Facet) -> Iterator[PageAddress]:
    """The further parts of a facet's list, and the years of its past."""
    routes, languages = site.routes, site.languages
    is_professional = facet == PROFESSIONAL
    for number in range(2, len(professional_parts(site) if is_professional else facet_parts(site, facet)) + 1):
        shown = professional_records(site, number) if is_professional else part_events(site, facet, number)
        paths = {code: part_path(routes.facet(code, facet), number) for code in languages}
        yield _list_page(site, paths, shown)
    for year, parts, number in past_pages(site, facet):
        paths = {code: part_path(routes.past(code, facet, year), number) for code in languages}
        yield _list_page(site, paths, [event for _, events in parts[number - 1] for event in events])


def _parts(site: Site, first: Mapping[str, str], stretch: Stretch) -> Iterator[PageAddress]:
    for number, part in enumerate(cut(stretch.groups), 1):
        events = [entry.event for _, entries in part for entry in entries]
        yield _list_page(site, {code: part_path(path, number) for code, path in first.items()}, events)


def _list_page(site: Site, paths: Mapping[str, str], records: Iterable[Record]) -> PageAddress:
    """A page of our own words, which are there in every language."""
    return PageAddress(paths, _newest(site, records), site.languages)


def _newest(site: Site, records: Iterable[Record]) -> datetime | None:
    """The newest change of some records, as far as any is known."""
    return _latest(*(_changed(site, record) for record in records))


def _changed(site: Site, record: Record) -> datetime | None:
    dates = site.known_dates(record)
    return dates.updated if dates else None


def _text_changed(site: Site, key: str) -> datetime | None:
    """The newest change of an editorial page, in whichever language."""
    dates = site.calendar.history.of(TEXTS, key)
    return min(dates.updated, site.calendar.now) if dates else None


def _lists(site: Site) -> Iterator[tuple[str, datetime | None]]:
    """The pages that list records, by their keys in the routes, each with the newest change of what it lists."""
    calendar = site.calendar
    shelves = (calendar.public, calendar.all(Organisation), calendar.all(Venue))
    events, organisations, venues = (_newest(site, records) for records in shelves)
    yield "archive", events
    yield "organisations", organisations
    yield "venues", venues
    campaigns = _newest(site, calendar.all(Campaign))
    yield from ((key, campaigns) for key in ("campaigns", "marketing-calendar"))
    yield from ((key, events) for key in ("promotion-plan", "programmes", "indicators"))
    yield from ((model.collection, _newest(site, calendar.all(model))) for model in (Group, Project, Practice))
    yield "brussels-abroad", _newest(site, events_abroad(site))
    yield "matching", _newest(site, (notice.owner for notice in notices_of(site)))
    yield from ((key, None) for key in ("network", "sustainability"))
    yield "changes", events
    yield "search", events
    yield "newsroom", events
    if calendar.settings.social_weeks:
        yield "social-kit", events
    yield from ((key, None) for key in ("subscribe", "favourites", "embed", "feedback", *(form.key for form in FORMS)))
    yield "disciplines", _latest(events, organisations)
    yield "municipalities", _latest(events, organisations, venues)


def _latest(*moments: datetime | None) -> datetime | None:
    """The latest of some moments, as far as any is known."""
    return max(filter(None, moments), default=None)


def _newest_by_facet(site: Site) -> Mapping[Facet, datetime]:
    """The newest change on the pages of facets: of events, organisations and venues, as far as any is known."""
    newest: dict[Facet, datetime] = {}
    for record, facets in _facets_by_record(site):
        if changed := _changed(site, record):
            for facet in facets:
                newest[facet] = max(changed, newest.get(facet, changed))
    return newest


def _facets_by_record(site: Site) -> Iterator[tuple[Record, Iterable[Facet]]]:
    calendar = site.calendar
    for event in calendar.all(Event):
        yield event, calendar.facets_of(event)
    for call in calendar.all(Call):
        yield call, [PROFESSIONAL, *(Facet("discipline", discipline) for discipline in call.disciplines)]
    for place in site.places:
        made = place.disciplines if isinstance(place, Organisation) else ()
        yield place, [Facet("discipline", discipline) for discipline in made]
        if municipality := calendar.municipality_of(place):
            yield place, [Facet("municipality", municipality.id)]
