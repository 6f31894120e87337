from __future__ import annotations

from decimal import Decimal

import pytest

from affiche.locales import load_words
from affiche.outputs.prices import amount_words, price_words
from tests.tables import LANGUAGES, cases, expected, site_of

TABLE = cases("words/prices.yml")


@pytest.mark.parametrize("name", TABLE)
def test_prices_in_words_are_those_of_the_table(name: str) -> None:
    case = TABLE[name]
    site, event = site_of(case, price=case["price"])
    assert {language: price_words(site.words[language], event.price) for language in LANGUAGES} == expected(case)


def test_an_unknown_price_is_no_words_at_all() -> None:
    assert price_words(load_words("fr"), None) == ""


def test_an_amount_is_never_rounded_to_another_one() -> None:
    amounts = [Decimal(typed) for typed in ("0", "0.5", "7.90", "7.00", "1000", "99999.99")]
    assert [amount_words(load_words("nl"), amount) for amount in amounts] == [
        *("0", "0,50", "7,90", "7", "1000", "99999,99"),
    ]
