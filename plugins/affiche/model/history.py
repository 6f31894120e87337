"""What a repository's history says of a record: when it came, and when it last changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from zoneinfo import ZoneInfo

from affiche.model.change import Change
from affiche.model.event import Event
from affiche.model.occurrence import resolve
from affiche.model.record import Record
from affiche.model.shelves import Records

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

    @property
    def newest(self) -> datetime | None:
        """When a record last changed; None without a repository."""
        return max((dates.updated for dates in self.dates.values()), default=None)

    def of(self, collection: str, record_id: str) -> Dates | None:
        """The dates of one record, None while it is not committed."""
        return self.dates.get((collection, record_id))

    def first_of(self, record: Record) -> datetime | None:
        """When a record first reached the main branch, under its first id; None while it is not committed."""
        return min((dates.published for dates in self._known(record)), default=None)

    def _known(self, record: Record) -> list[Dates]:
        """The dates of a record under each of its ids."""
        keys = ((record.collection, each) for each in (record.id, *record.redirect_from))
        return [self.dates[key] for key in keys if key in self.dates]

    def dates_of(self, record: Record, zone: ZoneInfo, now: datetime) -> Dates:
        """When a record was published and last changed, never after now; today's midnight while it is not committed.

        A renamed record was published under its first id, one that began as a draft by the commit that ended it;
        `published` in the front matter, a time in `zone`, wins.
        """
        known = self._known(record)
        first = min((dates.published for dates in known), default=None) or _midnight(now)
        published = self.opened.get((record.collection, record.id), first)
        if record.published:
            published = resolve(record.published, zone).astimezone(UTC)
        updated = max((published, *(dates.updated for dates in known)))
        return Dates(min(published, now), min(updated, now))

    def changes_behind(self, event: Event, records: Records, now: datetime) -> Iterator[datetime]:
        """When the places, organisers and festival that an event names last changed, those not shown any more too.

        What was shown in an event stays one of its changes: or it would have been changed earlier than it said before.
        """
        for key in _named(event, records):
            if dates := self.of(*key):
                yield min(dates.updated, now)


@lru_cache(maxsize=1)
def _midnight(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)


def _named(event: Event, records: Records) -> Iterator[RecordKey]:
    """The records that an event names, and those that replaced them, whether they are there or not."""
    places = {event.venue, *(performance.venue for performance in event.dates)}
    keys = [("venues", place) for place in places if isinstance(place, str)]
    keys += [("organisations", organiser.organisation) for organiser in event.organisers]
    keys += [("events", event.part_of)] if event.part_of else []
    seen: set[RecordKey] = set()
    while keys:
        collection, record_id = key = keys.pop()
        record = records.get(collection, {}).get(record_id)
        if record and record.replaced_by and key not in seen:
            keys.append((collection, record.replaced_by))
        seen.add(key)
    yield from seen
