"""Prices in every form in which they are typed."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.fields import Amount
from affiche.model.price import PayWhatYouCan, Price, PriceField, Tariff
from affiche.model.price_words import guess_amount
from affiche.model.text import Text
from tests.typed import Refused, read

EIGHT, TWELVE = Decimal(8), Decimal(12)


@pytest.mark.parametrize(
    ("typed", "price"),
    [
        ("free", Price(free=True)),
        ("8", Price(amount=EIGHT)),
        ("8.50", Price(amount=Decimal("8.50"))),
        ({"from": "8"}, Price(lowest=EIGHT)),
        ({"pay_what_you_can": {}}, Price(pay_what_you_can=PayWhatYouCan())),
        (
            {"pay_what_you_can": {"minimum": "8", "suggested": "12"}},
            Price(pay_what_you_can=PayWhatYouCan.model_construct(minimum=EIGHT, suggested=TWELVE)),
        ),
    ],
)
def test_price_is_read_in_each_form(typed: object, price: Price) -> None:
    assert read(PriceField, typed) == price


def test_price_of_tariffs_has_amounts_from_the_lowest() -> None:
    price = read(PriceField, [{"name": {"fr": "Plein"}, "price": "12"}, {"name": "-26", "price": "0"}])
    assert price.tariffs == (
        Tariff.model_construct(name=Text.of(fr="Plein"), price=TWELVE),
        Tariff.model_construct(name=Text.neutral("-26"), price=Decimal(0)),
    )
    assert price.amounts == (Decimal(0), TWELVE)
    assert read(PriceField, "8").amounts == (EIGHT,)
    assert read(PriceField, "free").amounts == ()


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("gratuit", "free"),
        ("Gratis", "free"),
        ("FREE", "free"),
        ("0", "free"),
        ("entrée libre", "free"),
        ("8,50 €", "8.50"),
        ("€ 8", "8"),
        ("8 euros", "8"),
        ("12,-", "12"),
        ("8,5", "8.50"),
        ("8 - 12 €", {"from": "8"}),
        ("-8", ""),
        ("", ""),
        ("8.505", ""),
        ("1e3", ""),
        ("٨", ""),
        ([], ""),
    ],
)
def test_price_of_another_form_is_refused_with_the_right_one(typed: object, hint: str) -> None:
    assert read(PriceField, typed) == Refused("price-format", hint)


@pytest.mark.parametrize("typed", ["vanaf 8", "à partir de 8 €", "dès 8€", "from 8"])
def test_price_from_an_amount_in_words_is_refused_with_a_mapping(typed: str) -> None:
    assert read(PriceField, typed) == Refused("price-format", {"from": "8"})


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({}, "missing"),
        ({"from": "8", "to": "12"}, "extra_forbidden"),
        ({"pay_what_you_can": {}, "from": "8"}, "extra_forbidden"),
        ([{"price": "8"}], "missing"),
        ([{"name": "Plein"}], "missing"),
    ],
)
def test_price_of_no_form_is_refused(typed: Any, code: str) -> None:
    assert read(PriceField, typed).code == code


@given(st.integers(0, 99_999), st.integers(0, 99))
def test_amount_is_kept_to_the_cent(euros: int, cents: int) -> None:
    text = f"{euros}.{cents:02}"
    assert read(Amount, text) == Decimal(text)
    assert guess_amount(f"{euros},{cents:02} €") == text
