"""Events of UiTdatabank as its Entry API and its search API have them, in JSON-LD: one, a list, or pages of a search.

The CdbXML of old is not read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from affiche.importers.imported import Entry, Ground, Imported, Importer, NotRead, Reading, Skipped
from affiche.importers.json_values import listed, load_json, objects, read_items, texts_of, word
from affiche.importers.texts import LONGEST_LINE, as_markdown, by_language, one_line, web_address
from affiche.importers.uitdatabank.facts import attended, booked, said_by_terms
from affiche.importers.uitdatabank.place import where
from affiche.importers.uitdatabank.prices import priced
from affiche.importers.uitdatabank.when import CALENDARS, Unreadable, moment_of, times

LONGEST_TEXT = 40_000
#: States (`workflowStatus`) in which everybody sees an event.
PUBLIC = ("APPROVED", "READY_FOR_VALIDATION")
#: What a visitor would miss, and no field of ours holds.
UNREAD = {"mediaObject": "image", "image": "image", "contactPoint": "contactPoint", "seeAlso": "seeAlso"}

_UUID = re.compile(r"[0-9A-Fa-f]{8}-[0-9A-Fa-f-]{26,27}")


def parse_uitdatabank(data: bytes, ground: Ground) -> Reading:
    """The events of a source, in the order of their dates; raises `NotRead` for what is none of UiTdatabank's."""
    document = load_json(data)
    items = _items(document)
    if not any(map(_is_ours, items)):
        raise NotRead("JSON without an event of UiTdatabank")
    try:
        latest = sorted(items, key=_latest, reverse=True)
    except RecursionError as error:
        raise NotRead("nested too deeply") from error
    total = document.get("totalItems") if isinstance(document, dict) else None
    return read_items(latest, lambda item: _read(item, ground), total)


UITDATABANK = Importer("uitdatabank", parse_uitdatabank)


def _items(document: Any) -> Sequence[dict[str, Any]]:
    """The events of a document: of a list, of the pages of a search, of our own export; or itself."""
    if isinstance(document, dict):
        held = next((document[name] for name in ("member", "hydra:member", "events") if name in document), document)
        return objects(held)
    return objects(document)


def _is_ours(item: dict[str, Any]) -> bool:
    return word(item, "calendarType") in CALENDARS or word(item, "@context").endswith("/event.jsonld")


def _latest(item: dict[str, Any]) -> tuple[str, str]:
    return word(item, "endDate"), json.dumps(item, sort_keys=True)


def _read(item: dict[str, Any], ground: Ground) -> Imported | Skipped:
    title = by_language(texts_of(item, "name", word(item, "mainLanguage")))
    name = title if isinstance(title, str) else next(iter(title.values()))
    if not _is_public(item, ground):
        return Skipped("private", name)
    try:
        found = times(item, ground.time_zone)
    except (Unreadable, ValueError, OverflowError):
        return Skipped("unreadable", name)
    if not title:
        return Skipped("untitled", "")
    return _imported(item, title, found, ground) if found[0] else Skipped("undated", name)


def _is_public(item: dict[str, Any], ground: Ground) -> bool:
    """Whether everybody may see an event, and may already."""
    if "workflowStatus" in item and word(item, "workflowStatus") not in PUBLIC:
        return False
    opens = moment_of(word(item, "availableFrom"))
    return opens is None or opens.date() <= ground.today


def _imported(item: dict[str, Any], title: Any, found: tuple[Entry, bool], ground: Ground) -> Imported:
    language, (when, is_part_left) = word(item, "mainLanguage"), found
    placed, is_place_left = where(item, language)
    price, is_price_left = priced(item, language)
    terms, categories, is_term_left = said_by_terms(item)
    attending, is_audience_left = attended(item)
    booking = booked(item, language, ground.time_zone)
    entry: Entry = {"title": title, **terms, **attending, **placed, **when, **price, **booking}
    pages = [link for page in listed(item.get("sameAs"))[:50] if isinstance(page, str) and (link := web_address(page))]
    if pages:
        entry["same_as"] = [*dict.fromkeys(pages)]
    described = texts_of(item, "description", language)
    bodies = {code: body for code, text in described.items() if (body := as_markdown(text[:LONGEST_TEXT]))}
    left = {"subEvent": is_part_left, "location": is_place_left, "priceInfo": is_price_left, "facility": is_term_left}
    left |= {"audience": is_audience_left, "description": any(len(text) > LONGEST_TEXT for text in described.values())}
    unread = [*(name for name in left if left[name]), *(UNREAD[name] for name in UNREAD if item.get(name))]
    words = (*categories, *_labels(item))
    return Imported(_identity(item, pages), entry, bodies, tuple(dict.fromkeys(words)), tuple(dict.fromkeys(unread)))


def _labels(item: dict[str, Any]) -> Iterator[str]:
    """Its labels; the hidden ones are for its editors."""
    for label in listed(item.get("labels"))[:100]:
        if isinstance(label, str) and (line := one_line(label[:LONGEST_LINE])):
            yield line


def _identity(item: dict[str, Any], pages: Sequence[str]) -> str:
    stated = word(item, "@id") or word(item, "id")
    found = _UUID.search(stated)
    identity = found[0].lower() if found else one_line(stated[:LONGEST_LINE]) or next(iter(pages), "")
    return f"uitdatabank:{identity}"[:300] if identity else ""
