"""What feedgen leaves out of RSS 2.0: links to other languages, `ev:` (RSS event module), `media:` (Media RSS)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from affiche.outputs.feed_images import FeedImage
from affiche.outputs.hreflang import Alternate
from affiche.outputs.spans import Span
from affiche.sources.image_copies import JPEG

ATOM = "http://www.w3.org/2005/Atom"
EVENT = "http://purl.org/rss/1.0/modules/event/"
MEDIA = "http://search.yahoo.com/mrss/"
#: The prefixes of our elements, in items too.
OWN_PREFIXES = {"ev": EVENT, "media": MEDIA}
PREFIXES = {**OWN_PREFIXES, "atom": ATOM, "content": "http://purl.org/rss/1.0/modules/content/"}


@dataclass(frozen=True, slots=True)
class ChannelExtension:
    """The same feed in other languages; and the channel's date taken back where there is no item to have one."""

    media_type: str
    others: Sequence[Alternate]
    is_empty: bool

    def extend_ns(self) -> Mapping[str, str]:
        """The prefixes that feedgen does not declare itself."""
        return OWN_PREFIXES

    def extend_rss(self, feed: etree._Element) -> None:
        """Adds to a feed's channel."""
        channel = feed[0]
        for other in self.others:
            etree.SubElement(channel, f"{{{ATOM}}}link", rel="alternate", type=self.media_type, **other._asdict())
        # Without a date, feedgen writes the clock's.
        for built in channel.findall("lastBuildDate") if self.is_empty else ():
            channel.remove(built)


@dataclass(frozen=True, slots=True)
class ItemExtension:
    """When and where an item's event is, and its image."""

    span: Span
    location: str
    image: FeedImage | None

    def extend_rss(self, item: etree._Element) -> None:
        """Adds to an item."""
        facts = {"startdate": self.span.start, "enddate": self.span.end, "location": self.location}
        for name, text in facts.items():
            if text:
                etree.SubElement(item, f"{{{EVENT}}}{name}").text = text
        if self.image is not None:
            _add_image(item, self.image)


def _add_image(item: etree._Element, image: FeedImage) -> None:
    size = {"width": str(image.copy.width), "height": str(image.copy.height)}
    media = {"url": image.copy.url, "type": JPEG, "medium": "image", **size}
    content = etree.SubElement(item, f"{{{MEDIA}}}content", media)
    etree.SubElement(content, f"{{{MEDIA}}}description", type="plain").text = image.alt.text
    etree.SubElement(content, f"{{{MEDIA}}}credit").text = image.credit


def printed_item(item: etree._Element) -> bytes:
    """The lines of an item as they stand in a feed, which declares its prefixes."""
    feed = etree.Element("rss", nsmap=PREFIXES)
    etree.SubElement(feed, "channel").append(item)
    lines = etree.tostring(feed, encoding="UTF-8", pretty_print=True)
    return lines[lines.index(b"    <item>") : lines.rindex(b"  </channel>")]
