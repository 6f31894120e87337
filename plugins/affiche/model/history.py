"""What a repository's history says of a record: when it came, and when it last changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from zoneinfo import ZoneInfo

from affiche.model.change import Change
from affiche.model.occurrence import resolve
from affiche.model.record import Record

#: A collection and an id: history follows the id, not the path.
RecordKey = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Dates:
    """Aware moments in UTC: first and last commit on the main branch that touched a record."""

    published: datetime
    updated: datetime


@dataclass(frozen=True)
class History:
    """The dates of every record that the main branch knows; empty without a repository.

    `opened` has the commits that ended the drafts with which records began, `changes` what was announced of today's
    events since they were public, oldest first: whoever shows them leaves out those after its clock.
    """

    dates: Mapping[RecordKey, Dates] = field(default_factory=dict)
    is_shallow: bool = False
    opened: Mapping[RecordKey, datetime] = field(default_factory=dict)
    changes: Sequence[Change] = ()

    @cached_property
    def of_event(self) -> Mapping[str, Sequence[Change]]:
        """The changes of each event that has any, by its id of today."""
        found: dict[str, list[Change]] = {}
        for change in self.changes:
            found.setdefault(change.event_id, []).append(change)
        return found

    def of(self, collection: str, record_id: str) -> Dates | None:
        """The dates of one record, None while it is not committed."""
        return self.dates.get((collection, record_id))

    def dates_of(self, record: Record, zone: ZoneInfo, now: datetime) -> Dates:
        """When a record was published and last changed, never after now; today's midnight while it is not committed.

        A renamed record was published under its first id, one that began as a draft by the commit that ended it;
        `published` in the front matter, a time in `zone`, wins.
        """
        known = [dates for each in (record.id, *record.redirect_from) if (dates := self.of(record.collection, each))]
        midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        first = min((dates.published for dates in known), default=midnight)
        published = self.opened.get((record.collection, record.id), first)
        if record.published:
            published = resolve(record.published, zone).astimezone(UTC)
        updated = max((published, *(dates.updated for dates in known)))
        return Dates(min(published, now), min(updated, now))
