"""What feedgen leaves out of a channel of RSS 2.0: links to other languages, and the prefixes of its items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from affiche.outputs.hreflang import Alternate

ATOM = "http://www.w3.org/2005/Atom"
EVENT = "http://purl.org/rss/1.0/modules/event/"
MEDIA = "http://search.yahoo.com/mrss/"
#: The prefixes of our elements, in items too.
OWN_PREFIXES = {"ev": EVENT, "media": MEDIA}
CONTENT = "http://purl.org/rss/1.0/modules/content/"
PREFIXES = {**OWN_PREFIXES, "atom": ATOM, "content": CONTENT}


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
