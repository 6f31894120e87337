"""Organisations and venues that look like others that are there: a maintainer of the repository has a look."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Iterator, Sequence

from affiche.model.likeness import are_alike
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record

#: Small letters of other alphabets, each with the Latin letter that it looks like.
_LATIN = str.maketrans(
    "авеёікјмнорстухѕԁһԛԝαβγειηκνορτυχωɡıℓ",
    "abeeikjmhopctyxsdhqwabyeinkvoptuxwgil",
)


def lookalikes(base: Sequence[Record], head: Sequence[Record], paths: Collection[str]) -> frozenset[str]:
    """The paths of what a proposal adds, or calls otherwise, and which is then named like something else."""
    before = {record.origin.path: record for record in base}
    known = [record for record in base if isinstance(record, Organisation | Venue)]
    return frozenset(
        record.origin.path
        for record in head
        if isinstance(record, Organisation | Venue)
        and record.origin.path in paths
        and _is_renamed(record, before.get(record.origin.path))
        and any(_are_two(record, other) and are_alike(_names(record), _names(other)) for other in known)
    )


def _is_renamed(record: Organisation | Venue, before: Record | None) -> bool:
    return not isinstance(before, Organisation | Venue) or {*_names(record)} - {*_names(before)} != set()


def _are_two(record: Record, other: Record) -> bool:
    return record.collection == other.collection and record.origin.path != other.origin.path


def _names(record: Organisation | Venue) -> Iterator[str]:
    """The names of a record as the eye reads them."""
    for name in (*record.name.values(), *record.alternate_names):
        yield skeleton(name)


def skeleton(name: str) -> str:
    """A name in Latin letters where others look the same (after Unicode TS 39), without what is not seen."""
    folded = unicodedata.normalize("NFKC", name).casefold().translate(_LATIN)
    return "".join(character for character in folded if unicodedata.category(character) != "Cf")
