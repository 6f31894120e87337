"""Events of OpenAgenda as its API (version 2) and its JSON export have them: one, a list, or a page of an agenda."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from affiche.importers.imported import MOST_DATES, Entry, Ground, Imported, Importer, NotRead, Reading, Skipped
from affiche.importers.json_values import listed, load_json, objects, read_items, texts_of, word
from affiche.importers.spans import span
from affiche.importers.texts import LONGEST_LINE, as_markdown, by_language, kept_markdown, one_line, web_address
from affiche.model.moment import EARLIEST_YEAR, LATEST_YEAR
from affiche.model.openagenda_terms import FULL, PUBLISHED, STATUSES
from affiche.model.price_words import guess_price

#: How long texts are at most.
LONGEST_TEXT, LONGEST_SUMMARY = 40_000, 200
OLDEST = 99
#: What a visitor would miss, and no field of ours holds: of accessibility, OpenAgenda knows kinds of handicap only.
UNREAD = ("image", "accessibility")
_STATUSES = {number: name for name, number in STATUSES.items()}


class Unreadable(Exception):
    """A time that says nothing."""


def parse_openagenda(data: bytes, ground: Ground) -> Reading:
    """The events of a source, in the order of their dates; raises `NotRead` for what is none of OpenAgenda's."""
    document = load_json(data)
    items = objects(document.get("events", document) if isinstance(document, dict) else document)
    if not any("uid" in item and "timings" in item for item in items):
        raise NotRead("JSON without an event of OpenAgenda")
    total = document.get("total") if isinstance(document, dict) else None
    return read_items(items, lambda item: _read(item, ground), total)


OPENAGENDA = Importer("openagenda", parse_openagenda)


def _read(item: dict[str, Any], ground: Ground) -> Imported | Skipped:
    title = by_language(texts_of(item, "title"))
    name = title if isinstance(title, str) else next(iter(title.values()))
    if item.get("private") or item.get("draft") or item.get("state", PUBLISHED) != PUBLISHED:
        return Skipped("private", name)
    if not title:
        return Skipped("untitled", "")
    try:
        dates = [*_dates(item, ground)]
    except (Unreadable, ValueError, OverflowError):
        return Skipped("unreadable", name)
    return _imported(item, {"title": title, "dates": dates}) if dates else Skipped("undated", name)


def _dates(item: dict[str, Any], ground: Ground) -> Iterator[Entry]:
    """The dates of its `timings`, each once, in order: a run has one a day, which is made one later on."""
    found: dict[str, Entry] = {}
    for timing in objects(item.get("timings"))[:MOST_DATES]:
        begin, end = _moment(word(timing, "begin") or word(timing, "start")), _moment(word(timing, "end"))
        if begin is None:
            raise Unreadable
        for each in span(begin, end, ground.time_zone, is_run=False).get("dates", ()):
            found[each["start"]] = each
    yield from (found[start] for start in sorted(found))


def _moment(text: str) -> datetime | None:
    """A moment of ISO 8601; None for none. Raises `ValueError` for anything else, `Unreadable` for other ages."""
    if not text:
        return None
    moment = datetime.fromisoformat(text)
    if not EARLIEST_YEAR < moment.year < LATEST_YEAR:
        raise Unreadable
    return moment


def _imported(item: dict[str, Any], entry: Entry) -> Imported:
    summary, described = texts_of(item, "description"), texts_of(item, "longDescription")
    written = kept_markdown if described else as_markdown
    bodies = {code: written(text[:LONGEST_TEXT]) for code, text in (described or summary).items()}
    if described:
        short = by_language({code: text for code, text in summary.items() if len(one_line(text)) <= LONGEST_SUMMARY})
        entry |= {"summary": short} if short else {}
    price, is_price_left = _price(item)
    entry |= {**_place(item), **_state(item), **price, **_booking(item), **_ages(item)}
    if page := web_address(word(item, "canonicalUrl")):
        entry["same_as"] = [page]
    unread = [name for name in UNREAD if _says_something(item.get(name))] + (["conditions"] if is_price_left else [])
    uid = item.get("uid")
    known = f"openagenda:{uid}" if isinstance(uid, int | str) and uid else ""
    kept = {code: text for code, text in bodies.items() if text}
    return Imported(known[:300], entry, kept, tuple(_keywords(item)), tuple(unread))


def _says_something(value: Any) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


def _keywords(item: dict[str, Any]) -> Sequence[str]:
    """Its keywords in every language, each once."""
    stated = item.get("keywords")
    lists = stated.values() if isinstance(stated, dict) else [stated]
    words = (word for each in lists for word in listed(each)[:50] if isinstance(word, str))
    return [*dict.fromkeys(line for word in words if (line := one_line(word[:LONGEST_LINE])))][:50]


def _place(item: dict[str, Any]) -> Entry:
    """`venue` and `online_url`: its address is one line that may repeat the town."""
    online = web_address(word(item, "onlineAccessLink"))
    found: Entry = {"online_url": online} if online else {}
    location = next(iter(objects(item.get("location"))), {})
    lines = {name: one_line(word(location, name)[:LONGEST_LINE]) for name in ("name", "address", "city", "postalCode")}
    street = lines["address"].partition(f", {lines['postalCode']} ")[0] if lines["postalCode"] else lines["address"]
    country = word(location, "countryCode").upper()
    place = {
        "name": lines["name"],
        "street": street if street != lines["name"] else "",
        "postal_code": lines["postalCode"],
        "municipality": lines["city"],
        "country": country if len(country) == 2 and country != "BE" else "",
    }
    stated: Entry = {name: value for name, value in place.items() if value}
    pair = [location.get(name) for name in ("latitude", "longitude")]
    if "name" in stated and all(isinstance(each, float | int) and each for each in pair):
        stated["geo"] = [f"{each:.6f}".rstrip("0").rstrip(".") for each in pair]
    return found | ({"venue": stated} if "name" in stated or "municipality" in stated else {})


def _state(item: dict[str, Any]) -> Entry:
    """Its status of 1 to 6; 5 says that it is full."""
    status = item.get("status")
    if not isinstance(status, int):
        return {}
    if status == FULL:
        return {"status": "scheduled", "availability": "sold-out"}
    return {"status": _STATUSES[status]} if status in _STATUSES else {}


def _price(item: dict[str, Any]) -> tuple[Entry, bool]:
    """The price that its conditions mean in any language, and whether they say something else."""
    said = [text for text in texts_of(item, "conditions").values() if text.strip()]
    meant = next((price for text in said if (price := guess_price(one_line(text[:LONGEST_LINE])))), "")
    return ({"price": meant} if meant else {}), bool(said and not meant)


def _booking(item: dict[str, Any]) -> Entry:
    """The first address, mailbox and telephone to register at."""
    names = {"link": "url", "email": "email", "phone": "phone"}
    found: dict[str, str] = {}
    for each in objects(item.get("registration"))[:50]:
        name, value = names.get(word(each, "type"), ""), word(each, "value")
        value = web_address(value) if name == "url" else one_line(value[:LONGEST_LINE])
        if name and value:
            found.setdefault(name, value)
    return {"booking": found} if found else {}


def _ages(item: dict[str, Any]) -> Entry:
    """The ages that it is for, unless they are all of them."""
    ages = next(iter(objects(item.get("age"))), {})
    low, high = (ages.get(name) if type(ages.get(name)) is int else None for name in ("min", "max"))
    youngest, oldest = str(low) if low else "", str(high) if high and high < OLDEST else ""
    is_range = (low or 0) <= (high if high is not None else OLDEST) and 0 <= (low or 0) < 100
    return {"typical_age_range": f"{youngest}-{oldest}"} if is_range and (youngest or oldest) else {}
