"""RSS 2.0 by feedgen: a feed in every language, made of the items that all feeds share."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from itertools import accumulate

from feedgen.feed import FeedGenerator

from affiche.model.fingerprint import digest
from affiche.outputs.artifact import Artifact
from affiche.outputs.hreflang import Alternate
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.output import Output
from affiche.outputs.rss_extension import ChannelExtension
from affiche.outputs.rss_item import Appearance, appearance_stamps, event_item, plain_line
from affiche.outputs.site import Site

MEDIA_TYPE, LABEL = "application/rss+xml", "RSS"
#: Of the items: mailing services refuse feeds of much more than 512 KiB.
MOST_BYTES = 500 * 1024
MOST_ITEMS = 200
#: Minutes for which a reader may keep a feed.
TIME_TO_LIVE = 60

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed in one language: its path and that of the page it follows, its title and what it holds, in words."""

    language: str
    path: str
    page: str
    title: str
    description: str


@dataclass(frozen=True, eq=False, slots=True)
class Draft:
    """An item to be: `stamp` covers all that it depends on, `changed` is when it last changed, or came.

    `make` makes it in a language; one that cannot be made is left out of the feeds, and `name` is said to be.
    """

    name: str
    stamp: str
    changed: datetime
    make: Callable[[str], bytes]
    made: dict[str, bytes | None] = field(default_factory=dict, repr=False)

    def item(self, language: str) -> bytes | None:
        """The item in a language, made once for all feeds; None where it cannot be made."""
        if language not in self.made:
            self.made[language] = self._item(language)
        return self.made[language]

    def _item(self, language: str) -> bytes | None:
        try:
            return self.make(language)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other items are to be read
            logger.warning("%s is left out of the feeds (%s): %s: %s", self.name, language, type(error).__name__, error)
            return None


def draft(name: str, stamps: Iterable[str], changed: datetime, make: Callable[[str], bytes]) -> Draft:
    """The draft of an item that depends on what `stamps` cover."""
    return Draft(name, digest((*stamps, str(changed))), changed, make)


def event_draft(site: Site, appearance: Appearance, since: datetime) -> Draft:
    """The draft of an event's item, which is in its feed since a moment."""
    event, make = appearance.event, partial(event_item, site, appearance)
    changed = max(site.calendar.dates_of(event).updated, since)
    return draft(event.id, appearance_stamps(site, appearance), changed, make)


def agenda_feed(name: str, drafts: Callable[[Site], Sequence[Draft]], page: str = "") -> Output:
    """A feed of the whole agenda, `<name>.xml` in each language, with its items in order.

    It follows the agenda, or the page whose key is `page`. Its words are `feed.<name>.title` and `feed.<name>.text`,
    which says what it is for.
    """
    subscription = Subscription(
        f"{name}.xml", MEDIA_TYPE, LABEL, f"feed.{name}.title", f"feed.{name}.text", is_single=True
    )

    def channel(site: Site, listing: Listing) -> Channel:
        words, path = site.words[listing.language], subscription.path(listing)
        title = words("feed.channel", title=words(subscription.title), site=site.calendar.settings.site_name)
        followed = site.routes.page(listing.language, page) if page else listing.page
        return Channel(listing.language, path, followed, title, words(subscription.text))

    def artifacts(site: Site) -> Iterator[Artifact]:
        return feed_artifacts(site, [channel(site, site.listings(code)[0]) for code in site.languages], drafts(site))

    return Output(name, artifacts, subscription)


def feed_artifacts(site: Site, channels: Sequence[Channel], drafts: Sequence[Draft]) -> Iterator[Artifact]:
    """The same feed in each of its languages, with the first of its items that there is room for."""
    held = drafts[:MOST_ITEMS]
    stamps = "".join(each.stamp for each in held)
    for channel in channels:
        stamp = site.fingerprint("rss", channel, channels, stamps)
        others = [other for other in channels if other is not channel]
        yield Artifact(channel.path, MEDIA_TYPE, stamp, partial(_render, site, channel, others, held))


def _render(site: Site, channel: Channel, others: Sequence[Channel], drafts: Sequence[Draft]) -> bytes:
    """The bytes of a feed; where there would be too many, without its last items."""
    found = [(each.changed, item) for each in drafts if (item := each.item(channel.language))]
    sizes = accumulate(len(item) for _, item in found)
    held = [each for each, size in zip(found, sizes, strict=True) if size <= MOST_BYTES]
    opened, *closed = _channel(site, channel, others, [changed for changed, _ in held]).rpartition(b"  </channel>")
    return b"".join((opened, *(item for _, item in held), *closed))


def _channel(site: Site, channel: Channel, others: Sequence[Channel], changes: Sequence[datetime]) -> bytes:
    """A feed without its items, which last changed at some moments."""
    feed = _header(site, channel)
    if changes:
        feed.lastBuildDate(max(changes))
    links = [Alternate(other.language, site.absolute(other.path)) for other in others]
    extension = ChannelExtension(MEDIA_TYPE, links, is_empty=not changes)
    feed.register_extension("affiche", lambda: extension, atom=False)
    data: bytes = feed.rss_str(pretty=True)
    return data


def _header(site: Site, channel: Channel) -> FeedGenerator:
    feed = FeedGenerator()
    feed.title(plain_line(channel.title))
    feed.description(channel.description)
    feed.language(site.words[channel.language]("language.tag"))
    # The channel's link is the last one that is set.
    feed.link(href=site.absolute(channel.path), rel="self", type=MEDIA_TYPE)
    feed.link(href=site.absolute(channel.page), rel="alternate")
    feed.ttl(TIME_TO_LIVE)
    feed.docs("")
    feed.generator("")
    return feed
