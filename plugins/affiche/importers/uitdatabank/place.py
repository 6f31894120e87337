"""Where an event of UiTdatabank is: its `location`, whose address is flat or by language, and its `onlineUrl`."""

from __future__ import annotations

import re
from typing import Any

from affiche.importers.imported import Entry
from affiche.importers.json_values import objects, texts_of, word
from affiche.importers.texts import LONGEST_LINE, by_language, language_of, one_line, web_address

#: The place of events that are online alone, and of those whose school is not known.
NOWHERE = "00000000-0000-0000-0000-000000000000"
DUMMY = "isDummyPlaceForEducationEvents"
#: The most degrees that there are, of longitude.
HIGHEST = 180

_CODE = re.compile(r"(?:[A-Z]{1,2}-)?([0-9A-Z][0-9A-Z -]{1,10})")


def where(item: dict[str, Any], language: str) -> tuple[Entry, bool]:
    """`venue` and `online_url` of an event, and whether a place is left over that is not told."""
    online = web_address(word(item, "onlineUrl"))
    found: Entry = {"online_url": online} if online else {}
    location = next(iter(objects(item.get("location"))), {})
    is_nowhere = NOWHERE in word(location, "@id") or location.get(DUMMY) is True
    if word(item, "attendanceMode") == "online" or is_nowhere or not location:
        return found, False
    name = by_language(texts_of(location, "name", language))
    place: Entry = ({"name": name} if name else {}) | _address(location, language) | _point(location)
    is_place = "name" in place or "municipality" in place
    return (found | {"venue": place}, False) if is_place else (found, True)


def _address(location: dict[str, Any], language: str) -> Entry:
    stated = location.get("address")
    if not isinstance(stated, dict):
        return {}
    by_code = {code: each for key, each in stated.items() if isinstance(each, dict) and (code := language_of(key))}
    main = by_code.get(language) or next(iter(by_code.values()), stated)
    streets = {code: line for code, each in by_code.items() if (line := _line(each, "streetAddress"))}
    is_one = len(set(streets.values())) <= 1
    street: Any = _line(main, "streetAddress") or next(iter(streets.values()), "") if is_one else streets
    postal = _CODE.fullmatch(_line(main, "postalCode").upper())
    country = _line(main, "addressCountry").upper()
    found = {
        "street": street,
        "postal_code": postal[1] if postal else "",
        "municipality": _line(main, "addressLocality"),
        "country": country if len(country) == 2 and country != "BE" else "",
    }
    return {name: value for name, value in found.items() if value}


def _line(address: dict[str, Any], name: str) -> str:
    return one_line(word(address, name)[:LONGEST_LINE])


def _point(location: dict[str, Any]) -> Entry:
    geo = next(iter(objects(location.get("geo"))), {})
    pair = [geo.get(name) for name in ("latitude", "longitude")]
    numbers = [each for each in pair if isinstance(each, int | float) and abs(each) <= HIGHEST]
    if len(numbers) < 2 or not any(numbers) or abs(numbers[0]) > HIGHEST / 2:
        return {}
    return {"geo": [f"{number:.6f}".rstrip("0").rstrip(".") for number in numbers]}
