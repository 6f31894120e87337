"""An item of RSS 2.0 as XML, with `content:`, `ev:` (RSS event module) and `media:` (Media RSS)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape

from lxml import etree

from affiche.outputs.feed_images import FeedImage, byte_length
from affiche.outputs.rss_extension import CONTENT, EVENT, MEDIA, PREFIXES
from affiche.outputs.site import Site
from affiche.outputs.spans import UNKNOWN, Span
from affiche.sources.image_copies import JPEG


@dataclass(frozen=True, slots=True)
class Telling:
    """What an item says: `key` is its guid before the host, `description` plain text, `html` safe HTML.

    `categories` have a domain and a label each.
    """

    key: str
    link: str
    title: str
    dated: datetime
    description: str
    html: str
    categories: Sequence[tuple[str, str]] = ()
    image: FeedImage | None = None
    span: Span = UNKNOWN
    location: str = ""


def make_item(site: Site, telling: Telling) -> bytes:
    """An item as its lines stand in every feed; raises ValueError for text that XML cannot hold."""
    feed = etree.Element("rss", nsmap=PREFIXES)
    item = etree.SubElement(etree.SubElement(feed, "channel"), "item")
    _add(item, "title", telling.title)
    _add(item, "link", telling.link)
    _add(item, "description", escape(telling.description, quote=False))
    _add(item, f"{{{CONTENT}}}encoded", telling.html)
    _add(item, "guid", telling.key, isPermaLink="false")
    for domain, label in telling.categories:
        _add(item, "category", label, domain=domain)
    if image := telling.image:
        etree.SubElement(item, "enclosure", url=image.copy.url, length=str(byte_length(site, image)), type=JPEG)
    _add(item, "pubDate", format_datetime(telling.dated))
    for name, text in (
        ("startdate", telling.span.start),
        ("enddate", telling.span.end),
        ("location", telling.location),
    ):
        if text:
            _add(item, f"{{{EVENT}}}{name}", text)
    if image:
        _add_media(item, image)
    lines = etree.tostring(feed, encoding="UTF-8", pretty_print=True)
    return lines[lines.index(b"    <item>") : lines.rindex(b"  </channel>")]


def _add_media(item: etree._Element, image: FeedImage) -> None:
    size = {"width": str(image.copy.width), "height": str(image.copy.height)}
    media = {"url": image.copy.url, "type": JPEG, "medium": "image", **size}
    content = etree.SubElement(item, f"{{{MEDIA}}}content", media)
    _add(content, f"{{{MEDIA}}}description", image.alt.text, type="plain")
    _add(content, f"{{{MEDIA}}}credit", image.credit)


def _add(parent: etree._Element, tag: str, text: str, **attributes: str) -> None:
    element = etree.SubElement(parent, tag)
    element.attrib.update(attributes)
    element.text = text
