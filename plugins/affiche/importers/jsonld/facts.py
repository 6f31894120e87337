"""What a schema.org/Event says beside its times: the place, what it costs, how to book, who is on stage."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from babel.numbers import get_territory_currencies

from affiche.importers.imported import Entry
from affiche.importers.jsonld.graph import Node, bare
from affiche.importers.texts import LONGEST_LINE, by_language, one_line, web_address
from affiche.model.country import country_named
from affiche.model.place_words import guess_place
from affiche.model.price_words import FREE_WORDS, guess_amount, guess_price
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import AVAILABILITIES

#: ItemAvailability of schema.org by what it says of places in a room.
AVAILABILITY = {
    **dict.fromkeys(("InStock", "OnlineOnly", "InStoreOnly", "PreOrder", "PreSale"), "available"),
    **dict.fromkeys(("SoldOut", "OutOfStock"), "sold-out"),
    "LimitedAvailability": "limited",
}
EUROS = ("EUR", "€", "EURO", "EUROS")
#: How many tariffs are told by name; of more, the lowest price.
MOST_TARIFFS = 12

_POSTAL = re.compile(r"(?:[A-Z]{1,2}-)?([0-9]{4,5})")
#: The longest postal code of other countries, with its blanks.
LONGEST_CODE = 12
_DEGREES = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]+)?")


class Tariff(NamedTuple):
    """A price of an offer: its name by language, the decimal euros, whether others are higher, whether 0 is meant."""

    name: dict[str, str]
    amount: str
    is_lowest: bool = False
    is_free: bool = False


def where(event: Node) -> tuple[Entry, bool]:
    """`venue` and `online_url` of an event, and whether a place is left over that no field holds."""
    places = [place for value in event.each("location") if (place := _place(value, event))]
    is_online = any(bare(mode) == "OnlineEventAttendanceMode" for mode in event.strings("eventAttendanceMode"))
    virtual = [node for node in event.nodes("location") if "VirtualLocation" in node.types]
    links = [web_address(link) for node in virtual for link in (*node.strings("url"), node.id)]
    links += [web_address(text) for text in event.each("location") if isinstance(text, str) and "://" in text]
    if is_online:
        places = [place for place in places if place.keys() - {"name"}]
    online = next(filter(None, links), "")
    found: Entry = {"venue": places[0]} if places else {}
    left = len({str(place) for place in places}) > 1 or bool(event.each("location") and not found and not online)
    return found | ({"online_url": online} if online else {}), left


def _place(value: Any, event: Node) -> Entry:
    """An inline place from a Place, or from the text that stands for one."""
    if isinstance(value, str):
        return {} if "://" in value else dict(guess_place(one_line(value[:LONGEST_LINE])))
    if not isinstance(value, dict):
        return {}
    node = Node(value, event.scope)
    if "VirtualLocation" in node.types:
        return {}
    name = by_language(node.texts("name"))
    squashed = guess_place(name) if isinstance(name, str) else {}
    named: Entry = dict(squashed) if "postal_code" in squashed else {"name": name} if name else {}
    place: Entry = named | _address(node) | _point(node)
    return place if "name" in place or "municipality" in place else {}


def _address(node: Node) -> Entry:
    found: Entry = {}
    for value in node.each("address"):
        if isinstance(value, str):
            line = one_line(value[:LONGEST_LINE])
            is_town = "," not in line and not any(map(str.isdecimal, line))
            typed = {"municipality": line} if is_town else guess_place(f"?, {line}")
        else:
            typed = _postal_address(Node(value, node.scope)) if isinstance(value, dict) else {}
        found |= {name: text for name, text in typed.items() if name != "name" and name not in found}
    return found


def _postal_address(node: Node) -> Entry:
    street = by_language(node.texts("streetAddress"))
    code = one_line(node.word("postalCode")).upper()
    town, country = one_line(node.word("addressLocality")), country_named(one_line(node.word("addressCountry")))
    found: Entry = {"street": street} if street else {}
    if isinstance(street, str) and not town and "postal_code" in (whole := guess_place(f"?, {street}")):
        found = {name: text for name, text in whole.items() if name != "name"}
    stated = {"postal_code": _POSTAL.sub(r"\1", code) if len(code) <= LONGEST_CODE else "", "municipality": town}
    if country != "BE":
        stated["country"] = country
    return found | {name: text for name, text in stated.items() if text}


def _point(node: Node) -> Entry:
    """The coordinates of a place, which may stand in it or in its `geo`; 0, 0 are none."""
    for holder in (*node.nodes("geo"), node):
        pair = [holder.word(name).strip() for name in ("latitude", "longitude")]
        if all(map(_DEGREES.fullmatch, pair)) and any(float(each) for each in pair):
            is_on_earth = abs(float(pair[0])) <= 90 and abs(float(pair[1])) <= 180
            return {"geo": pair} if is_on_earth else {}
    return {}


def offers(event: Node, country: str = "") -> tuple[Entry, bool]:
    """`price`, `availability` and `booking` of an event, and whether a price is left over that cannot be said.

    Prices without a currency are those of the country that it is in.
    """
    every = [offer for node in event.nodes("offers") for offer in (node, *node.nodes("offers"))]
    is_free = bool({bare(str(each)).casefold() for each in event.each("isAccessibleForFree")} & {"true", "yes", "1"})
    price: Any = "free" if is_free else _price(every, _usual_currency(country))
    stated = any(_amounts(offer) for offer in every) or any(isinstance(each, str) for each in event.each("offers"))
    found: Entry = {"price": price} if price else {}
    if availability := _availability(every):
        found["availability"] = availability
    pages = {web_address(word) for name in ("url", "mainEntityOfPage") for word in event.strings(name)}
    links = (web_address(word) for offer in every for word in offer.strings("url"))
    if link := next((link for link in links if link and link not in pages), ""):
        found["booking"] = {"url": link}
    return found, stated and not price


def _price(every: Iterable[Node], usual: str) -> Any:
    """What the offers cost. A 0 is told where a word or its own name says that it is meant."""
    tariffs = [tariff for offer in every for tariff in _tariffs(offer, usual)]
    paid = sorted({tariff.amount for tariff in tariffs if float(tariff.amount)}, key=float)
    if not paid:
        return "free" if any(tariff.is_free for tariff in tariffs) else ""
    named = {str(tariff.name): tariff for tariff in tariffs if tariff.name}
    is_several = len({tariff.amount for tariff in tariffs}) > 1
    is_open = any(tariff.is_lowest for tariff in tariffs)
    if is_several and not is_open and len(named) == len(tariffs) <= MOST_TARIFFS:
        return [{"name": by_language(tariff.name), "price": tariff.amount} for tariff in named.values()]
    return paid[0] if len(paid) == 1 and not is_open else {"from": paid[0]}


def _tariffs(offer: Node, usual: str) -> list[Tariff]:
    """The prices of an offer in euros."""
    if offer.word("lowPrice") and not offer.nodes("offers"):
        low, high = (_euros(offer.word(name), offer, usual) for name in ("lowPrice", "highPrice"))
        is_free = bool(low and high) and not float(low) and not float(high)
        return [Tariff({}, low, low != high, is_free)] if low else []
    found = []
    for holder in (offer, *_specifications(offer)):
        for typed in holder.strings("price") or holder.strings("minPrice"):
            amount = _euros(typed, holder if holder.strings("priceCurrency") else offer, usual)
            is_free, is_lowest = typed.casefold().strip() in FREE_WORDS, not holder.strings("price")
            if amount:
                found.append(Tariff(holder.texts("name") or offer.texts("name"), amount, is_lowest, is_free))
    return found


def _specifications(offer: Node) -> list[Node]:
    """The price specifications of an offer; not those of its delivery, nor crossed-out prices."""
    held = offer.nodes("priceSpecification")
    every = [*held, *(part for each in held for part in each.nodes("priceComponent"))]
    return [each for each in every if "DeliveryChargeSpecification" not in each.types and not each.word("priceType")]


def _amounts(offer: Node) -> list[str]:
    holders = (offer, *offer.nodes("priceSpecification"))
    return [word for holder in holders for name in ("price", "lowPrice", "minPrice") for word in holder.strings(name)]


def _usual_currency(country: str) -> str:
    return next(iter(get_territory_currencies(country or "BE")), "")


def _euros(typed: str, holder: Node, usual: str) -> str:
    """The decimal euros of a price; empty for another currency and for what is none."""
    stated = holder.word("priceCurrency").strip().upper()
    if (stated or ("€" if "€" in typed else usual)) not in EUROS:
        return ""
    meant = guess_price(one_line(typed)[:100])
    amount = "0" if meant == "free" else guess_amount(meant if isinstance(meant, str) else "")
    return amount.removesuffix(".00")


def _availability(every: Sequence[Node]) -> str:
    """Sold out where all offers are; else the best that one of them says."""
    words = [[bare(word) for word in offer.strings("availability")] for offer in every]
    stated = [AVAILABILITY.get(word) or value_meant(word, AVAILABILITIES) for each in words for word in each]
    found = {each for each in stated if each}
    priced = [offer for offer in every if _amounts(offer) or offer.strings("availability")]
    if found == {"sold-out"}:
        return "sold-out" if len(priced) <= len([each for each in words if each]) else ""
    return next((each for each in ("available", "limited", "waiting-list") if each in found), "")


def performers(event: Node) -> list[str]:
    """The names of who is on stage, each once."""
    names = [one_line(name) for key in ("performer", "performers") for name in event.strings(key) if "://" not in name]
    return [*dict.fromkeys(name for name in names if name)]
