"""A group of figures as a chart with its table: the same numbers twice, each leading to its list where there is one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from affiche.model.facet import Facet
from affiche.model.organisation import Organisation
from affiche.model.text import Wording
from affiche.outputs.indicators.charts import (
    MOST_MEMBERS,
    Drawing,
    Matrix,
    bars_of,
    columns_of,
    matrix_of,
    strip_of,
)
from affiche.outputs.indicators.lines import OF_EVENTS, OF_FILES, Group, Line, month_of
from affiche.outputs.indicators.periods import Indicators
from affiche.outputs.indicators.words import short_words, value_words
from affiche.outputs.pages.months import months
from affiche.outputs.poster import COLOURS as OF_DISCIPLINES
from affiche.outputs.poster import discipline_colour
from affiche.outputs.site import Site

#: The colours of blocks with black letters, in the order of a page.
COLOURS = ("yellow", "pink", "sky", "mint", "orange")
#: Of lists that may be endless, as many lines as a page shows: the table for spreadsheets has all of them.
MOST = {"organisations": 15, "partners": MOST_MEMBERS, "pairs": 15, "countries": 15, "abroad": 15}
#: The group to which a drawing would add nothing: the matrix above it has the same.
UNDRAWN = "pairs"
_ORDER = (*OF_EVENTS, *OF_FILES)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: what, where its list is, how much."""

    label: Wording
    href: str
    value: str


@dataclass(frozen=True, slots=True)
class Chart:
    """A group as it is shown: a drawing or a matrix, the rows of its table, and how many more there are."""

    key: str
    colour: str
    rows: Sequence[Row]
    more: int
    drawing: Drawing | None
    matrix: Matrix | None

    @property
    def of_files(self) -> bool:
        """Whether it is about all files, whatever their year."""
        return self.key in OF_FILES


def chart_of(site: Site, language: str, found: Indicators, group: Group) -> Chart:
    """A group of lines as a chart with its table."""
    words, shown = site.words[language], group.lines[: MOST.get(group.key, len(group.lines))]
    rows = [Row(line.label, _href(site, language, group.key, line), value_words(line, words)) for line in shown]
    matrix = matrix_of(found.figures) if group.key == "partners" else None
    drawing = None if group.key == UNDRAWN or matrix else _drawing(site, language, found, Group(group.key, shown))
    colour = COLOURS[_ORDER.index(group.key) % len(COLOURS)]
    return Chart(group.key, colour, rows, len(group.lines) - len(shown), drawing, matrix)


def _drawing(site: Site, language: str, found: Indicators, group: Group) -> Drawing | None:
    words, lead = site.words[language], found.figures.lead
    if group.key == "months":
        dated = [line for line in group.lines if _is_month(line)]
        names = [words(f"month.brief.{month_of(line.id).month}").rstrip(".") for line in dated]
        return columns_of(names, [line.count for line in dated], [str(line.count) for line in dated])
    if group.key == "lead":
        return strip_of(lead, [value_words(line, words) for line in group.lines if line.is_days]) if lead else None
    values = [short_words(line, words) for line in group.lines]
    return bars_of(group.lines, values, [_colour(group.key, line) for line in group.lines])


def _colour(key: str, line: Line) -> str:
    """The colour of a discipline is its own."""
    return discipline_colour(line.id) if key == "disciplines" and line.id in OF_DISCIPLINES else ""


def _is_month(line: Line) -> bool:
    return line.id[:1].isdigit()


def _href(site: Site, language: str, key: str, line: Line) -> str:
    """Where the list behind a figure stands; empty where there is none."""
    return _LISTS[key](site, language, line) if key in _LISTS else ""


def _month(site: Site, language: str, line: Line) -> str:
    there = _is_month(line) and month_of(line.id) in months(site)
    return site.href(site.routes.month(language, month_of(line.id))) if there else ""


def _discipline(site: Site, language: str, line: Line) -> str:
    return _facet(site, language, Facet("discipline", line.id))


def _municipality(site: Site, language: str, line: Line) -> str:
    return _facet(site, language, Facet("municipality", line.id))


def _facet(site: Site, language: str, facet: Facet) -> str:
    return site.href(site.routes.facet(language, facet)) if facet in site.facets else ""


def _organisation(site: Site, language: str, line: Line) -> str:
    organisation = site.calendar.find(Organisation, line.id)
    return site.href(site.routes.record(language, organisation)) if organisation else ""


def _files(site: Site, language: str, line: Line) -> str:
    """The page of a collection; that of events is the agenda."""
    key = "agenda" if line.id == "events" else line.id
    return site.href(site.routes.page(language, key)) if f"nav.{key}" in site.words[language] else ""


def _professionals(site: Site, language: str, _line: Line) -> str:
    return site.href(site.routes.page(language, "professionals"))


#: Where the lists of a group's lines stand.
_LISTS: Mapping[str, Callable[[Site, str, Line], str]] = {
    "months": _month,
    "disciplines": _discipline,
    "municipalities": _municipality,
    "organisations": _organisation,
    "partners": _organisation,
    "professional": _professionals,
    "files": _files,
}
