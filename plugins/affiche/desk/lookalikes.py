"""Organisations and venues that look like others that are there: a maintainer of the repository has a look."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from affiche.model.likeness import are_alike
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.skeleton import skeleton


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
    for name in record.names:
        yield skeleton(name)
