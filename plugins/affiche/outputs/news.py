"""What is new: which events a feed of new events holds, the newest first."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.occurrence import resolve
from affiche.model.record import Record
from affiche.outputs.site import Site

#: An event is new, and a change is news, for so long; older ones fill the list up to the fewest.
NEWS_LASTS = timedelta(days=35)
FEWEST, MOST = 20, 200


def news_of(site: Site) -> News:
    """The news of a site, worked out once for all that tells of them."""
    return site.once(("news",), lambda: News(site))


def public_since(calendar: Calendar, record: Record) -> datetime:
    """When a record was published, or when it was allowed to be seen if that was later; nothing but that moves it."""
    published = calendar.dates_of(record).published
    if record.publish_from is None:
        return published
    return max(published, resolve(record.publish_from, calendar.settings.time_zone).astimezone(UTC))


def known_since(site: Site, record: Record) -> datetime | None:
    """The same; None where it would be the day of the build."""
    return public_since(site.calendar, record) if site.known_dates(record) else None


@dataclass(frozen=True, eq=False)
class News:
    """The news of a site at one moment."""

    site: Site

    @cached_property
    def public_since(self) -> Mapping[str, datetime]:
        """The moment since which each event has been public (aware, UTC), by event id."""
        return {event.id: public_since(self.site.calendar, event) for event in self.site.calendar.all(Event)}

    @cached_property
    def _newest(self) -> Sequence[Event]:
        """All events, the newest first, those of one moment by id."""
        since = self.public_since
        return sorted(self.site.calendar.all(Event), key=lambda event: (-since[event.id].timestamp(), event.id))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each event among all of them, by its id."""
        return {event.id: rank for rank, event in enumerate(self._newest)}

    @cached_property
    def _recent(self) -> int:
        """How many of all events are new."""
        horizon = self.site.calendar.now - NEWS_LASTS
        return sum(since >= horizon for since in self.public_since.values())

    def of(self, facet: Facet | None) -> Sequence[Event]:
        """The events of a facet, or of the agenda, that are not over: the newest first, those of one moment by id."""
        ranks = self._ranks
        found = sorted([ranks[event.id] for event in self.site.upcoming(facet)])
        recent = bisect_left(found, self._recent)
        return [self._newest[rank] for rank in found[: min(max(recent, FEWEST), MOST)]]
