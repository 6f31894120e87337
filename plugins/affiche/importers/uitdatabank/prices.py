"""What an event of UiTdatabank costs: its `priceInfo`, in older ones the price in `bookingInfo`."""

from __future__ import annotations

from typing import Any

from affiche.importers.imported import Entry
from affiche.importers.json_values import objects, texts_of, word
from affiche.importers.jsonld.facts import MOST_TARIFFS
from affiche.importers.texts import by_language

HIGHEST = 100_000


def priced(item: dict[str, Any], language: str) -> tuple[Entry, bool]:
    """`price` of an event, and whether a price is left over that cannot be said. A base tariff of 0 is free."""
    stated = objects(item.get("priceInfo"))
    tariffs = [(each, amount) for each in stated if (amount := _amount(each))]
    if not stated:
        older = [amount for each in objects(item.get("bookingInfo")) if (amount := _amount(each)) and float(amount)]
        return ({"price": older[0]} if older else {}), False
    if len(tariffs) < len(stated):
        return {}, True
    amounts = sorted({amount for _, amount in tariffs}, key=float)
    if amounts == ["0"]:
        return {"price": "free"}, False
    if len(tariffs) == 1:
        return {"price": amounts[0]}, False
    named = [{"name": by_language(texts_of(each, "name", language)), "price": amount} for each, amount in tariffs]
    if len(named) > MOST_TARIFFS or not all(each["name"] for each in named):
        return {"price": {"from": amounts[0]}} if float(amounts[0]) else {}, True
    return {"price": named}, False


def _amount(tariff: dict[str, Any]) -> str:
    """The decimal euros of a tariff; empty for another currency and for what is no price."""
    price = tariff.get("price")
    if isinstance(price, bool) or not isinstance(price, int | float):
        return ""
    if not 0 <= price < HIGHEST or word(tariff, "priceCurrency") not in ("", "EUR"):
        return ""
    return f"{price:.2f}".removesuffix(".00")
