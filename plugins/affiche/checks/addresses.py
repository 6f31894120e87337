"""Addresses of events that lead elsewhere: to the home page of a house, to the page of a past edition."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from affiche.checks.keys import is_home
from affiche.checks.same_event import bookings
from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.url import host_of
from affiche.problems import Place, Problem, Severity

#: A year in a path, alone between other signs; the season of two years counts as its last one.
_YEAR = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")
#: The date in the address of an article, which may well be older than the event.
_ARTICLE = re.compile(r"/20[0-9]{2}/(?:0?[1-9]|1[0-2])(?:/|$)")

_WORD = re.compile(r"[^\W_]+")


def check_addresses(scope: Scope) -> Iterator[Problem]:
    """`url-doubtful` (warnings): the home page of a house (`home`), the address of an earlier year (`past`)."""
    for event in scope.records:
        if not isinstance(event, Event):
            continue
        year = min((each.start.local.year for each in event.performances), default=_first_year(event))
        for at, url in _pages(event):
            if is_home(url) and not _is_of(event, url):
                yield _doubt(event, at, url, "home")
            elif year and (years := _years(url)) and max(years) < year:
                yield _doubt(event, at, url, "past")


def _first_year(event: Event) -> int:
    start = event.period and event.period.start
    return start.year if start else 0


def _pages(event: Event) -> Iterator[tuple[Place, str]]:
    """The addresses that are those of this very event."""
    yield from bookings(event)
    yield from ((("same_as", index), url) for index, url in enumerate(event.same_as))


def _is_of(event: Event, url: str) -> bool:
    """Whether a site is named after an event, as a festival's own is: one of the two names is half of the other."""
    site = host_of(url).removeprefix("www.").partition(".")[0].replace("-", "")
    names = ("".join(_WORD.findall(fold_name(title))) for title in event.title.values())
    pairs = (sorted((site, name), key=len) for name in names)
    return any(short in long and 2 * len(short) >= len(long) for short, long in pairs)


def _years(url: str) -> list[int]:
    path = urlsplit(url).path
    return [] if _ARTICLE.search(path) else [int(year) for year in _YEAR.findall(path)]


def _doubt(event: Event, at: Place, url: str, reason: str) -> Problem:
    values = {"url": url, "host": host_of(url), "reason": reason}
    return problem(event, at, "url-doubtful", severity=Severity.WARNING, **values)
