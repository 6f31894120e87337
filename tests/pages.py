"""Pages as a browser's parser sees them, and what every page of a site must be."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from posixpath import join, normpath
from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import html5lib
from lxml import html

CSP = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; frame-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'"
)
#: Attributes that load or lead somewhere.
ADDRESSES = ("href", "src", "action", "poster", "data")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class Page:
    """One HTML file of a site: its path, its tree, what the HTML standard's parser found wrong."""

    path: str
    tree: Any
    errors: tuple[str, ...]

    @property
    def language(self) -> str:
        return language_of(self.path)

    @property
    def is_redirect(self) -> bool:
        return bool(self.all("//meta[@http-equiv='refresh']"))

    @property
    def ids(self) -> list[str]:
        return [element.get("id") for element in self.all("//*[@id]")]

    def all(self, xpath: str) -> list[Any]:
        """What an XPath finds, a `class~x` being a class among others."""
        return list(self.tree.xpath(re.sub(r"class~([\w-]+)", r"contains(concat(' ', @class, ' '), ' \1 ')", xpath)))

    def one(self, xpath: str) -> Any:
        """The only thing that an XPath finds."""
        (found,) = self.all(xpath)
        return found

    def texts(self, xpath: str) -> list[str]:
        """The texts of what an XPath finds, on one line each."""
        return [text_of(element) for element in self.all(xpath)]

    def data(self) -> list[Any]:
        """The structured data of its head."""
        return [json.loads(script.text) for script in self.all("//script[@type='application/ld+json']")]

    def own_data(self) -> list[Any]:
        """The structured data of what it is about: not of the way to it."""
        return [data for data in self.data() if data["@type"] != "BreadcrumbList"]


def text_of(element: Any) -> str:
    """The text of an element, typographic spaces as plain ones."""
    return " ".join("".join(element.itertext()).split())


def language_of(path: str) -> str:
    """The language of an address; empty for pages of no language."""
    first = path.partition("/")[0]
    return first if len(first) == 2 else ""


def parse_page(path: str, data: bytes) -> Page:
    """An HTML file parsed as the standard says; what a template holds is in no document."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    tree = without_templates(parser.parse(data.decode("utf-8")))
    return Page(path, tree, tuple(f"{position}: {code}" for position, code, _ in parser.errors))


def without_templates(tree: Any) -> Any:
    for template in list(tree.iter("template")):
        template.clear()
    return tree


@dataclass(frozen=True)
class Outline:
    """What a page leads to, and what leads to it: every address that it names, and the ids of its elements."""

    path: str
    links: tuple[str, ...]
    ids: tuple[str, ...]

    @classmethod
    def of(cls, page: Page) -> Outline:
        return cls(page.path, tuple(links_of(page)), tuple(page.ids))


@dataclass(frozen=True)
class BuiltSite:
    """The files of a built site by path, and its pages."""

    files: Mapping[str, bytes]

    @property
    def html(self) -> list[str]:
        """The pages: what is made for mails is none, and has rules of its own (`tests/outputs/newsroom/`)."""
        return sorted(path for path in self.files if path.endswith(".html") and path not in self.mails)

    @property
    def mails(self) -> list[str]:
        return sorted(path for path in self.files if path.startswith("mail/") and path.endswith(".html"))

    def page(self, path: str) -> Page:
        """A page by its file, or by its address ending in `/`."""
        return _parsed(self, f"{path}index.html" if path.endswith("/") or not path else path)

    def pages(self) -> Iterator[Page]:
        for path in self.html:
            yield self.page(path)

    def outline(self, path: str) -> Outline:
        """The outline of a page by its file."""
        return _outlined(self, path)

    def outlines(self) -> Iterator[Outline]:
        """The outlines of all pages: where nothing else is looked at, in a tenth of the time."""
        for path in self.html:
            yield self.outline(path)

    def __hash__(self) -> int:
        return id(self)


@cache
def _parsed(site: BuiltSite, path: str) -> Page:
    return parse_page(path, site.files[path])


@cache
def _outlined(site: BuiltSite, path: str) -> Outline:
    """Read by libxml2: a test says that on pages without a parse error it finds what the standard's parser finds."""
    tree = html.document_fromstring(site.files[path], parser=html.HTMLParser(encoding="utf-8"))
    return Outline.of(Page(path, without_templates(tree), ()))


def broken_links(site: BuiltSite, root: str = "https://affiche.example/") -> dict[str, list[str]]:
    """For each page, the addresses of the site that nothing answers: files, and anchors of pages."""
    found = {
        page.path: [link for link in page.links if is_broken(site, _full(page.path, link, root), root)]
        for page in site.outlines()
    }
    return {path: links for path, links in found.items() if links}


def links_of(page: Page) -> list[str]:
    """Every address that a page names."""
    links = [element.get(name) for name in ADDRESSES for element in page.all(f"//*[@{name}]")]
    for element in page.all("//*[@srcset]"):
        links += [part.split()[0] for part in element.get("srcset").split(",")]
    for meta in page.all("//meta[@http-equiv='refresh']"):
        links.append(meta.get("content").partition("url=")[2])
    return links


def _full(path: str, link: str, root: str) -> str:
    """The full address of a link on a page."""
    return urljoin(join(root, path.removesuffix("index.html")), link)


def is_broken(site: BuiltSite, full_address: str, root: str) -> bool:
    """Whether an address is one of the site, and no file of it, or no element of its page, answers."""
    address, anchor = urldefrag(full_address)
    if urlsplit(address).scheme in ("mailto", "tel", "geo") or not address.startswith(root):
        return False
    path = unquote(urlsplit(address.removeprefix(root)).path)
    target = normpath(path) if path and not path.endswith("/") else f"{path}index.html"
    if target not in site.files:
        return True
    return bool(anchor) and unquote(anchor) not in site.outline(target).ids


def texts_of(data: Any) -> Iterator[str]:
    """Every text in a JSON value."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for value in data.values() if isinstance(data, dict) else data:
            yield from texts_of(value)


def skipped_headings(page: Page) -> list[str]:
    """The headings that are more than one level below the one before."""
    levels = [(int(heading.tag[1]), text_of(heading)) for heading in page.all(f"//*[{_any_of(HEADINGS)}]")]
    before = [0, *(level for level, _ in levels)]
    return [text for (level, text), last in zip(levels, before, strict=False) if level > last + 1]


def _any_of(tags: tuple[str, ...]) -> str:
    return " or ".join(f"self::{tag}" for tag in tags)


def repeated_ids(page: Page | Outline) -> list[str]:
    return [name for name, count in Counter(page.ids).items() if count > 1]


def inline_code(page: Page) -> list[str]:
    """What a policy without `unsafe-inline` would refuse: inline scripts, styles and handlers."""
    scripts = [script for script in page.all("//script[not(@src)]") if script.get("type") != "application/ld+json"]
    handlers = [name for element in page.all("//*") if isinstance(element.tag, str) for name in element.attrib]
    return [
        *("<script>" for _ in scripts),
        *(f"<{element.tag}>" for element in page.all("//style")),
        *(name for name in handlers if name.startswith("on") or name == "style"),
    ]
