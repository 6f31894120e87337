"""The agenda: the next days by day with the runs apart, and a page for every month that has something."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from typing import Any

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.day_lists import DayList, day_list_artifacts
from affiche.outputs.pages.months import beside, coming_months, month_link, month_stretch, months
from affiche.outputs.pages.page import everywhere
from affiche.outputs.pages.shortcuts import shortcut_links
from affiche.outputs.pages.stretches import Stretch, stretch_from_today
from affiche.outputs.routes import AGENDA_DAYS
from affiche.outputs.site import Site


def agenda_artifacts(site: Site) -> Iterator[Artifact]:
    """The agenda and the months, all their parts, in each language."""
    yield from day_list_artifacts(site, _agenda(site))
    for month in months(site):
        yield from day_list_artifacts(site, _month(site, month))


def agenda_stretch(site: Site) -> Stretch:
    """What the agenda shows: the next fourteen days."""
    return site.once(("agenda",), lambda: stretch_from_today(site, int(AGENDA_DAYS)))


def _agenda(site: Site) -> DayList:
    today, stretch = site.calendar.today.date(), agenda_stretch(site)
    coming = coming_months(site)

    def beside_it(language: str) -> Mapping[str, Any]:
        return {
            "shortcuts": shortcut_links(site, language, AGENDA_DAYS),
            "table_href": site.href(site.routes.month_table(language, coming[0])) if coming else "",
            "coming_months": [month_link(site, language, month) for month in coming],
            "archive_href": site.href(site.routes.page(language, "archive")),
        }

    return DayList(
        stretch,
        everywhere(site, lambda code: site.routes.page(code, "agenda")),
        title=lambda language: site.words[language]("agenda.title"),
        stretch_words=lambda language: site.dates[language].period(stretch.first, stretch.last),
        beside=beside_it,
        day=today,
        depends=(today, coming),
    )


def _month(site: Site, month: date) -> DayList:
    neighbours = beside(site, month)

    def title(language: str) -> str:
        return site.words[language]("agenda.month", month=site.dates[language].month(month))

    return DayList(
        month_stretch(site, month),
        everywhere(site, lambda code: site.routes.month(code, month)),
        title=title,
        stretch_words=lambda language: site.dates[language].month(month),
        beside=partial(_beside_month, site, month, neighbours),
        depends=(neighbours,),
    )


def _beside_month(
    site: Site, month: date, neighbours: tuple[date | None, date | None], language: str
) -> Mapping[str, Any]:
    previous, following = (month_link(site, language, each) if each else None for each in neighbours)
    return {
        "month": month,
        "previous": previous,
        "next": following,
        "table_href": site.href(site.routes.month_table(language, month)),
        "archive_href": site.href(site.routes.page(language, "archive")),
    }
