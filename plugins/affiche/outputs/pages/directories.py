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
from affiche.outputs.municipality_map import TileMap, tile_map
from affiche.outputs.pages.narrowing import FILTERS, Trait, filters_among, traits_of
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.places import town_words
from affiche.outputs.poster import discipline_colour
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a directory; `letter` when it is the first under it, `traits` what it is narrowed by."""

    name: Wording
    href: str
    lines: Sequence[str] = ()
    count: int = 0
    letter: str = ""
    colour: str = ""
    traits: Sequence[Trait] = ()

    @property
    def values(self) -> Mapping[str, str]:
        """Its values by filter, several with a space between."""
        stated = {name: [trait.value for trait in self.traits if trait.filter == name] for name in FILTERS}
        return {name: " ".join(values) for name, values in stated.items() if values}


def directory_artifacts(site: Site) -> Iterator[Artifact]:
    """The four directories in each language."""
    for language in site.languages:
        for key, template, entries in (
            ("organisations", "directory.html", _organisations(site, language)),
            ("venues", "directory.html", _venues(site, language)),
            ("disciplines", "tiles.html", facet_entries(site, language, "discipline")),
            ("municipalities", "names.html", facet_entries(site, language, "municipality")),
        ):
            page = own_page(
                site,
                language,
                key,
                title=site.words[language](f"nav.{key}"),
                description=site.words[language](f"{key}.description"),
            )
            drawn = tile_map(site, language) if key == "municipalities" else None
            yield page_artifact(site, page, template, (entries, drawn), partial(_view, key, entries, drawn))


def _view(key: str, entries: Sequence[Entry], drawn: TileMap | None) -> Mapping[str, Any]:
    letters = [entry.letter for entry in entries if entry.letter]
    filters = filters_among(trait for entry in entries for trait in entry.traits)
    return {"key": key, "entries": entries, "letters": letters, "map": drawn, "filters": filters}


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
    words = site.words[language]
    return _with_letters(
        Entry(
            site.show(organisation.name, language),
            site.href(site.routes.record(language, organisation)),
            (
                ", ".join(words(f"discipline.{item}") for item in organisation.disciplines),
                town_words(site, organisation, language),
            ),
            len(site.upcoming(Facet("organisation", organisation.id))),
            traits=tuple(traits_of(site, organisation, language)),
        )
        for organisation in site.calendar.all(Organisation)
    )


def _venues(site: Site, language: str) -> list[Entry]:
    return _with_letters(
        Entry(
            site.show(venue.name, language),
            site.href(site.routes.record(language, venue)),
            (site.show(venue.street, language).text, town_words(site, venue, language)),
            len(site.upcoming(Facet("venue", venue.id))),
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
