"""A body as safe HTML, or as plain text for feeds (CommonMark with GFM tables, strikethrough and autolinks)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape

from affiche.model.characters import BIDI, CONTROLS
from affiche.model.url import is_link
from affiche.sources.commonmark import RAW_HTML, TAG, Document, attributes_of, parse
from affiche.sources.sanitiser import sanitise
from affiche.sources.text import is_printable

#: Headings of a body begin below those of its page: h1, the title, and h2, its sections.
TOP_HEADING = 3
LAST_HEADING = 6

_HEADING = re.compile(r"<h([1-6])>")
#: Characters that no text holds, and that references such as `&#8;` bring back.
_REFUSED = re.compile(rf"[{CONTROLS}{BIDI}]")
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")
#: The tags that a body's HTML does not keep as they are.
_UNRESOLVED = re.compile(r"<(?P<slash>/?)(?P<name>a|img|h[1-6])(?![a-z0-9])(?P<attributes>[^>]*)>")
_BLOCKS = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "ul", "ol", "table", "blockquote")
#: What stands for a tag in plain text, if anything does.
_PAUSES = {
    **{f"/{block}": "\n\n" for block in _BLOCKS},
    "/li": "\n",
    "/tr": "\n",
    "br": "\n",
    "li": "\n- ",
    "td": " ",
    "th": " ",
}
# Each begins with what is searched for fast.
_SPACES, _BLANK_LINES, _ABOVE_ITEM = re.compile("  +"), re.compile("\n\n\n+"), re.compile("\n\n+(?=- )")


@dataclass(frozen=True, slots=True)
class PublishedImage:
    """An image as the site serves it: an address that begins with `/`, and its size in pixels."""

    path: str
    width: int
    height: int


def render_markdown(text: str, images: Mapping[str, PublishedImage], top: int = TOP_HEADING) -> str:
    """A body as HTML that is safe to publish; raises MarkdownTooLarge where `markdown_faults` reports an error.

    `images` has the repository's images by their address as written; others are not shown. Headings begin at
    level `top`. Refused links keep their text.
    """
    resolver = _Resolver(parse(text), images, top)
    html = _without_refused(resolver.html().replace(RAW_HTML, ""))
    return sanitise(_EMPTY_PARAGRAPH.sub("", html).strip(), frozenset(resolver.shown))


def plain_text(markdown: str) -> str:
    """A body without markup or images: paragraphs between blank lines, a line an item; raises MarkdownTooLarge."""
    html = parse(markdown).html.replace(RAW_HTML, "")
    pieces, position = [], 0
    for tag in TAG.finditer(html):
        spoken = _spoken(html[position : tag.start()], in_code=tag[0] == "</code>")
        pieces += [spoken, _PAUSES.get(tag["slash"] + tag["name"], "")]
        position = tag.end()
    text = _SPACES.sub(" ", _without_refused("".join(pieces)))
    text = _BLANK_LINES.sub("\n\n", "\n".join(line.strip(" ") for line in text.split("\n")))
    return _ABOVE_ITEM.sub("\n", text).strip()


class _Resolver:
    """One pass over the tags of a document: headings lowered, links and images resolved or left out.

    `shown` are the addresses of the images that it let stand.
    """

    def __init__(self, document: Document, images: Mapping[str, PublishedImage], top: int) -> None:
        self._document = document
        self._images = images
        levels = [int(level) for level in _HEADING.findall(document.html)]
        self._lowered_by = top - min(levels, default=top)
        self._links: list[str] = []
        self.shown: set[str] = set()

    def html(self) -> str:
        return _UNRESOLVED.sub(self._resolved, self._document.html)

    def _resolved(self, tag: re.Match[str]) -> str:
        match tag["name"]:
            case "a":
                return self._link(tag)
            case "img":
                return self._image(attributes_of(tag))
            case heading:
                return f"<{tag['slash']}h{min(int(heading[1]) + self._lowered_by, LAST_HEADING)}>"

    def _link(self, tag: re.Match[str]) -> str:
        if tag["slash"]:
            return self._links.pop()
        attributes = attributes_of(tag)
        address = self._document.addresses.get(attributes["href"])
        if address is None or not is_link(address):
            self._links.append("")
            return ""
        self._links.append("</a>")
        return f'<a href="{escape(address)}"{_title(attributes)}>'

    def _image(self, attributes: Mapping[str, str]) -> str:
        image = self._images.get(self._document.addresses.get(attributes["src"], ""))
        if image is None:
            return escape(attributes["alt"]) if self._links else ""  # a link must keep something to click on
        self.shown.add(image.path)
        return (
            f'<img src="{escape(image.path)}" alt="{escape(attributes["alt"])}"{_title(attributes)}'
            f' width="{image.width}" height="{image.height}" loading="lazy" />'
        )


def _without_refused(text: str) -> str:
    return text if is_printable(text) else _REFUSED.sub("", text)


def _title(attributes: Mapping[str, str]) -> str:
    return f' title="{escape(attributes["title"])}"' if "title" in attributes else ""


def _spoken(text: str, *, in_code: bool) -> str:
    text = unescape(text)
    return text if in_code else text.replace("\n", " ")
