"""The pages of indicators: one for each year and season, and one that compares the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.interval import Interval
from affiche.outputs.artifact import Artifact
from affiche.outputs.indicators.charts import Drawing, columns_of
from affiche.outputs.indicators.data import data_path
from affiche.outputs.indicators.lines import OF_FILES, Group, Line, groups_of
from affiche.outputs.indicators.periods import (
    Indicators,
    figures_stamp,
    indicators_of,
    indicators_stamp,
    is_now,
    seasons,
    snapshot_of,
    years,
)
from affiche.outputs.indicators.words import interval_words, short_words, value_words
from affiche.outputs.pages.indicator_charts import COLOURS, chart_of
from affiche.outputs.pages.months import months
from affiche.outputs.pages.page import Page, everywhere, network_page, page_artifact
from affiche.outputs.site import Site

KEY = "indicators"
#: What stands with all files, in the order of the page.
MAIN = "main"


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure as large as a poster: its number, what it is, in full, what it means, and a year earlier."""

    number: str
    name: str
    value: str
    means: str
    before: str
    colour: str


@dataclass(frozen=True, slots=True)
class Link:
    """A year or a season: its name, at its shortest too, where it stands, its events, whether it is frozen."""

    name: str
    key: str
    href: str
    count: int
    colour: str
    is_frozen: bool


@dataclass(frozen=True, slots=True)
class Comparison:
    """A figure over the years: as a drawing, and each year with its value and its page."""

    name: str
    means: str
    drawing: Drawing
    rows: Sequence[tuple[str, str, str]]
    colour: str


def indicator_page_artifacts(site: Site) -> Iterator[Artifact]:
    """The pages in each language."""
    every = [*years(site), *seasons(site)]
    stamps = {interval.key: indicators_stamp(site, interval) for interval in every}
    earlier = {interval.key: figures_stamp(site, interval.before) for interval in every if interval.before in every}
    for language in site.languages:
        for interval in every:
            stamp = stamps[interval.key], earlier.get(interval.key, ""), _surroundings(site, interval, every)
            page, view = _page(site, language, interval), partial(_view, site, language, interval)
            yield page_artifact(site, page, "indicators.html", stamp, view)
        view = partial(_index_view, site, language)
        page = network_page(site, language, KEY)
        yield page_artifact(site, page, "indicators_index.html", (*stamps.values(), _names(site, every)), view)


def _surroundings(site: Site, interval: Interval, every: Sequence[Interval]) -> Sequence[object]:
    """What a page shows beside its figures: its neighbours, and, of a year that stays, which of its links lead on."""
    leads = (site.facets, months(site)) if snapshot_of(site, interval) else ()
    return _stage(site, interval), [each.key for each in _beside(interval, every)], leads


def _names(site: Site, every: Sequence[Interval]) -> Sequence[str]:
    return [f"{each.key} {_stage(site, each)}" for each in every]


def _beside(interval: Interval, every: Sequence[Interval]) -> Sequence[Interval]:
    """The year or season before, and the one after, as far as there are figures."""
    kind = [each for each in every if each.is_season is interval.is_season]
    place = kind.index(interval)
    return [*kind[max(place - 1, 0) : place], *kind[place + 1 : place + 2]]


def _stage(site: Site, interval: Interval) -> str:
    if is_now(site, interval):
        return "now"
    return "coming" if interval.first > site.calendar.today.date() else "past"


def _page(site: Site, language: str, interval: Interval) -> Page:
    words = site.words[language]
    title = "indicators.title.season" if interval.is_season else "indicators.title"
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.indicators(code, interval.key)),
        title=words(title, key=interval.key),
        description=words("indicators.description", period=interval_words(interval, words)),
        section="network",
    )


def _view(site: Site, language: str, interval: Interval) -> Mapping[str, Any]:
    words, found = site.words[language], indicators_of(site, interval)
    every = [*years(site), *seasons(site)]
    groups = groups_of(found, site.calendar, words)
    charts = [chart_of(site, language, found, group) for group in groups if group.key != MAIN]
    return {
        "tiles": _tiles(site, language, groups[0], _main_before(site, language, found, every)),
        "charts": [chart for chart in charts if not chart.of_files],
        "files": [chart for chart in charts if chart.of_files],
        "is_empty": not found.figures.events and not found.figures.professionals,
        "stage": words(f"indicators.stage.{_stage(site, interval)}"),
        "beside": [_link(site, language, each) for each in _beside(interval, every)],
        **_told(site, language, found),
    }


def _told(site: Site, language: str, found: Indicators) -> Mapping[str, Any]:
    """When the figures were taken, by which definitions, and where they are as data."""
    dates = site.dates[language]
    return {
        "version": found.version,
        "frozen": dates.day(found.frozen, weekday=False) if found.frozen else "",
        "day": dates.day(found.frozen or site.calendar.today.date(), weekday=False) if found.state else "",
        "json_href": site.href(data_path(found.interval, "json")),
        "table_href": site.href(data_path(found.interval, "csv")),
        "all_href": site.href(site.routes.page(language, KEY)),
    }


def _main_before(site: Site, language: str, found: Indicators, every: Sequence[Interval]) -> tuple[str, dict[str, str]]:
    """What the year or season before is called, and its figures by line, where they are defined alike."""
    words, before = site.words[language], found.interval.before
    if before not in every or (earlier := indicators_of(site, before)).version != found.version:
        return "", {}
    lines = groups_of(earlier, site.calendar, words)[0].lines
    return interval_words(before, words), {line.id: short_words(line, words) for line in lines}


def _tiles(site: Site, language: str, main: Group, before: tuple[str, dict[str, str]]) -> Sequence[Tile]:
    words, (period, values) = site.words[language], before
    return [
        Tile(
            short_words(line, words),
            line.label.text,
            value_words(line, words) if line.of else "",
            words(f"indicators.means.{line.id}"),
            words("indicators.before", period=period, value=values[line.id]) if line.id in values else "",
            COLOURS[number % len(COLOURS)],
        )
        for number, line in enumerate(main.lines)
    ]


def _link(site: Site, language: str, interval: Interval) -> Link:
    words, found = site.words[language], indicators_of(site, interval)
    return Link(
        interval_words(interval, words),
        interval.key,
        site.href(site.routes.indicators(language, interval.key)),
        found.figures.events,
        COLOURS[interval.first.year % len(COLOURS)],
        found.frozen is not None,
    )


def _index_view(site: Site, language: str) -> Mapping[str, Any]:
    words, every = site.words[language], years(site)
    present = indicators_of(site, Interval.year(site.calendar.today.year))
    groups = groups_of(present, site.calendar, words)
    return {
        "years": [_link(site, language, each) for each in reversed(every)],
        "seasons": [_link(site, language, each) for each in reversed(seasons(site))],
        "comparisons": _comparisons(site, language, every),
        "files": [chart_of(site, language, present, group) for group in groups if group.key in OF_FILES],
        **_told(site, language, present),
    }


def _comparisons(site: Site, language: str, every: Sequence[Interval]) -> Sequence[Comparison]:
    """The figures of the years side by side; of other definitions than the present ones, none."""
    words = site.words[language]
    found = [indicators_of(site, each) for each in every]
    alike = [each for each in found if each.version == found[-1].version]
    lines: dict[str, list[tuple[Interval, Line]]] = {}
    for each in alike:
        for line in groups_of(each, site.calendar, words)[0].lines:
            lines.setdefault(line.id, []).append((each.interval, line))
    return [
        _comparison(site, language, listed, COLOURS[number % len(COLOURS)])
        for number, listed in enumerate(lines.values())
    ]


def _comparison(site: Site, language: str, listed: Sequence[tuple[Interval, Line]], colour: str) -> Comparison:
    words, lines = site.words[language], [line for _, line in listed]
    shares = any(line.percent is not None for line in lines)
    sizes = [(line.percent or 0) if shares else line.count for line in lines]
    names = [interval.key for interval, _ in listed]
    return Comparison(
        lines[0].label.text,
        words(f"indicators.means.{lines[0].id}"),
        columns_of(names, sizes, [short_words(line, words) for line in lines], 100 if shares else 0),
        [
            (interval.key, site.href(site.routes.indicators(language, interval.key)), value_words(line, words))
            for interval, line in listed
        ],
        colour,
    )
