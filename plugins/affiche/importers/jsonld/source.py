"""JSON-LD 1.1 as files and pages have it: the JSON of a file, or of the scripts of an HTML page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, NamedTuple

from affiche.importers.imported import NotRead
from affiche.importers.json_values import refuse_too_many
from affiche.importers.texts import decoded, web_address

_SCRIPT_TYPE = re.compile(r"application/ld\+json", re.IGNORECASE)
_HEAD_TAG = re.compile(r"<(link|meta)\b([^<>]{1,3000})>", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"([a-z:]{1,20})\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))", re.IGNORECASE)
_NAME = re.compile(r"\"name\"\s*:\s*\"((?:[^\"\\]|\\.){1,300})\"")
#: What a script may be wrapped in for browsers of old.
OPENINGS, CLOSINGS = ("<!--", "//", "<![CDATA["), ("-->", "]]>", "//")
#: How much of a page is asked for its own address.
_HEAD = 300_000


class Source(NamedTuple):
    """What a source holds: its documents, the names in scripts that cannot be read, the address of the page."""

    documents: tuple[Any, ...]
    broken: tuple[str, ...] = ()
    page: str = ""


def read_source(data: bytes) -> Source:
    """The JSON-LD of a file or of a page; raises `NotRead` where there is none."""
    refuse_too_many(data)
    text = decoded(data).strip()
    if text.startswith("<"):
        return _read_page(text)
    try:
        document = _loads(text)
    except ValueError as error:
        raise NotRead("neither JSON nor a page of HTML") from error
    if not isinstance(document, dict | list):
        raise NotRead("JSON that is no object and no list")
    return Source((document,))


def _read_page(text: str) -> Source:
    documents, broken = [], []
    for script in _scripts(text):
        try:
            documents.append(_loads(script))
        except ValueError:
            name = _NAME.search(script[:_HEAD])
            if "Event" in script or "Festival" in script:
                broken.append(unescape(name[1]) if name else "")
    if not documents and not broken:
        is_microdata = "schema.org/" in text and ("itemtype" in text or "typeof=" in text)
        raise NotRead("microdata or RDFa, which is not read" if is_microdata else "a page without JSON-LD")
    return Source(tuple(documents), tuple(broken), _own_address(text[:_HEAD]))


def _scripts(text: str) -> Iterator[str]:
    """The JSON-LD of a page, found in one pass."""
    lower, position = text.lower() if len(text.lower()) == len(text) else text, 0
    while (start := lower.find("<script", position)) >= 0 and (opened := lower.find(">", start)) >= 0:
        end = lower.find("</script", opened)
        if end < 0:
            return
        if _SCRIPT_TYPE.search(text, start, opened):
            yield text[opened + 1 : end]
        position = end


def _own_address(head: str) -> str:
    """The address that a page states as its own."""
    found: dict[str, str] = {}
    for tag in _HEAD_TAG.finditer(head):
        stated = {each[1].lower(): each[2] or each[3] or each[4] or "" for each in _ATTRIBUTE.finditer(tag[2])}
        kind = stated.get("rel", stated.get("property", "")).lower()
        if kind in ("canonical", "og:url"):
            found.setdefault(kind, web_address(stated.get("href", stated.get("content", ""))))
    return found.get("canonical") or found.get("og:url", "")


def _loads(text: str) -> Any:
    """JSON, also with line breaks in its texts or wholly written in entities; raises `ValueError` alone."""
    plain = text.strip()
    for opening in OPENINGS:
        plain = plain.removeprefix(opening).lstrip()
    for closing in CLOSINGS:
        plain = plain.removesuffix(closing).rstrip()
    try:
        return json.loads(plain, strict=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
    except ValueError:
        if '"' in plain or "&quot;" not in plain:
            raise
    try:
        return json.loads(unescape(plain), strict=False)
    except RecursionError as error:
        raise ValueError("nested too deeply") from error
