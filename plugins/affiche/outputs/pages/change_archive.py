"""The archive of changes: a page for each month in which something changed, with all that it announced, for good."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from itertools import groupby
from typing import Any

from affiche.model.change import Change
from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.change_words import dates_about, then_detail, venues_in
from affiche.outputs.changes import PAGE, Told, is_true
from affiche.outputs.entries import Entries, entries_of
from affiche.outputs.entry_texts import event_title
from affiche.outputs.event_changes import changed_events
from affiche.outputs.pages.change_lines import Line
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.pages.parts import Part, cut, part_path, part_title, position_of
from affiche.outputs.site import Site
from affiche.outputs.stamps import card_stamps

#: The parts of the page of each month, the latest first.
Months = Mapping[date, Sequence[Part[date, Told]]]


def change_months(site: Site) -> Months:
    """What changed of the public agenda, by month and day, the newest first: also what is over, or no longer so."""
    return site.once(("change months",), partial(_change_months, site))


def _change_months(site: Site) -> Months:
    entries = entries_of(site)
    public = {event.id for event in entries.public}
    changed = ((event, changes) for event, changes in changed_events(site) if event.id in public)
    told = [_told(entries, event, change) for event, changes in changed for change in changes]
    told.sort(key=lambda each: each.change.rank)
    days = [(day, list(found)) for day, found in groupby(told, key=partial(_day, site))]
    return {month: cut(found) for month, found in groupby(days, key=lambda item: item[0].replace(day=1))}


def _told(entries: Entries, event: Event, change: Change) -> Told:
    return Told(change, event, [entry for entry in entries.by_event[event.id] if entry.id in change.affected])


def _day(site: Site, told: Told) -> date:
    return told.change.moment.astimezone(site.calendar.settings.time_zone).date()


def month_links(site: Site, language: str) -> list[tuple[int, list[tuple[str, str]]]]:
    """The months of the archive by year, the latest first: each in words, and its address."""
    words, routes = site.words[language], site.routes
    return [
        (year, [(words(f"month.{month.month}"), site.href(routes.changes_month(language, month))) for month in months])
        for year, months in groupby(change_months(site), key=lambda month: month.year)
    ]


def change_archive_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each month in each language, in parts where it is long."""
    months = change_months(site)
    known = [*months]
    for place, (month, parts) in enumerate(months.items()):
        beside = known[place + 1] if place + 1 < len(known) else None, known[place - 1] if place else None
        for number, part in enumerate(parts, 1):
            stamp = (number, len(parts), beside, [_stamp(site, told) for _, found in part for told in found])
            for language in site.languages:
                page = _page(site, language, month, number)
                view = partial(_view, site, language, (month, number, len(parts)), part, beside)
                yield page_artifact(site, page, "changes_month.html", stamp, view)


def _stamp(site: Site, told: Told) -> str:
    """All that the line of a change depends on."""
    shown = site.calendar.digest_of(told.event), card_stamps(site).get(told.event.id)
    behind = "".join(site.calendar.digest_of(venue) for venue in venues_in(site, told.change))
    return f"{told.change} {shown} {behind}"


def _page(site: Site, language: str, month: date, number: int) -> Page:
    words, name = site.words[language], site.dates[language].month(month)
    return Page(
        language=language,
        paths=everywhere(site, lambda code: part_path(site.routes.changes_month(code, month), number)),
        title=part_title(site, language, words("changes.month.title", month=name), number),
        description=words("changes.month.lead", month=name),
        section="agenda",
    )


def _view(
    site: Site,
    language: str,
    place: tuple[date, int, int],
    part: Part[date, Told],
    beside: tuple[date | None, date | None],
) -> Mapping[str, Any]:
    (month, number, count), dates = place, site.dates[language]
    return {
        "days": [
            (day.isoformat(), dates.day(day), [_line(site, told, language) for told in all_]) for day, all_ in part
        ],
        "part": position_of(site, site.routes.changes_month(language, month), number, count),
        "beside": [
            each and (dates.month(each), site.href(site.routes.changes_month(language, each))) for each in beside
        ],
        "changes_href": site.href(site.routes.page(language, PAGE)),
    }


def _line(site: Site, told: Told, language: str) -> Line:
    """A change as it was told then, and whether that still holds; of a withdrawn event, only that it was, and why."""
    event, withdrawn = told.event, told.event.withdrawn
    facts = [site.show(withdrawn.reason, language).text] if withdrawn else _facts(site, told, language)
    kind = site.words[language](f"change.{told.change.kind}")
    href = f"{site.href(site.routes.record(language, event))}#{told.change.anchor}"
    return Line(kind, event_title(site, event, language), href, [fact for fact in facts if fact])


def _facts(site: Site, told: Told, language: str) -> Iterator[str]:
    yield then_detail(site, told.change, language)
    if told.entries and len(entries_of(site).by_event[told.event.id]) > 1:
        yield dates_about(site, told.entries, language)
    if site.calendar.is_over(told.event):
        yield site.words[language]("state.over")
    elif not any(is_true(site, told.change, entry) for entry in told.entries):
        yield site.words[language]("changes.since")
