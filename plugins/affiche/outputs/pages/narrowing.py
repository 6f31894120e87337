"""What the lines of a directory are narrowed by in the browser: the kind, the disciplines, the municipality, more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.outputs.finder.values import municipality_value
from affiche.outputs.projects import still_open
from affiche.outputs.site import Site

_NO_LETTERS = re.compile(r"[\W_]+")
#: The filters of directories, in the order in which they are offered.
FILTERS = ("kind", "discipline", "municipality", "network", "offers", "seeks")


class Trait(NamedTuple):
    """A value of a filter, the same in every language, and what it is called in one."""

    filter: str
    value: str
    label: str


def traits_of(site: Site, record: Organisation | Venue, language: str) -> Iterator[Trait]:
    """What a record is narrowed by, as far as it says so."""
    words = site.words[language]
    if isinstance(record, Organisation):
        if record.kind:
            yield Trait("kind", record.kind, words(f"organisation.kind.{record.kind}"))
        yield from (Trait("discipline", item, words(f"discipline.{item}")) for item in record.disciplines)
        yield from _reach(site, record, language)
    if municipality := site.calendar.municipality_of(record):
        label = site.show(municipality.name, language).text
        yield Trait("municipality", municipality_value(site, municipality), label)


def _reach(site: Site, organisation: Organisation, language: str) -> Iterator[Trait]:
    """Its networks, what it offers and what it seeks."""
    words, today = site.words[language], site.calendar.today.date()
    yield from (Trait("network", slug_of(name), name) for name in networks_of(organisation))
    for name, stated in (("offers", organisation.offers), ("seeks", organisation.seeks)):
        yield from (Trait(name, each.kind, words(f"offer.{each.kind}")) for each in still_open(stated, today))


def networks_of(organisation: Organisation) -> list[str]:
    """The networks of an organisation, here and abroad; what stands in brackets is its part there."""
    abroad = organisation.international.networks if organisation.international else ()
    return list(dict.fromkeys(name.partition(" (")[0] for name in (*organisation.member_of, *abroad)))


def slug_of(name: str) -> str:
    """A name as addresses have it."""
    return _NO_LETTERS.sub("-", fold_name(name)).strip("-")


def filters_among(traits: Iterable[Trait], names: Sequence[str] = FILTERS) -> Mapping[str, Sequence[Trait]]:
    """The choices of each filter by name; a filter without a choice between two is none."""
    listed = sorted(set(traits), key=lambda trait: (fold_name(trait.label), trait.value))
    found = {name: {trait.value: trait for trait in listed if trait.filter == name} for name in names}
    return {name: [*choices.values()] for name, choices in found.items() if len(choices) > 1}


def values_of(traits: Iterable[Trait], names: Sequence[str] = FILTERS) -> Mapping[str, str]:
    """The values of a line by filter, several with a space between."""
    stated = list(traits)
    values = {name: dict.fromkeys(trait.value for trait in stated if trait.filter == name) for name in names}
    return {name: " ".join(found) for name, found in values.items() if found}
