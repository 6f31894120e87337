"""What a site is made of, text apart: the same for hostile texts as for harmless ones."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any
from urllib.parse import urljoin, urlsplit

import html5lib
from icalendar import Calendar as Vcalendar
from lxml import etree

from tests.pages import ADDRESSES, BuiltSite, Page, links_of, texts_of

#: What readers take for HTML in feeds and in data, and elements of feeds that hold an address.
HTML_OF_FEEDS = ("description", "{http://purl.org/rss/1.0/modules/content/}encoded")
HTML_OF_DATA = ("html", "body_html")
LINKS_OF_FEEDS = ("link", "{http://www.sitemaps.org/schemas/sitemap/0.9}loc")
#: The numbers that the records of `tests/hostile_site.py` bear.
RECORD_ID = re.compile(r"(?<=^[a-z]-)\d+$")
#: Controls, what turns the direction of writing, halves of a character, and code points that are no characters.
REFUSED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


def said_of(site: BuiltSite, record_id: str) -> dict[str, list[Any]]:
    """What the files of a site say of one record: its own files whole, of all others its items, by path."""
    said = {path: _items(path, data, record_id) for path, data in site.files.items()}
    return {path: items for path, items in said.items() if items}


def _items(path: str, data: bytes, record_id: str) -> list[Any]:
    name = record_id.encode()
    if f"/{record_id}/" in path or path.endswith(f"/{record_id}.json"):
        return [data]
    if path.endswith(".json"):
        return [each for each in _objects(json.loads(data)) if each.get("id") == record_id]
    if path.endswith(".csv"):
        return [line for line in data.splitlines() if name in line]
    items = re.findall(rb"<item>.*?</item>|BEGIN:VEVENT.*?END:VEVENT", data, re.DOTALL)
    return [item for item in items if re.search(rb"\b" + name + rb"[@.]", item)]


def refused_characters(path: str, data: bytes) -> set[str]:
    """The characters of a file that no output may hold, those too that its data holds as escapes."""
    texts = [data.decode("utf-8"), *(texts_of(json.loads(data)) if path.endswith(".json") else ())]
    return {found for text in texts for found in REFUSED.findall(text)}


def facts(site: BuiltSite) -> dict[str, set[str]]:
    """What a site is made of: elements, attributes, schemes and hosts of pages, of feeds, and of HTML inside them."""
    found: dict[str, set[str]] = {}
    for kind, fact in _facts(site):
        found.setdefault(kind, set()).add(fact)
    return found


def _facts(site: BuiltSite) -> Iterator[tuple[str, str]]:
    for page in site.pages():
        yield from _page_facts(page)
    for path, data in site.files.items():
        if read := _FACTS.get(path.rpartition(".")[2]):
            yield from read(data)


def _xml_facts(data: bytes) -> Iterator[tuple[str, str]]:
    for element in etree.fromstring(data).iter():
        yield "xml", " ".join([str(element.tag), *sorted(map(str, element.attrib))])
        if element.tag in HTML_OF_FEEDS:
            yield from _fragment_facts(element.text or "")
        links = [element.get("href"), element.get("url"), element.text if element.tag in LINKS_OF_FEEDS else None]
        yield from _address_facts([link for link in links if link])


def _json_facts(data: bytes) -> Iterator[tuple[str, str]]:
    """The names in data, ids of records without their number, and its HTML, whose links lead where they were to."""
    value = json.loads(data)
    yield from (("data", RECORD_ID.sub("", name)) for name in _names(value))
    for each in _objects(value):
        for shown in texts_of([each.get(name) for name in HTML_OF_DATA]):
            yield from (fact for fact in _fragment_facts(shown) if fact[0] != "host")


def _ics_facts(data: bytes) -> Iterator[tuple[str, str]]:
    for component in Vcalendar.from_ical(data).walk():
        for name, value in component.items():
            yield from (("ics", f"{component.name} {name} {given}") for given in ("", *getattr(value, "params", ())))


def _csv_facts(data: bytes) -> Iterator[tuple[str, str]]:
    for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True):
        yield "columns", str(len(row))


_FACTS = {"xml": _xml_facts, "json": _json_facts, "ics": _ics_facts, "csv": _csv_facts}


def _objects(data: Any) -> Iterator[dict[str, Any]]:
    """Every object of some data, however deep."""
    if isinstance(data, dict):
        yield data
    for inner in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _objects(inner)


def _page_facts(page: Page) -> Iterator[tuple[str, str]]:
    for element in page.all("//*"):
        yield "element", element.tag
        yield from (("attribute", f"{element.tag} {name}") for name in element.attrib)
    yield from _address_facts(links_of(page))
    for data in page.data():
        yield from (("json", name) for name in _names(data))


@cache
def _fragment_facts(html: str) -> frozenset[tuple[str, str]]:
    """The facts of HTML in a feed, read as readers do; plain text has none."""
    elements = html5lib.parseFragment(html, namespaceHTMLElements=False).iter()
    return frozenset(fact for each in elements if each.tag != "DOCUMENT_FRAGMENT" for fact in _element_facts(each))


def _element_facts(element: Any) -> Iterator[tuple[str, str]]:
    if isinstance(element.tag, str):
        yield "feed element", element.tag
        yield from (("feed attribute", f"{element.tag} {name}") for name in element.attrib)
        yield from _address_facts([element.attrib[name] for name in ADDRESSES if name in element.attrib])


def _address_facts(links: list[str]) -> Iterator[tuple[str, str]]:
    for link in links:
        parts = urlsplit(urljoin("https://affiche.example/", link))
        yield "scheme", parts.scheme
        yield "host", parts.netloc.partition(".")[2] if parts.netloc.startswith("o") else parts.netloc


def _names(data: Any) -> Iterator[str]:
    if isinstance(data, Mapping):
        for name, value in data.items():
            yield f"{name}: {value}" if name == "@type" else name
            yield from _names(value)
    elif isinstance(data, list):
        for item in data:
            yield from _names(item)
