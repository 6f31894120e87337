"""Shortcuts into the agenda, each a page: today, tonight, tomorrow, this weekend, the next days."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import partial
from typing import Any

from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.day_lists import DayList, day_list_artifacts
from affiche.outputs.pages.months import day_href
from affiche.outputs.pages.page import everywhere
from affiche.outputs.pages.stretches import Stretch, Window, all_days, days_in, open_runs, stretch_from_today
from affiche.outputs.routes import AGENDA_DAYS
from affiche.outputs.site import Site

#: The shortcuts by their names in the query, in the order of their links; numbers are those of the next days.
WHENS = ("today", "tonight", "tomorrow", "weekend", "7", AGENDA_DAYS, "30")
FRIDAY = 4


def shortcut_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each shortcut, all its parts, in each language; that of fourteen days is the agenda."""
    for when in WHENS:
        if when != AGENDA_DAYS:
            yield from day_list_artifacts(site, _shortcut(site, when))


def shortcut_stretch(site: Site, when: str) -> Stretch:
    """What a shortcut shows; of a few days, the runs that are open on one of them."""
    return site.once(("shortcut", when), partial(_stretch, site, when))


def _stretch(site: Site, when: str) -> Stretch:
    if when.isdecimal():
        return stretch_from_today(site, int(when))
    window = window_of(site.calendar.today.date(), when)
    return Stretch(window.first, window.last, days_in(site, window), runs=open_runs(site, window))


def window_of(today: date, when: str) -> Window:
    """The days of a shortcut; a weekend is from Friday 17:00 to Sunday night, without the days that have passed."""
    match when:
        case "tomorrow":
            return Window(today + timedelta(days=1), today + timedelta(days=1))
        case "weekend":
            friday = today + timedelta(days=FRIDAY - today.weekday())
            sunday = friday + timedelta(days=2)
            return Window(max(friday, today), sunday, evening=today <= friday, night=True)
        case "tonight":
            return Window(today, today, evening=True, night=True)
        case _:
            return Window(today, today)


def shortcut_links(site: Site, language: str, current: str = "") -> Sequence[tuple[str, str, bool]]:
    """The shortcuts as links: words, address, whether it is the current one."""
    words = site.words[language]
    return [(words(f"when.{when}"), site.href(site.routes.shortcut(language, when)), when == current) for when in WHENS]


def dated_words(site: Site, language: str, when: str) -> tuple[str, str]:
    """A shortcut's name, and its days in words: `Ce soir`, `jeudi 26 novembre 2026`."""
    stretch = shortcut_stretch(site, when)
    return site.words[language](f"when.{when}"), site.dates[language].period(stretch.first, stretch.last)


def _shortcut(site: Site, when: str) -> DayList:
    today, stretch = site.calendar.today.date(), shortcut_stretch(site, when)
    following = next((day for day in all_days(site) if day > stretch.last and day not in stretch.days), None)

    def beside_it(language: str) -> Mapping[str, Any]:
        return {
            "shortcuts": shortcut_links(site, language, when),
            "dated": dated_words(site, language, when),
            "following": _following(site, language, following),
        }

    return DayList(
        stretch,
        everywhere(site, lambda code: site.routes.shortcut(code, when)),
        title=lambda language: site.words[language]("when.title", **_title(site, language, when)),
        stretch_words=lambda language: dated_words(site, language, when)[1],
        beside=beside_it,
        when=when,
        day=stretch.first if stretch.first == stretch.last else None,
        depends=(today, _following(site, site.languages[0], following)),
    )


def _title(site: Site, language: str, when: str) -> Mapping[str, str]:
    name, days = dated_words(site, language, when)
    return {"name": name, "days": days}


def _following(site: Site, language: str, day: date | None) -> tuple[str, str] | None:
    """The next day after a shortcut that has something, in words, and where it stands."""
    return (site.dates[language].day(day), day_href(site, language, day)) if day else None
