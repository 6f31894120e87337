"""What an RSS feed of ours must satisfy beyond being XML, looked for in its elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urlsplit

import html5lib
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}"
EV = "{http://purl.org/rss/1.0/modules/event/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
CHANNEL = ("title", "link", "description", f"{ATOM}link", "language", "lastBuildDate", "ttl", "item")
ITEM = (
    *("title", "link", "description", f"{CONTENT}encoded", "guid", "category", "enclosure", "pubDate"),
    *(f"{EV}startdate", f"{EV}enddate", f"{EV}location", f"{MEDIA}content"),
)
REQUIRED = {"title", "link", "description", f"{CONTENT}encoded", "guid", "category", "pubDate"}
SEVERAL = ("category",)
DATE = (
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d \+0000"
)
DAY = r"\d{4}-\d\d-\d\d"
MOMENT = rf"{DAY}T\d\d:\d\d:\d\d[+-]\d\d:\d\d"
REFUSED_TAGS = {"script", "style", "iframe", "form", "object", "embed", "link", "meta", "base"}
MOST_BYTES, MOST_ITEMS = 512 * 1024, 200
IMAGE_SIZE = (1200, 630)


class Limits(NamedTuple):
    """What a feed is judged by."""

    now: datetime
    host: str = "example.org"


def faults(data: bytes, limits: Limits) -> Iterator[str]:
    """What is wrong with a feed, in words."""
    channel = etree.fromstring(data)[0]
    items = channel.findall("item")
    if len(data) > MOST_BYTES or len(items) > MOST_ITEMS:
        yield f"{len(items)} items, {len(data)} bytes"
    yield from _channel_faults(channel)
    yield from (f"{_text(item, 'guid')}: {fault}" for item in items for fault in _item_faults(item, limits))
    yield from _order_faults(items)


def _is_about_no_event(guid: str) -> bool:
    """Whether an item may be without a category: a digest, or what is left of an event that was withdrawn."""
    return guid.startswith("week-") or "#cancelled-" in guid


def _channel_faults(channel: etree._Element) -> Iterator[str]:
    tags = [str(child.tag) for child in channel]
    if sorted(tags, key=CHANNEL.index) != [tag for tag in CHANNEL for _ in range(tags.count(tag))] or set(tags) - set(
        CHANNEL
    ):
        yield f"elements {tags}"
    links = [(link.get("rel"), link.get("hreflang")) for link in channel.findall(f"{ATOM}link")]
    if links[:1] != [("self", None)] or any(rel != "alternate" or not language for rel, language in links[1:]):
        yield f"links {links}"
    if not re.fullmatch("[a-z]{2}-[A-Z]{2}", _text(channel, "language")) or _text(channel, "ttl") != "60":
        yield "language or ttl"
    built = _text(channel, "lastBuildDate")
    if bool(built) != bool(channel.findall("item")) or (built and not re.fullmatch(DATE, built)):
        yield f"lastBuildDate {built!r}"


def _item_faults(item: etree._Element, limits: Limits) -> Iterator[str]:
    tags = [str(child.tag) for child in item]
    required = REQUIRED - {"category"} if _is_about_no_event(_text(item, "guid")) else REQUIRED
    if set(tags) - set(ITEM) or required - set(tags):
        yield f"elements {tags}"
    yield from (f"two {tag}" for tag in set(tags) - set(SEVERAL) if tags.count(tag) > 1)
    if tags.index("description") > tags.index(f"{CONTENT}encoded"):
        yield "content before description"
    guid = item.find("guid")
    if (
        guid is None
        or guid.get("isPermaLink") != "false"
        or not re.fullmatch(
            rf"[a-z0-9-]+(W[0-9]+)?@{limits.host}(#[a-zW0-9-]+)?|[a-zT0-9.-]+@{limits.host}#[a-zTZ0-9-]+",
            guid.text or "",
        )
    ):
        yield "guid"
    if not _is_full(_text(item, "link")):
        yield "link"
    if not re.fullmatch(DATE, _text(item, "pubDate")) or _date(item) > limits.now:
        yield f"pubDate {_text(item, 'pubDate')}"
    yield from (
        f"{name} {_text(item, EV + name)}" for name in ("startdate", "enddate") if not _is_moment(item, EV + name)
    )
    if not all(category.get("domain") for category in item.findall("category")):
        yield "category without domain"
    yield from html_faults(_text(item, f"{CONTENT}encoded"))
    yield from _image_faults(item)


def _is_moment(item: etree._Element, tag: str) -> bool:
    return item.find(tag) is None or bool(re.fullmatch(f"{DAY}|{MOMENT}", _text(item, tag)))


def html_faults(html: str) -> Iterator[str]:
    """What mails do not take: scripts, classes, addresses that need a page around them, wide images."""
    for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter():
        attributes = dict(element.attrib)
        if element.tag in REFUSED_TAGS or any(name in ("class", "id") or name.startswith("on") for name in attributes):
            yield f"<{element.tag} {' '.join(attributes)}>"
        if any(not _is_full(attributes[name]) for name in ("href", "src") if name in attributes):
            yield f"<{element.tag}> {attributes}"
        if element.tag == "img" and not ("alt" in attributes and 0 < int(attributes.get("width", "0")) <= 600):
            yield f"<img> {attributes}"


def _image_faults(item: etree._Element) -> Iterator[str]:
    enclosure, media = item.find("enclosure"), item.find(f"{MEDIA}content")
    if enclosure is None or media is None:
        if enclosure is not None or media is not None:
            yield "enclosure without media:content, or the reverse"
        return
    url = enclosure.get("url", "")
    if not (_is_full(url) and url.isascii() and url.endswith(".jpg") and enclosure.get("type") == "image/jpeg"):
        yield f"enclosure {url}"
    if not 0 < int(enclosure.get("length", "0")) <= 1_000_000:
        yield "enclosure length"
    size = int(media.get("width", "0")), int(media.get("height", "0"))
    if media.get("url") != url or media.get("medium") != "image" or size != IMAGE_SIZE:
        yield "media:content"
    if [child.tag for child in media] != [f"{MEDIA}description", f"{MEDIA}credit"]:
        yield "media:content without description and credit"


def _order_faults(items: list[etree._Element]) -> Iterator[str]:
    guids = [_text(item, "guid") for item in items]
    if len(set(guids)) < len(guids):
        yield "two items with one guid"
    keys = [(-_date(item).timestamp(), guid) for item, guid in zip(items, guids, strict=True)]
    if keys != sorted(keys):
        yield "not newest first, then by guid"


def _text(parent: etree._Element, tag: str) -> str:
    return parent.findtext(tag) or ""


def _date(item: etree._Element) -> datetime:
    return parsedate_to_datetime(_text(item, "pubDate")).astimezone(UTC)


def _is_full(address: str) -> bool:
    return urlsplit(address).scheme in ("http", "https", "mailto", "tel")
