"""Hostile input, and the oracle that looks at HTML as a browser's parser sees it."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import html5lib

FOLDER = Path(__file__).parent / "payloads"
#: Every tag that a body may hold, and its attributes; written down here once more, so that nothing widens unseen.
ALLOWED: dict[str, set[str]] = {
    "a": {"href", "title", "rel"},
    "img": {"src", "alt", "title", "width", "height", "loading"},
    "ol": {"start"},
    "td": {"align"},
    "th": {"align"},
} | {
    tag: set()
    for tag in (
        *("blockquote", "br", "code", "del", "em", "h3", "h4", "h5", "h6", "hr", "li", "p", "pre", "strong", "table"),
        *("tbody", "thead", "tr", "ul"),
    )
}
SCHEMES = {"http", "https", "mailto", "tel"}


@dataclass(frozen=True, slots=True)
class Payload:
    """One hostile input, the rule it tries, and what must happen in words."""

    id: str
    text: str
    rule: str
    expect: str


def payloads(name: str) -> list[Payload]:
    """The payloads of a set, such as `own-urls`."""
    lines = (FOLDER / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [Payload(each["id"], each["payload"], each["rule"], each["expect"]) for each in map(json.loads, lines)]


def violations(html: str, published: Collection[str] = ()) -> list[str]:
    """What a fragment holds beyond the allowed tags, attributes and addresses; images of `published` addresses only."""
    return [
        found
        for element in html5lib.parseFragment(html, namespaceHTMLElements=False).iter()
        for found in _of(element, published)
    ]


def _of(element: Any, published: Collection[str]) -> Iterator[str]:
    if element.tag == "DOCUMENT_FRAGMENT":
        return
    if not isinstance(element.tag, str) or element.tag not in ALLOWED:
        yield f"<{element.tag}>"
        return
    for name, value in element.attrib.items():
        if name not in ALLOWED[element.tag]:
            yield f"{element.tag}[{name}]"
        elif name == "src" and value not in published:
            yield f"src={value}"
        elif name == "href" and not is_harmless(value):
            yield f"href={value}"


def is_harmless(address: str) -> bool:
    """Whether an address begins with an allowed scheme, by the standard library and by its plain letters."""
    return urlsplit(address).scheme in SCHEMES and address.partition(":")[0] in SCHEMES


def tree(html: str) -> Any:
    """The parsed fragment, in a form that compares."""
    return _tree(html5lib.parseFragment(html, namespaceHTMLElements=False))


def tree_in_page(html: str) -> Any:
    """The same fragment, parsed inside a page's box."""
    page = html5lib.parse(f"<!doctype html><main><div>{html}</div><p>after</p></main>", namespaceHTMLElements=False)
    return _tree(page.find(".//div"))


def _tree(element: Any) -> Any:
    return [element.text or "", [(str(child.tag), child.attrib, _tree(child), child.tail or "") for child in element]]
