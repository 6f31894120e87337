"""What of a body the site will not show as typed, each with its line."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from dataclasses import replace

from affiche.model.characters import BIDI, CONTROLS, code_points
from affiche.model.url import url_faults
from affiche.problems import Fault, Severity
from affiche.sources.commonmark import (
    RAW_HTML,
    TAG,
    Document,
    MarkdownTooLarge,
    attributes_of,
    parse,
    parse_with_positions,
)
from affiche.sources.text import is_printable

_CONTROL = re.compile(rf"[{CONTROLS}]")
_BIDI = re.compile(rf"[{BIDI}]")
#: What GitHub shows and the site does not: how it may be typed, and what the parser makes of it.
_MAY_BE_EXTRA = re.compile(r"\[(?:\^|!|[ xX]\])")
_EXTRAS = {"footnote": 'class="footnote-ref"', "task": '<input type="checkbox"', "alert": 'class="markdown-alert '}
_HTML_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/>]|$)|<[!?]")
_CODE_SPAN = re.compile(r"(?<!`)(`++)[^`]+\1")
_LINE = re.compile(r'data-sourcepos="(\d+):')
_CODE = re.compile(r'<pre data-sourcepos="(\d+):\d+-(\d+):')
_IMAGE_ADDRESS = re.compile(r"/?(?:[a-z0-9._-]+/)*[a-z0-9_-]+[.](?:jpe?g|png|webp)")
_REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//")
#: How much of what was typed a message shows.
_SHOWN = 80


def markdown_faults(text: str, line: int, images: Container[str] | None = None) -> Iterator[Fault]:
    """What is wrong with a section that begins at `line`: warnings, and errors for what `render_markdown` refuses.

    `images` has the addresses, as written, of the images that the repository has; None leaves that unasked.
    """
    for fault in _faults(text, images):
        yield replace(fault, line=fault.line + line - 1)


def image_addresses(text: str) -> tuple[str, ...]:
    """The addresses of a body's images, as written and in order; raises MarkdownTooLarge."""
    document = parse(text)
    images = (attributes_of(tag) for tag in TAG.finditer(document.html) if tag["name"] == "img")
    found = (document.addresses.get(image["src"], "") for image in images)
    return tuple(dict.fromkeys(filter(None, found)))


def _faults(text: str, images: Container[str] | None) -> Iterator[Fault]:
    try:
        document = parse(text)
    except MarkdownTooLarge as refusal:
        yield from refusal.faults
        return
    html = document.html
    if any(mark in html for mark in (RAW_HTML, "<a ", "<img ")) or not is_printable(html):
        yield from _located_faults(text, images)
    if _MAY_BE_EXTRA.search(text):
        yield from _extras(text)


def _located_faults(text: str, images: Container[str] | None) -> Iterator[Fault]:
    document = parse_with_positions(text)
    html = document.html
    yield from _character_faults(html)
    if RAW_HTML in html:
        values = {"count": str(html.count(RAW_HTML))}
        yield Fault("html-not-shown", severity=Severity.WARNING, values=values, line=_line_of_html(text, html))
    for tag in TAG.finditer(html):
        if not tag["slash"] and tag["name"] in ("a", "img"):
            yield from _address_faults(text, document, attributes_of(tag), images)


def _address_faults(
    text: str, document: Document, attributes: Mapping[str, str], images: Container[str] | None
) -> Iterator[Fault]:
    """What is wrong with one link or image, at its place."""
    place = attributes["data-sourcepos"]
    line, column = place.partition("-")[0].split(":")
    address = document.addresses.get(attributes.get("href") or attributes.get("src") or "")
    shown = _typed(text, place) if address is None else address
    if "src" in attributes:
        reason = _image_reason(address, images)
        faults = [_warning("image-refused", address=shown, reason=reason)] if reason else []
    elif address is None:
        faults = [_warning("link-refused", url=shown, reason="scheme")]
    else:
        faults = [_as_link_fault(fault) for fault in url_faults(address, in_body=True)]
    for fault in faults:
        yield replace(fault, line=int(line), column=int(column))


def _as_link_fault(fault: Fault) -> Fault:
    is_error = fault.severity is Severity.ERROR
    return replace(fault, code="link-refused", severity=Severity.WARNING) if is_error else fault


def _image_reason(address: str | None, images: Container[str] | None) -> str:
    if address is None or _REMOTE.match(address):
        return "remote"
    if not _IMAGE_ADDRESS.fullmatch(address):
        return "format"
    return "missing" if images is not None and address not in images else ""


def _character_faults(html: str) -> Iterator[Fault]:
    """Characters that references such as `&#8;` bring back, at the block that holds them."""
    for pattern, code, severity in (
        (_BIDI, "character-bidi", Severity.ERROR),
        (_CONTROL, "character-removed", Severity.WARNING),
    ):
        found = pattern.search(html)
        if found:
            values = {"characters": code_points("".join(pattern.findall(html)))}
            yield Fault(code, severity=severity, values=values, line=_line_at(html, found.start()))


def _extras(text: str) -> Iterator[Fault]:
    html = parse_with_positions(text, extras=True).html
    for what, mark in _EXTRAS.items():
        if mark in html:
            line = _line_at(html, html.index(">", html.index(mark)))
            yield replace(_warning("markdown-not-shown", what=what), line=line)


def _warning(code: str, **values: str) -> Fault:
    return Fault(code, severity=Severity.WARNING, values=values)


def _line_of_html(text: str, html: str) -> int:
    """The first line that looks like a tag, from the block where HTML was left out, but for lines of code."""
    start = _line_at(html, html.index(RAW_HTML))
    code = [range(int(first), int(last) + 1) for first, last in _CODE.findall(html)]
    for number, line in enumerate(text.split("\n"), start=1):
        is_tag = number >= start and _HTML_TAG.search(_CODE_SPAN.sub("", line))
        if is_tag and not any(number in block for block in code):
            return number
    return start


def _line_at(html: str, position: int) -> int:
    """The line of the last block that begins before a position of the HTML."""
    lines = _LINE.findall(html[:position])
    return int(lines[-1]) if lines else 1


def _typed(text: str, place: str) -> str:
    """The first line of what was typed at a place such as `1:3-1:20`."""
    (line, column), (last_line, last_column) = (map(int, end.split(":")) for end in place.split("-"))
    typed = text.split("\n")[line - 1]
    return typed[column - 1 : last_column if line == last_line else None][:_SHOWN]
