"""Figures in words: `27 sur 38 (71 %)`, `12 jours`, and what a year or a season is called."""

from __future__ import annotations

from affiche.locales import Words
from affiche.model.interval import Interval
from affiche.outputs.indicators.lines import Line


def value_words(line: Line, words: Words) -> str:
    """A figure with the whole that it is a part of, of points without a share; of nothing, none."""
    if line.is_days:
        return words.count("indicators.days", line.count)
    if line.of is None:
        return str(line.count)
    if line.of == 0:
        return words("indicators.nothing")
    if line.percent is None or is_points(line):
        return words("indicators.of", count=line.count, of=line.of)
    return words("indicators.part", count=line.count, of=line.of, percent=percent_words(line.percent, words))


def short_words(line: Line, words: Words) -> str:
    """A figure at its shortest, as large as a poster: a share as percents, anything else as a number."""
    if line.of == 0:
        return words("indicators.nothing")
    if line.percent is None or is_points(line):
        return str(line.count)
    return percent_words(line.percent, words)


def percent_words(percent: int, words: Words) -> str:
    """A number of percents."""
    return words("indicators.percent", n=percent)


def is_points(line: Line) -> bool:
    """Whether it is a mean of points, of a hundred."""
    return line.id.endswith("completeness")


def interval_words(interval: Interval, words: Words) -> str:
    """What a year or a season is called: `2026`, `saison 2025-2026`."""
    return words("indicators.season", key=interval.key) if interval.is_season else interval.key
