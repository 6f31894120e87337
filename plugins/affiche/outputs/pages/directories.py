"""The directories: all organisations, all venues, all disciplines, all municipalities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from affiche.model.facet import Facet
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.entry_texts import one_line, shortened
from affiche.outputs.municipality_map import tile_map
from affiche.outputs.pages.narrowing import Trait, filters_among, traits_of, values_of
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.pages.strips import Named, named
from affiche.outputs.places import town_words
from affiche.outputs.poster import discipline_colour
from affiche.outputs.projects import stage_of
from affiche.outputs.site import Site

#: What a line says of an organisation, in characters.
LONGEST_MISSION = 140


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a directory; `letter` when it is the first under it, `traits` what it is narrowed by.

    `count` is how many events are to come, `counts` says so and what else there is.
    """

    name: Wording
    href: str
    lines: Sequence[Wording] = ()
    count: int = 0
    counts: Sequence[str] = ()
    letter: str = ""
    colour: str = ""
    traits: Sequence[Trait] = ()

    @property
    def values(self) -> Mapping[str, str]:
        """Its values by filter, several with a space between."""
        return values_of(self.traits)


def directory_artifacts(site: Site) -> Iterator[Artifact]:
    """The four directories in each language."""
    for language in site.languages:
        former, drawn = _former(site, language), tile_map(site, language)
        for key, template, entries, beside in (
            ("organisations", "directory.html", _organisations(site, language), {"former": former}),
            ("venues", "directory.html", _venues(site, language), {"former": ()}),
            ("disciplines", "tiles.html", facet_entries(site, language, "discipline"), {}),
            (
                "municipalities",
                "names.html",
                facet_entries(site, language, "municipality"),
                {"map": drawn},
            ),
        ):
            page = own_page(
                site,
                language,
                key,
                title=site.words[language](f"nav.{key}"),
                description=site.words[language](f"{key}.description"),
            )
            yield page_artifact(site, page, template, (entries, beside), partial(_view, key, entries, beside))


def _view(key: str, entries: Sequence[Entry], beside: Mapping[str, object]) -> Mapping[str, Any]:
    letters = [entry.letter for entry in entries if entry.letter]
    filters = filters_among(trait for entry in entries for trait in entry.traits)
    return {"key": key, "entries": entries, "letters": letters, "filters": filters, **beside}


def facet_entries(site: Site, language: str, kind: str) -> list[Entry]:
    """The facets of a kind by name, each with its number of events to come."""
    entries = [
        Entry(
            site.facet_name(facet, language),
            site.href(site.routes.facet(language, facet)),
            count=len(site.upcoming(facet)),
            colour=discipline_colour(facet.id) if kind == "discipline" else "",
        )
        for facet in site.facets
        if facet.kind == kind
    ]
    return sorted(entries, key=_by_name)


def _organisations(site: Site, language: str) -> list[Entry]:
    """Those that are active: what each is there for, what it does and where, how much is to come."""
    return _with_letters(
        Entry(
            site.show(organisation.name, language),
            site.href(site.routes.record(language, organisation)),
            (_mission(site, organisation, language), Wording(_what_and_where(site, organisation, language))),
            counts=_counts(site, Facet("organisation", organisation.id), language, _running(site, organisation)),
            traits=tuple(traits_of(site, organisation, language)),
        )
        for organisation in site.calendar.all(Organisation)
        if organisation.status == "active"
    )


def _former(site: Site, language: str) -> list[Named]:
    """Those that are no more, by name, each with its first year."""
    former = [each for each in site.calendar.all(Organisation) if each.status != "active"]
    years = (
        site.words[language]("organisations.founded", year=each.founded) if each.founded else "" for each in former
    )
    rows = [named(site, each, language, year) for each, year in zip(former, years, strict=True)]
    return sorted(rows, key=lambda row: fold_name(row[0].text))


def _mission(site: Site, organisation: Organisation, language: str) -> Wording:
    mission = site.show(organisation.mission, language)
    return mission._replace(text=one_line(shortened(mission.text, LONGEST_MISSION)))


def _what_and_where(site: Site, organisation: Organisation, language: str) -> str:
    disciplines = ", ".join(site.words[language](f"discipline.{item}") for item in organisation.disciplines)
    return " · ".join(filter(None, (disciplines, town_words(site, organisation, language))))


def _running(site: Site, organisation: Organisation) -> int:
    """How many of its projects are on."""
    today = site.calendar.today.date()
    return sum(stage_of(project, today) == "running" for project in site.calendar.projects_of(organisation))


def _counts(site: Site, facet: Facet, language: str, projects: int = 0) -> list[str]:
    words, events = site.words[language], len(site.upcoming(facet))
    counted = (("list.count", events), ("projects.count", projects))
    return [words.count(key, number) for key, number in counted if number]


def _venues(site: Site, language: str) -> list[Entry]:
    return _with_letters(
        Entry(
            site.show(venue.name, language),
            site.href(site.routes.record(language, venue)),
            (site.show(venue.street, language), Wording(town_words(site, venue, language))),
            counts=_counts(site, Facet("venue", venue.id), language),
            traits=tuple(traits_of(site, venue, language)),
        )
        for venue in site.calendar.all(Venue)
    )


def _with_letters(entries: Iterator[Entry]) -> list[Entry]:
    """Entries by name, the first of each letter marked with it."""
    seen: set[str] = set()
    marked = []
    for entry in sorted(entries, key=_by_name):
        letter = fold_name(entry.name.text)[:1].upper()
        first = letter if letter.isalpha() and letter not in seen else ""
        seen.add(letter)
        marked.append(replace(entry, letter=first))
    return marked


def _by_name(entry: Entry) -> str:
    return fold_name(entry.name.text)
