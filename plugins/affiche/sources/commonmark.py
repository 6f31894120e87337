"""The CommonMark/GFM parser behind one function, within bounds: the only module that knows which parser it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

import comrak

from affiche.problems import Fault

BODY_BYTES = 20_000
LINE_CHARACTERS = 4_000
BARS_A_LINE = 24
HTML_BYTES = 256_000
HTML_DEPTH = 20

#: What stands in the HTML for raw HTML of the source, be it a tag or a block.
RAW_HTML = "<!-- raw HTML omitted -->"
#: A tag of the parser's HTML, whose texts and attributes never hold `<` or `>` themselves.
TAG = re.compile(r"<(?P<slash>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>[^>]*)>")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_VOID = frozenset({"br", "hr", "img", "input"})


class MarkdownTooLarge(ValueError):  # noqa: N818 - says what it is
    """A body beyond the bounds; `faults` say which, lines counting from its own first."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__(", ".join(fault.code for fault in faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Document:
    """Markdown as HTML, not yet safe to publish.

    `addresses` are those of links and images as typed, by the token that stands for each in `href` and `src`;
    an empty `href` or `src` had a scheme that the parser itself refuses.
    """

    html: str
    addresses: dict[str, str]


def parse(text: str) -> Document:
    """The document of a body; raises MarkdownTooLarge beyond the bounds of source or HTML."""
    too_long = tuple(length_faults(text))
    if too_long:
        raise MarkdownTooLarge(*too_long)
    document = _parsed(text, comrak.RenderOptions())
    if len(document.html.encode()) > HTML_BYTES:
        raise MarkdownTooLarge(Fault("text-too-long", values={"what": "html", "limit": str(HTML_BYTES)}, line=1))
    if _depth(document.html) > HTML_DEPTH:
        raise MarkdownTooLarge(Fault("body-too-deep", values={"limit": str(HTML_DEPTH)}, line=1))
    return document


def parse_with_positions(text: str, *, extras: bool = False) -> Document:
    """The document of a body within bounds, each tag with its `data-sourcepos`, as `1:3-2:7`.

    With `extras`, also what GitHub shows and the site does not: footnotes, task boxes, alerts.
    """
    options = comrak.RenderOptions()
    options.sourcepos = True
    return _parsed(text, options, extras=extras)


def length_faults(text: str, line: int = 1) -> Iterator[Fault]:
    """What is longer than the parser may be given, at its line, when the text begins at `line`."""
    size = len(text.encode("utf-8", "surrogatepass"))
    if size > BODY_BYTES:
        yield _too_long("body", size, BODY_BYTES, line)
    yield from line_faults(text, line)


def line_faults(text: str, line: int = 1) -> Iterator[Fault]:
    """Lines that are too long, or have so many `|` that a table would explode."""
    for number, content in enumerate(text.split("\n"), start=line):
        if len(content) > LINE_CHARACTERS:
            yield _too_long("line", len(content), LINE_CHARACTERS, number)
        if content.count("|") > BARS_A_LINE:
            yield _too_long("table", content.count("|"), BARS_A_LINE, number)


def attributes_of(tag: re.Match[str]) -> dict[str, str]:
    """The attributes of an opening tag, their values as text."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag["attributes"])}


def _parsed(text: str, options: comrak.RenderOptions, *, extras: bool = False) -> Document:
    addresses: dict[str, str] = {}

    def token(address: str) -> str:
        name = str(len(addresses))
        addresses[name] = address
        return name

    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.strikethrough = extensions.autolink = True
    extensions.footnotes = extensions.tasklist = extensions.alerts = extras
    extensions.link_url_rewriter = extensions.image_url_rewriter = token
    reading = comrak.ParseOptions()
    reading.sourcepos_chars = True
    return Document(comrak.render_markdown(text, extensions, reading, options), addresses)


def _depth(html: str) -> int:
    depth = deepest = 0
    for tag in TAG.finditer(html):
        if tag["slash"]:
            depth -= 1
        elif tag["name"] not in _VOID:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _too_long(what: str, length: int, limit: int, line: int) -> Fault:
    return Fault("text-too-long", values={"what": what, "length": str(length), "limit": str(limit)}, line=line)
