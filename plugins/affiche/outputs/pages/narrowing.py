"""What the lines of a directory are narrowed by in the browser: kind, disciplines, municipality, group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.outputs.finder.values import municipality_value
from affiche.outputs.site import Site

#: The filters, in the order in which they are offered.
FILTERS = ("kind", "discipline", "municipality", "group")


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
    if municipality := site.calendar.municipality_of(record):
        label = site.show(municipality.name, language).text
        yield Trait("municipality", municipality_value(site, municipality), label)


def filters_among(traits: Iterable[Trait]) -> Mapping[str, Sequence[Trait]]:
    """The choices of each filter by name; a filter without a choice between two is none."""
    named = sorted(set(traits), key=lambda trait: (fold_name(trait.label), trait.value))
    found = {name: [trait for trait in named if trait.filter == name] for name in FILTERS}
    return {name: choices for name, choices in found.items() if len(choices) > 1}
