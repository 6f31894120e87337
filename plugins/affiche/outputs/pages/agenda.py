"""The agenda: the next days by day with the runs apart, and a page for every month that has something."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import event_card
from affiche.outputs.pages.days import Entry, day_view, days_fingerprint, entries_by_day, runs_between
from affiche.outputs.pages.event_lists import is_on_now
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.site import Site

DAYS_AHEAD = 14


def agenda_artifacts(site: Site) -> Iterator[Artifact]:
    """The agenda page and the month pages in each language."""
    today = site.calendar.today.date()
    yield from _list_artifacts(site, today, today + timedelta(days=DAYS_AHEAD - 1), month=None)
    for month in months(site):
        last = month.replace(day=monthrange(month.year, month.month)[1])
        yield from _list_artifacts(site, month, last, month=month)


def months(site: Site) -> list[date]:
    """The first days of the months in which something is performed or a run begins, earliest first."""
    days = {occurrence.day for event in site.calendar.public for occurrence in site.calendar.occurrences[event.id]}
    days |= {run.first for event in site.calendar.public if (run := site.calendar.run_of(event)) and run.first}
    return sorted({day.replace(day=1) for day in days})


def month_path(site: Site, language: str, month: date) -> str:
    """The address of a month, the same before and after: `fr/agenda/2026/10/`."""
    return f"{site.routes.page(language, 'agenda')}{month.year}/{month.month:02}/"


def _list_artifacts(site: Site, first: date, last: date, *, month: date | None) -> Iterator[Artifact]:
    days, runs = entries_by_day(site, first, last), runs_between(site, first, last)
    stamp = (days_fingerprint(site, days, runs), months(site))
    for language in site.languages:
        dates = site.dates[language]
        stretch = dates.month(month) if month else dates.period(first, last)
        page = Page(
            language=language,
            paths=everywhere(
                site, lambda code: month_path(site, code, month) if month else site.routes.page(code, "agenda")
            ),
            title=site.words[language]("agenda.month" if month else "agenda.title", month=stretch),
            description=site.words[language]("agenda.description", stretch=stretch),
            section="agenda",
        )
        view = partial(_view, site, language, days, runs, (stretch, month))
        yield page_artifact(site, page, "agenda.html", stamp, view)


def _starting(site: Site, runs: Sequence[Event]) -> list[Event]:
    """The runs that are not on yet, by their first day."""
    return sorted((event for event in runs if not is_on_now(site, event)), key=site.calendar.order)


def _view(
    site: Site,
    language: str,
    days: Mapping[date, Sequence[Entry]],
    runs: Sequence[Event],
    heading: tuple[str, date | None],
) -> Mapping[str, Any]:
    (stretch, month), today = heading, site.calendar.today.date().replace(day=1)
    links = [
        (site.dates[language].month(item), site.href(month_path(site, language, item)), item == month)
        for item in months(site)
    ]
    return {
        "stretch": stretch,
        "month": month,
        "count": sum(len(entries) for entries in days.values()) + len(runs),
        "runs": [event_card(site, language, event) for event in runs if month or is_on_now(site, event)],
        "starting": [] if month else [event_card(site, language, event) for event in _starting(site, runs)],
        "days": [day_view(site, language, day, entries) for day, entries in days.items()],
        "coming_months": [link for link, item in zip(links, months(site), strict=True) if item >= today],
        "past_months": [link for link, item in zip(links, months(site), strict=True) if item < today][::-1],
    }
