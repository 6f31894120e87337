"""The CommonMark/GFM parser behind one function, within bounds: the only module that knows which parser it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from html import unescape
from itertools import accumulate

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
#: The slash, or nothing, of each tag that goes one step out, or in.
_STEP = re.compile(r"<(?!br |hr |img )(/?)[a-z]")
#: A level-1 heading without markup, or the tag of a list or quotation.
_LEVEL_ONE = re.compile(
    r'^<h1 data-sourcepos="(?P<line>\d+):\d+-(?P<last>\d+):\d+">(?P<text>[^<]*)</h1>$'
    r"|<(?P<slash>/?)(?:blockquote|[ou]l)\b",
    re.MULTILINE,
)


class MarkdownTooLarge(ValueError):
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
    addresses: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; lines of the text count from 0, `after` is the first line behind it."""

    text: str
    line: int
    after: int


@lru_cache(maxsize=64)
def parse(text: str) -> Document:
    """The document of a body; raises MarkdownTooLarge beyond the bounds of source or HTML.

    The last ones are kept: who asks for a body's HTML soon asks for its plain text.
    """
    too_long = (*size_faults(text), *line_faults(text))
    if too_long:
        raise MarkdownTooLarge(*too_long)
    document = _parsed(text)
    size = len(document.html.encode())
    if size > HTML_BYTES:
        raise MarkdownTooLarge(_too_long("html", size, HTML_BYTES, line=1))
    if document.html.count("<") > HTML_DEPTH and _depth(document.html) > HTML_DEPTH:
        raise MarkdownTooLarge(Fault("body-too-deep", values={"limit": str(HTML_DEPTH)}, line=1))
    return document


def parse_with_positions(text: str, *, extras: bool = False) -> Document:
    """The document of a body within bounds, each tag with its `data-sourcepos`, as `1:3-2:7`.

    With `extras`, also what GitHub shows and the site does not: footnotes, task boxes, alerts.
    """
    return _parsed(text, positions=True, extras=extras)


def level_one_headings(text: str) -> Iterator[Heading]:
    """The level-1 headings of plain text that stand in no list, quotation or code; within `line_faults` of any size."""
    html = _rendered(text, comrak.ExtensionOptions(), positions=True)
    depth = 0
    for found in _LEVEL_ONE.finditer(html):
        if found["line"] is None:
            depth += -1 if found["slash"] else 1
        elif depth == 0:
            yield Heading(unescape(found["text"]), int(found["line"]) - 1, int(found["last"]))


def size_faults(text: str, line: int = 1) -> Iterator[Fault]:
    """Whether a section is too large for the parser, said at `line`."""
    size = len(text.encode())
    if size > BODY_BYTES:
        yield _too_long("body", size, BODY_BYTES, line)


def line_faults(text: str, line: int = 1) -> Iterator[Fault]:
    """Lines that are too long, or have so many `|` that a table would explode."""
    if len(text) <= LINE_CHARACTERS and text.count("|") <= BARS_A_LINE:
        return  # as nearly every text is: none of its lines can be longer
    for number, content in enumerate(text.split("\n"), start=line):
        if len(content) > LINE_CHARACTERS:
            yield _too_long("line", len(content), LINE_CHARACTERS, number)
        if content.count("|") > BARS_A_LINE:
            yield _too_long("table", content.count("|"), BARS_A_LINE, number)


def attributes_of(tag: re.Match[str]) -> dict[str, str]:
    """The attributes of an opening tag, their values as text."""
    return {name: unescape(value) for name, value in _ATTRIBUTE.findall(tag["attributes"])}


def _parsed(text: str, *, positions: bool = False, extras: bool = False) -> Document:
    addresses: dict[str, str] = {}

    def token(address: str) -> str:
        name = str(len(addresses))
        addresses[name] = address
        return name

    extensions = comrak.ExtensionOptions()
    extensions.table = extensions.strikethrough = extensions.autolink = True
    extensions.footnotes = extensions.tasklist = extensions.alerts = extras
    extensions.link_url_rewriter = extensions.image_url_rewriter = token
    return Document(_rendered(text, extensions, positions=positions), addresses)


def _rendered(text: str, extensions: comrak.ExtensionOptions, *, positions: bool) -> str:
    reading = comrak.ParseOptions()
    reading.sourcepos_chars = True
    writing = comrak.RenderOptions()
    writing.sourcepos = positions
    return comrak.render_markdown(text, extensions, reading, writing)


def _depth(html: str) -> int:
    return max(accumulate(-1 if slash else 1 for slash in _STEP.findall(html)), default=0)


def _too_long(what: str, length: int, limit: int, line: int) -> Fault:
    return Fault("text-too-long", values={"what": what, "length": str(length), "limit": str(limit)}, line=line)
