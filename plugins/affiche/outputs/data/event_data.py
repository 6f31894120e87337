"""The events of a site as JSON, each made once for all the files that hold it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property, lru_cache, partial

from affiche.model.event import Event
from affiche.model.facet import is_public
from affiche.outputs.artifact import Part
from affiche.outputs.data.events import event_fields
from affiche.outputs.data.files import json_text, with_fields
from affiche.outputs.data.records import body_fields
from affiche.outputs.data.values import Fields
from affiche.outputs.entries import Entries, entries_of
from affiche.outputs.site import Site

#: The most events that are kept in memory once they are made: of more, each is made again for each file that holds it.
MOST_KEPT = 20_000


@dataclass(frozen=True, eq=False)
class EventData:
    """The events of a site: which there are, and each as JSON by its id."""

    site: Site

    @cached_property
    def entries(self) -> Entries:
        """The performances and runs, as calendars have them."""
        return entries_of(self.site)

    @cached_property
    def shown(self) -> Mapping[str, Event]:
        """Every event with a page, by id."""
        return {event.id: event for event in self.site.calendar.all(Event)}

    @cached_property
    def current(self) -> Sequence[Event]:
        """The events that are not over, the next one first; also those not for the public."""
        calendar = self.site.calendar
        found = [event for event in self.shown.values() if not calendar.is_over(event)]
        return sorted(found, key=calendar.order)

    @cached_property
    def public(self) -> Sequence[Event]:
        """The public events that are not over."""
        return [event for event in self.current if is_public(event)]

    @cached_property
    def fields(self) -> Callable[[str], Fields]:
        """An event without its body."""

        def made(key: str) -> Fields:
            return event_fields(self.site, self.shown[key], self.entries.by_event[key])

        return lru_cache(MOST_KEPT)(made)

    @cached_property
    def short(self) -> Callable[[str], str]:
        """The JSON of an event without its body."""
        return lru_cache(MOST_KEPT)(lambda key: json_text(self.fields(key)))

    def whole(self, key: str) -> str:
        """The JSON of an event with its body."""
        return with_fields(self.short(key), body_fields(self.site, self.shown[key]))

    @cached_property
    def ground(self) -> str:
        """What every file of events depends on beside its events."""
        return self.site.fingerprint("events")

    def parts(self, events: Sequence[Event], make: Callable[[Event], bytes]) -> Sequence[Part]:
        """Events as the parts of a long file."""
        return [Part(self.site.calendar.digests[event.id], partial(make, event)) for event in events]

    def updated(self, events: Sequence[Event]) -> datetime | None:
        """The newest change of some events, their venues and their organisers."""
        return max((self.site.calendar.revisions[event.id] for event in events), default=None)
