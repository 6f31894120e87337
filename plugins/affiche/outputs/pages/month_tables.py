"""A month as a table: how many events each day has, each day a link to where it stands in the month's list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.days import ordinal_mark
from affiche.outputs.pages.event_lists import RUNS
from affiche.outputs.pages.months import beside, day_href, month_href, month_stretch, months
from affiche.outputs.pages.page import Page, page_artifact
from affiche.outputs.pages.stretches import UNDATED
from affiche.outputs.site import Site

WEEK = 7


@dataclass(frozen=True, slots=True)
class Cell:
    """A day of the table: its number, what makes that an ordinal (`er`), its month, its events, where they stand."""

    number: int
    ordinal: str
    month: str
    count: int
    href: str


@dataclass(frozen=True, slots=True)
class Table:
    """A month in one language: its weeks from Monday, None for the days of other months.

    `blocks` are what stands under no day, in words, with its number and its address; `previous` and `next` the tables
    beside this one, in words and with their addresses.
    """

    weeks: Sequence[Sequence[Cell | None]]
    blocks: Sequence[tuple[str, int, str]]
    previous: tuple[str, str] | None
    next: tuple[str, str] | None


def month_table_artifacts(site: Site) -> Iterator[Artifact]:
    """The table of each month in each language."""
    for month in months(site):
        for language in site.languages:
            words, name = site.words[language], site.dates[language].month(month)
            table = month_table(site, language, month)
            page = Page(
                language=language,
                paths={code: site.routes.month_table(code, month) for code in site.languages},
                title=words("month.title", month=name),
                description=words("month.description", month=name),
                section="agenda",
            )
            yield page_artifact(site, page, "month.html", (table,), partial(_view, site, language, month, table))


def month_table(site: Site, language: str, month: date) -> Table:
    """The table of a month."""
    previous, following = (_link(site, language, each) if each else None for each in beside(site, month))
    return Table(_weeks(site, language, month), _blocks(site, language, month), previous, following)


def _weeks(site: Site, language: str, month: date) -> list[list[Cell | None]]:
    stretch = month_stretch(site, month)
    found: list[Cell | None] = [None] * month.weekday()
    for count in range((stretch.last - stretch.first).days + 1):
        day = month + timedelta(days=count)
        found.append(_cell(site, language, day, len(stretch.days.get(day, ()))))
    found += [None] * (-len(found) % WEEK)
    return [found[start : start + WEEK] for start in range(0, len(found), WEEK)]


def _cell(site: Site, language: str, day: date, count: int) -> Cell:
    words = site.words[language]
    href = day_href(site, language, day) if count else ""
    return Cell(day.day, ordinal_mark(words, day), words(f"month.{day.month}"), count, href)


def _blocks(site: Site, language: str, month: date) -> list[tuple[str, int, str]]:
    words, stretch = site.words[language], month_stretch(site, month)
    found = (
        (RUNS, words("agenda.runs.month"), len(stretch.runs)),
        (UNDATED, words("agenda.undated"), len(stretch.undated)),
    )
    return [(label, count, month_href(site, language, month, key)) for key, label, count in found if count]


def _link(site: Site, language: str, month: date) -> tuple[str, str]:
    return site.dates[language].month(month), site.href(site.routes.month_table(language, month))


def _view(site: Site, language: str, month: date, table: Table) -> Mapping[str, Any]:
    words = site.words[language]
    return {
        "name": site.dates[language].month(month),
        "weekdays": [(words(f"weekday.brief.{day}"), words(f"weekday.{day}")) for day in range(WEEK)],
        "table": table,
        "month_href": site.href(site.routes.month(language, month)),
        "archive_href": site.href(site.routes.page(language, "archive")),
    }
