"""Prices in words: unknown is no words at all, never "free"."""

from __future__ import annotations

from decimal import Decimal

from affiche.locales import Words
from affiche.model.price import Price


def price_words(words: Words, price: Price | None) -> str:
    """What something costs: `Gratuit`, `8,50 €`, `de 8 à 12 €`, `à partir de 10 €`; empty when unknown."""
    if price is None:
        return ""
    if price.free:
        return words("price.free")
    if price.pay_what_you_can is not None:
        return words("price.chosen")
    if price.lowest is not None:
        return words("price.from", amount=amount_words(words, price.lowest))
    low, high = price.amounts[0], price.amounts[-1]
    if low != high:
        return words("price.between", low=amount_words(words, low), high=amount_words(words, high))
    return words("price.free") if not low else words("price.amount", amount=amount_words(words, low))


def amount_words(words: Words, amount: Decimal) -> str:
    """A number of euros: `8`, `8,50`."""
    whole = amount == amount.to_integral_value()
    return str(int(amount)) if whole else f"{amount:.2f}".replace(".", words("decimal"))
