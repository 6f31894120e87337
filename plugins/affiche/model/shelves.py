"""Records by collection and id, and what stands in the place of one that was renamed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from affiche.model.record import Record
from affiche.model.remembered import Knowing

#: Records by collection and id.
Records = Mapping[str, Mapping[str, Record]]
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, eq=False)
class Shelves(Knowing):
    """All records, of which none is ever changed."""

    records: Records

    def all(self, model: type[R]) -> Sequence[R]:
        """The records of a collection that pages are made of, by id: no renamed and no withdrawn ones."""
        return self._shown.get(model.collection, ())  # type: ignore[return-value]

    @cached_property
    def _shown(self) -> Mapping[str, Sequence[Record]]:
        shelves = self.records.items()
        return {name: [shelf[key] for key in sorted(shelf) if shelf[key].is_itself] for name, shelf in shelves}

    def find(self, model: type[R], record_id: str | None) -> R | None:
        """The record of an id, or the one that replaced it; None for one that is not there, or withdrawn."""
        record = find_last(self.records.get(model.collection, {}), record_id or "")
        return record if isinstance(record, model) and record.is_itself else None


def find_last(shelf: Mapping[str, Record], record_id: str) -> Record | None:
    """The record of an id, or the last of those that replaced each other."""
    record = shelf.get(record_id)
    if record is None or not record.replaced_by:
        return record
    seen = set[str]()
    while record is not None and record.replaced_by and record.id not in seen:
        seen.add(record.id)
        record = shelf.get(record.replaced_by)
    return record
