"""What two open proposals add twice: each of them would pass alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.checks.duplicates import duplicates_of
from affiche.model.record import Record


class Twin(NamedTuple):
    """A file of a proposal that seems to be about the same thing as a file of another, by its number."""

    path: str
    other: str
    number: int


def find_twins(ours: Sequence[Record], theirs: Mapping[int, Sequence[Record]], calendar: Calendar) -> Iterator[Twin]:
    """Each file of ours with the first that is like it in each other proposal."""
    for record in ours:
        for number, records in theirs.items():
            others = [each for each in records if each.origin.path != record.origin.path]
            same = (each for each in records if each.origin.path == record.origin.path)
            alike = (
                pair.other if pair.record is record else pair.record for pair in duplicates_of(record, others, calendar)
            )
            if twin := next(chain(same, alike), None):
                yield Twin(record.origin.path, twin.origin.path, number)
