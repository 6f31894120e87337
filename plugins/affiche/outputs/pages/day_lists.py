"""A page that lists by day, and its parts: the agenda, a shortcut, a month."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import Card, event_card
from affiche.outputs.pages.days import Entry, day_view, days_fingerprint
from affiche.outputs.pages.event_lists import RUNS
from affiche.outputs.pages.months import anchor
from affiche.outputs.pages.page import Page, page_artifact
from affiche.outputs.pages.parts import Part, cut, part_of, part_path, part_title, position_of
from affiche.outputs.pages.stretches import STARTING, UNDATED, Stretch
from affiche.outputs.site import Site

#: What a page shows beside its list, in a language.
Beside = Callable[[str], Mapping[str, Any]]
NOTHING_BESIDE: Mapping[str, Any] = {
    "month": None,
    "table_href": "",
    "shortcuts": (),
    "dated": None,
    "following": None,
    "coming_months": (),
}


@dataclass(frozen=True, slots=True)
class DayList:
    """A list by day: its path, title and heading, and what its page also shows.

    `when` is its name in the query, empty for the agenda and the months; `day` the one of which its runs say whether
    they are open; `depends` is what all that its page shows beside the list depends on.
    """

    stretch: Stretch
    paths: Mapping[str, str]
    title: Callable[[str], str]
    stretch_words: Callable[[str], str]
    beside: Beside
    when: str = ""
    day: date | None = None
    depends: Sequence[object] = ()


def day_list_artifacts(site: Site, listed: DayList) -> Iterator[Artifact]:
    """Each part of a list in each language."""
    parts = cut(listed.stretch.groups)
    blocks = _blocks(listed.stretch, parts)
    for number, part in enumerate(parts, 1):
        stamp = (_fingerprint(site, part), number, len(parts), blocks, _count(listed.stretch), *listed.depends)
        for language in site.languages:
            page = Page(
                language=language,
                paths={code: part_path(path, number) for code, path in listed.paths.items()},
                title=part_title(site, language, listed.title(language), number),
                description=site.words[language]("agenda.description", stretch=listed.stretch_words(language)),
                section="agenda",
            )
            yield page_artifact(site, page, "agenda.html", stamp, partial(_view, site, language, listed, parts, number))


def _fingerprint(site: Site, part: Part[date | str, Entry]) -> str:
    dated = [(key if isinstance(key, date) else None, entries) for key, entries in part if key not in (RUNS, STARTING)]
    runs = [(key, entry.event) for key, entries in part if key in (RUNS, STARTING) for entry in entries]
    return site.fingerprint(days_fingerprint(site, dated, [event for _, event in runs]), [key for key, _ in runs])


def _blocks(stretch: Stretch, parts: Sequence[Part[date | str, Entry]]) -> list[tuple[str, int, int]]:
    """The blocks of runs that there are, each with its number of runs and the part it begins in."""
    found = ((RUNS, len(stretch.runs)), (STARTING, len(stretch.starting)))
    return [(key, count, part_of(parts, key)) for key, count in found if count]


def _count(stretch: Stretch) -> int:
    return sum(len(entries) for _, entries in stretch.groups)


def _view(
    site: Site, language: str, listed: DayList, parts: Sequence[Part[date | str, Entry]], number: int
) -> Mapping[str, Any]:
    part, path = parts[number - 1], listed.paths[language]
    return {
        **NOTHING_BESIDE,
        "when": listed.when,
        "build_day": site.calendar.today.date().isoformat() if listed.when else "",
        "stretch": listed.stretch_words(language),
        "count": _count(listed.stretch),
        "days": [day_view(site, language, key, entries) for key, entries in part if isinstance(key, date)],
        "blocks": [
            (key, count, f"{site.href(part_path(path, found))}#{anchor(key)}")
            for key, count, found in _blocks(listed.stretch, parts)
        ],
        **{key: _cards(site, language, part, key, listed.day) for key in (UNDATED, RUNS, STARTING)},
        "part": position_of(site, path, number, len(parts)),
        **listed.beside(language),
    }


def _cards(site: Site, language: str, part: Part[date | str, Entry], key: str, day: date | None) -> list[Card]:
    """The cards of a block without days; a run that is on says whether it is open on the day of the page."""
    said = day if key == RUNS else None
    entries = [entry for each, found in part if each == key for entry in found]
    return [event_card(site, language, entry.event, entry.occurrences, day=said) for entry in entries]
