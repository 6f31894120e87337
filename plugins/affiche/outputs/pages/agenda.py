"""The agenda: the next days by day with the runs apart, and a page for every month that has something."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import event_card
from affiche.outputs.pages.days import Entry, day_view, days_fingerprint, entries_by_day, runs_between, undated
from affiche.outputs.pages.event_lists import is_on_now
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.site import Site

DAYS_AHEAD = 14


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days of one page: the next ones, seen from today, or those of a month; `months` are all that have a page.

    `undated` is what may happen in them, of which the day is not known.
    """

    first: date
    last: date
    month: date | None
    days: Mapping[date, Sequence[Entry]]
    undated: Sequence[Entry]
    runs: Sequence[Event]
    months: Sequence[date]


def agenda_artifacts(site: Site) -> Iterator[Artifact]:
    """The agenda page and the month pages in each language."""
    today, days = site.calendar.today.date(), entries_by_day(site)
    months = _months(site, days)
    ends = today + timedelta(days=DAYS_AHEAD - 1)
    yield from _list_artifacts(site, _stretch(site, today, ends, None, days, months), today)
    for month in months:
        yield from _list_artifacts(site, _month_stretch(site, month, days, months), today.replace(day=1))


def _stretch(
    site: Site, first: date, last: date, month: date | None, days: Mapping[date, list[Entry]], months: Sequence[date]
) -> Stretch:
    shown = {day: entries for day, entries in days.items() if first <= day <= last}
    open_dates = [entry for entry in undated(site) if _meets(entry, first, last)]
    return Stretch(first, last, month, shown, open_dates, runs_between(site, first, last), months)


def _meets(entry: Entry, first: date, last: date) -> bool:
    return entry.occurrences[0].day <= last and entry.occurrences[0].last_day >= first


def _months(site: Site, days: Iterable[date]) -> list[date]:
    """The first days of the months in which something is or may be performed or a run begins, earliest first."""
    begins = {event.period.start for event in site.calendar.public if event.period and event.period.start}
    open_dates = {entry.occurrences[0].day for entry in undated(site)}
    return sorted({day.replace(day=1) for day in (*days, *begins, *open_dates)})


def month_events(site: Site) -> Mapping[date, Sequence[Event]]:
    """The events on the page of each month that has one, by its first day, the earliest first."""
    days = entries_by_day(site)
    return {month: _events(_month_stretch(site, month, days, ())) for month in _months(site, days)}


def _events(stretch: Stretch) -> list[Event]:
    entries = [entry for found in (*stretch.days.values(), stretch.undated) for entry in found]
    return [*(entry.event for entry in entries), *stretch.runs]


def _month_stretch(site: Site, month: date, days: Mapping[date, list[Entry]], months: Sequence[date]) -> Stretch:
    last = month.replace(day=monthrange(month.year, month.month)[1])
    return _stretch(site, month, last, month, days, months)


def month_path(site: Site, language: str, month: date) -> str:
    """The address of a month, the same before and after: `fr/agenda/2026/10/`."""
    return f"{site.routes.page(language, 'agenda')}{month.year}/{month.month:02}/"


def _list_artifacts(site: Site, stretch: Stretch, seen_from: date) -> Iterator[Artifact]:
    """A list by day in each language; `seen_from` is how much of today shows in it."""
    month = stretch.month
    stamp = (
        days_fingerprint(site, [*stretch.days.items(), (None, stretch.undated)], stretch.runs),
        stretch.months,
        seen_from,
    )
    for language in site.languages:
        words, heading = site.words[language], _heading(site, language, stretch)
        page = Page(
            language=language,
            paths={code: month_path(site, code, month) for code in site.languages}
            if month
            else everywhere(site, lambda code: site.routes.page(code, "agenda")),
            title=words("agenda.month" if month else "agenda.title", month=heading),
            description=words("agenda.description", stretch=heading),
            section="agenda",
        )
        yield page_artifact(site, page, "agenda.html", stamp, partial(_view, site, language, stretch))


def _heading(site: Site, language: str, stretch: Stretch) -> str:
    dates = site.dates[language]
    return dates.month(stretch.month) if stretch.month else dates.period(stretch.first, stretch.last)


def _starting(site: Site, runs: Sequence[Event]) -> list[Event]:
    """The runs that are not on yet, by their first day."""
    return sorted((event for event in runs if not is_on_now(site, event)), key=site.calendar.order)


def _view(site: Site, language: str, stretch: Stretch) -> Mapping[str, Any]:
    month, runs = stretch.month, stretch.runs
    today = site.calendar.today.date()
    this_month, day = today.replace(day=1), None if month else today
    links = {
        item: (site.dates[language].month(item), site.href(month_path(site, language, item)), item == month)
        for item in stretch.months
    }
    return {
        "stretch": _heading(site, language, stretch),
        "month": month,
        "count": sum(len(entries) for entries in stretch.days.values()) + len(stretch.undated) + len(runs),
        "runs": [event_card(site, language, event, day=day) for event in runs if month or is_on_now(site, event)],
        "starting": [] if month else [event_card(site, language, event) for event in _starting(site, runs)],
        "days": [day_view(site, language, day, entries) for day, entries in stretch.days.items()],
        "undated": [event_card(site, language, entry.event, entry.occurrences) for entry in stretch.undated],
        "coming_months": [link for item, link in links.items() if item >= this_month],
        "past_months": [link for item, link in links.items() if item < this_month][::-1],
    }
