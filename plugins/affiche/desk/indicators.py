"""The council's indicators for maintainers: the figures of a year or a season as text, as Markdown, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator

from affiche.desk.markdown import code
from affiche.desk.message import Show, shown
from affiche.locales import DESK, Words, load_words
from affiche.model.interval import Interval
from affiche.outputs.dates import Dates
from affiche.outputs.indicators.data import indicator_fields
from affiche.outputs.indicators.lines import Group, groups_of
from affiche.outputs.indicators.periods import Indicators, indicators_of
from affiche.outputs.indicators.words import interval_words, value_words
from affiche.outputs.site import Site

#: What the report is called among the lists.
NAME = "indicators"
#: The groups whose labels others wrote: names of organisations.
_NAMES = frozenset({"organisations", "partners", "pairs"})


def render_indicators(site: Site, interval: Interval, language: str, format: str) -> str:  # noqa: A002 - the option's name
    """The figures of a year or a season in a format of `list_formats.LIST_FORMATS`: those that were frozen, if any."""
    found = indicators_of(site, interval)
    if format == "json":
        return json.dumps(indicator_fields(found), ensure_ascii=False, indent=2) + "\n"
    words = load_words(language)
    render, show = _RENDERERS[format]
    parts = (render(group, words, show) for group in groups_of(found, site.calendar, words))
    return "\n".join([*_opening(found, words), *("\n".join(["", *lines]) for lines in parts)]) + "\n"


def _opening(found: Indicators, words: Words) -> Iterator[str]:
    """What the figures are about, and whether they stay."""
    yield words("indicators.before", period=words("nav.indicators"), value=interval_words(found.interval, words))
    if found.frozen:
        day = Dates(words).day(found.frozen, weekday=False)
        yield load_words(words.language, DESK)("freeze.since", day=day, version=found.version)


def _text(group: Group, words: Words, show: Show) -> Iterator[str]:
    yield words(f"indicators.group.{group.key}")
    for label, value in _rows(group, words, show):
        yield f"  {words('indicators.before', period=label, value=value)}"


def _markdown(group: Group, words: Words, show: Show) -> Iterator[str]:
    yield f"## {words(f'indicators.group.{group.key}')}"
    yield ""
    heads = (words("indicators.column.what"), words("indicators.column.count"))
    for cells in (heads, ("---", "---"), *_rows(group, words, show)):
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _rows(group: Group, words: Words, show: Show) -> Iterator[tuple[str, str]]:
    for line in group.lines:
        name = line.label.text
        yield show(name) if group.key in _NAMES else name, value_words(line, words)


_RENDERERS: dict[str, tuple[Callable[[Group, Words, Show], Iterator[str]], Show]] = {
    "text": (_text, shown),
    "markdown": (_markdown, code),
}
