"""Moments that are known to a day, a month or a season, as stretches of time in words."""

from __future__ import annotations

from affiche.model.moment import Moment, Precision
from affiche.outputs.site import Site


def moment_name(site: Site, moment: Moment, language: str) -> str:
    """A day, a month or a season by its name: `3 octobre 2026`, `octobre 2026`, `automne 2026`."""
    words, dates = site.words[language], site.dates[language]
    if moment.precision is Precision.SEASON:
        return f"{words(f'contribute.season.{moment.season}').lower()} {moment.day.year}"
    return dates.month(moment.day) if moment.precision is Precision.MONTH else dates.day(moment.day, weekday=False)


def stretch_words(site: Site, first: Moment | None, last: Moment | None, language: str) -> str:
    """When something is, as exactly as it is known; empty where nothing is."""
    words = site.words[language]
    if all(each is None or each.precision <= Precision.DAY for each in (first, last)):
        return site.dates[language].period(first.day if first else None, last.day if last else None)
    named = [moment_name(site, each, language) for each in (first, last) if each]
    if len(named) > 1:
        return words("stretch.between", first=named[0], last=named[1]) if named[0] != named[1] else named[0]
    return words("stretch.since" if first else "stretch.until", day=named[0])
