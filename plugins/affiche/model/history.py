"""What a repository's history says of a record: when it came, and when it last changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

#: A collection and an id: history follows the id, not the path.
RecordKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dates:
    """Aware moments in UTC: first and last commit on the main branch that touched a record."""

    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class History:
    """The dates of every record that the main branch knows; empty without a repository."""

    dates: Mapping[RecordKey, Dates] = field(default_factory=dict)
    is_shallow: bool = False

    def of(self, collection: str, record_id: str) -> Dates | None:
        """The dates of one record, None while it is not committed."""
        return self.dates.get((collection, record_id))
