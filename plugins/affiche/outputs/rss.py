"""RSS 2.0 by feedgen: beside every list, a feed of its new events."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from feedgen.feed import FeedGenerator

from affiche.model.event import Event
from affiche.model.fingerprint import digest
from affiche.outputs.artifact import Artifact
from affiche.outputs.hreflang import Alternate
from affiche.outputs.images import main_image
from affiche.outputs.news import News
from affiche.outputs.output import Output
from affiche.outputs.rss_extension import ChannelExtension
from affiche.outputs.rss_item import Item, event_item, performances_to_come
from affiche.outputs.site import Listing, Site, Subscription

FEED = Subscription("feed.xml", "application/rss+xml", "feed.rss.title")
#: Mailing services refuse feeds that are much larger.
MOST_BYTES = 512 * 1024
#: Minutes for which a reader may keep a feed.
TIME_TO_LIVE = 60

logger = logging.getLogger(__name__)


def rss_artifacts(site: Site) -> Iterator[Artifact]:
    """The feed of each list in each language, empty ones too."""
    feeds = _Feeds(site, News(site))
    for versions in zip(*map(site.listings, site.languages), strict=True):
        for listing in versions:
            yield feeds.artifact(listing, versions)


@dataclass(frozen=True, eq=False)
class _Feeds:
    """All feeds of a site, which share their items; None stands for one that could not be made."""

    site: Site
    news: News
    items: dict[tuple[str, str], Item | None] = field(default_factory=dict)
    stamps: dict[str, str] = field(default_factory=dict)

    def artifact(self, listing: Listing, versions: Sequence[Listing]) -> Artifact:
        """The feed of a list; `versions` are the same list in every language."""
        events = self.news.of(listing.facet)
        stamp = self.site.fingerprint("rss", listing, versions, *map(self._stamp, events))
        return Artifact(FEED.path(listing), FEED.media_type, stamp, partial(self.render, listing, versions, events))

    def render(self, listing: Listing, versions: Sequence[Listing], events: Sequence[Event]) -> bytes:
        """The bytes of a feed; where there would be too many, without its oldest items."""
        feed = self._feed(listing, versions, events)
        while len(feed) > MOST_BYTES:
            events = events[: len(events) * MOST_BYTES // len(feed)]
            feed = self._feed(listing, versions, events)
        return feed

    def _stamp(self, event: Event) -> str:
        """All that an item depends on: what its files say, and what the clock leaves of that."""
        if event.id not in self.stamps:
            coming = [occurrence.id for occurrence in performances_to_come(self.site, event)]
            parts = self.site.calendar.digests[event.id], main_image(self.site, event), coming
            self.stamps[event.id] = digest(map(str, parts))
        return self.stamps[event.id]

    def _feed(self, listing: Listing, versions: Sequence[Listing], events: Sequence[Event]) -> bytes:
        found = [(event, item) for event in events if (item := self._item(event, listing.language))]
        feed = self._channel(listing)
        if found:
            feed.lastBuildDate(max(self._changed(event) for event, _ in found))
        feed.register_extension("affiche", lambda: self._extension(listing, versions, is_empty=not found), atom=False)
        for _, item in found:
            feed.add_entry(item, order="append")
        data: bytes = feed.rss_str(pretty=True)
        return data

    def _channel(self, listing: Listing) -> FeedGenerator:
        words, feed = self.site.words[listing.language], FeedGenerator()
        title = "feed.news.title" if listing.facet else "feed.news.title.all"
        feed.title(words(title, list=listing.title, site=self.site.calendar.settings.site_name))
        feed.description(words("feed.news.description"))
        feed.language(words("language.tag"))
        # The channel's link is the last one that is set.
        feed.link(href=self.site.absolute(FEED.path(listing)), rel="self", type=FEED.media_type)
        feed.link(href=self.site.absolute(listing.page), rel="alternate")
        feed.ttl(TIME_TO_LIVE)
        feed.docs("")
        feed.generator("")
        return feed

    def _extension(self, listing: Listing, versions: Sequence[Listing], *, is_empty: bool) -> ChannelExtension:
        others = [version for version in versions if version is not listing]
        links = [Alternate(other.language, self.site.absolute(FEED.path(other))) for other in others]
        return ChannelExtension(FEED.media_type, links, is_empty)

    def _changed(self, event: Event) -> datetime:
        """When the item of an event last changed, or came."""
        return max(self.site.calendar.dates_of(event).updated, self.news.public_since[event.id])

    def _item(self, event: Event, language: str) -> Item | None:
        key = event.id, language
        if key not in self.items:
            self.items[key] = self._made(event, language)
        return self.items[key]

    def _made(self, event: Event, language: str) -> Item | None:
        try:
            return event_item(self.site, event, language, self.news.public_since[event.id])
        except Exception as error:  # noqa: BLE001 - whatever it is, the other items are to be read
            logger.warning("%s is left out of the feeds (%s): %s: %s", event.id, language, type(error).__name__, error)
            return None


RSS = Output("rss", rss_artifacts, FEED)
