"""What is new: which events a feed of new events holds, the newest first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cached_property

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.occurrence import resolve
from affiche.outputs.site import Site

#: An event is new, and a change is news, for so long; older ones fill the list up to the fewest.
NEWS_LASTS = timedelta(days=35)
FEWEST, MOST = 20, 200


def news_of(site: Site) -> News:
    """The news of a site, worked out once for all that tells of them."""
    return site.once(("news",), lambda: News(site))


@dataclass(frozen=True, eq=False)
class News:
    """The news of a site at one moment."""

    site: Site

    @cached_property
    def public_since(self) -> Mapping[str, datetime]:
        """The moment since which each event has been public (aware, UTC), by event id."""
        return {event.id: self._first_public(event) for event in self.site.calendar.all(Event)}

    def _first_public(self, event: Event) -> datetime:
        """When it was published, or when it was allowed to be seen if that was later; nothing but that moves it."""
        published = self.site.calendar.dates_of(event).published
        if event.publish_from is None:
            return published
        return max(published, resolve(event.publish_from, self.site.calendar.settings.time_zone).astimezone(UTC))

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        """The place of each event among all, the newest first, by its id."""
        since = self.public_since
        ordered = sorted(since, key=lambda key: (-since[key].timestamp(), key))
        return {key: rank for rank, key in enumerate(ordered)}

    def of(self, facet: Facet | None) -> Sequence[Event]:
        """The events of a facet, or of the agenda, that are not over: the newest first, those of one moment by id."""
        since, ranks = self.public_since, self._ranks
        ordered = sorted(self.site.upcoming(facet), key=lambda event: ranks[event.id])
        horizon = self.site.calendar.now - NEWS_LASTS
        recent = sum(since[event.id] >= horizon for event in ordered)
        return ordered[: min(max(recent, FEWEST), MOST)]
