"""Whether the bytes of an artifact are what its media type says: one check for each format."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NoReturn
from xml.parsers import expat

from lxml import etree
from pydantic_core import from_json

LONGEST_LINE = 75
DOCTYPE = b"<!doctype html>"


def check_bytes(media_type: str, data: bytes) -> Iterator[str]:
    """What keeps the bytes from being of their media type, in words; nothing for a type without a check."""
    check = BYTE_CHECKS.get(media_type.partition(";")[0].strip().lower())
    if check is not None:
        yield from check(data)


def check_xml(data: bytes) -> Iterator[str]:
    """XML 1.0, well-formed, without document type: so no entity and nothing to fetch.

    Expat builds no tree, and finds nearly all good in a third of the time; what it refuses, lxml judges and explains.
    """
    if _is_plain_xml(data):
        return
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        yield f"is not XML: {error}"
        return
    if root.getroottree().docinfo.doctype:
        yield "has a document type"


def _is_plain_xml(data: bytes) -> bool:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.XmlDeclHandler, parser.StartDoctypeDeclHandler = _refuse_version, _refuse_doctype
    with suppress(expat.ExpatError, LookupError, ValueError):  # an encoding that is unknown, or not for it
        parser.Parse(data, True)  # noqa: FBT003 - that is all
        return True
    return False


def _refuse_version(version: str, *_declared: object) -> None:
    if version != "1.0":
        raise expat.ExpatError


def _refuse_doctype(*_declared: object) -> NoReturn:
    """Before anything that it declares is read."""
    raise expat.ExpatError


def check_json(data: bytes) -> Iterator[str]:
    """RFC 8259 JSON in UTF-8, hence without NaN and infinity.

    A native reader finds nearly all good in half the time; what it refuses, the standard library judges and explains.
    """
    with suppress(ValueError):
        from_json(data, allow_inf_nan=False)
        return
    try:
        json.loads(data.decode("utf-8"), parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        yield f"is not JSON: {error}"


def check_calendar(data: bytes) -> Iterator[str]:
    """RFC 5545 content lines: UTF-8, ended by CRLF, of at most 75 octets, one VCALENDAR around them."""
    yield from check_utf8(data)
    if not data.startswith(b"BEGIN:VCALENDAR\r\n"):
        yield "does not begin with BEGIN:VCALENDAR"
    if not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        yield "does not end with END:VCALENDAR and CRLF"
    lines = data.split(b"\r\n")
    # What is looked at in one go, as a build has millions of lines: the longest, and halves of a line's end.
    if max(map(len, lines)) > LONGEST_LINE or not data.count(b"\n") == data.count(b"\r") == len(lines) - 1:
        yield from _odd_lines(lines)


def _odd_lines(lines: Sequence[bytes]) -> Iterator[str]:
    for number, line in enumerate(lines, start=1):
        if len(line) > LONGEST_LINE:
            yield f"has {len(line)} octets on line {number}"
        if b"\n" in line or b"\r" in line:
            yield f"has a line break other than CRLF on line {number}"


def check_html(data: bytes) -> Iterator[str]:
    """An HTML document in UTF-8 that begins with its doctype, so that no browser falls into quirks mode."""
    yield from check_utf8(data)
    if data[: len(DOCTYPE)].lower() != DOCTYPE:
        yield f"does not begin with {DOCTYPE.decode()}"


def check_utf8(data: bytes) -> Iterator[str]:
    """UTF-8 throughout."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        yield f"is not UTF-8: {error.reason} at byte {error.start}"


def _refuse_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is not a number of JSON")


BYTE_CHECKS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "application/rss+xml": check_xml,
    "application/xml": check_xml,
    "text/xml": check_xml,
    "application/json": check_json,
    "application/ld+json": check_json,
    "application/manifest+json": check_json,
    "text/calendar": check_calendar,
    "text/html": check_html,
}
