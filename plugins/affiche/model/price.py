"""What it costs: free, one price, tariffs, a lowest price, or pay what you can. No price is unknown, never free."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainSerializer, PlainValidator, TypeAdapter, ValidationInfo

from affiche.model.fields import AMOUNT, Amount
from affiche.model.forms import Forms
from affiche.model.localised import L
from affiche.model.price_words import guess_amount, guess_price, several
from affiche.model.reading import refusal
from affiche.model.record import Part
from affiche.problems import Value


class Tariff(Part):
    """A named price in euros."""

    name: L
    price: Amount


class PayWhatYouCan(Part):
    """A price the visitor chooses, with a lowest and a suggested one in euros."""

    minimum: Amount | None = None
    suggested: Amount | None = None


class _Lowest(Part):
    amount: Amount = Field(alias="from")


class _Chosen(Part):
    pay_what_you_can: PayWhatYouCan


class Price(Part):
    """Exactly one of: free, tariffs (one unnamed price included), from a lowest price, pay what you can."""

    forms: ClassVar[tuple[type[Part], ...]] = (Tariff, _Lowest, _Chosen)

    free: bool = False
    amount: Decimal | None = None
    lowest: Decimal | None = None
    tariffs: tuple[Tariff, ...] = ()
    pay_what_you_can: PayWhatYouCan | None = None

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The prices in euros that are stated, lowest first."""
        if self.amount is not None:
            return (self.amount,)
        return tuple(sorted(tariff.price for tariff in self.tariffs))


_TARIFFS = TypeAdapter(tuple[Tariff, ...])


def parse_price(value: object, info: ValidationInfo) -> Price:
    """The price that was typed, in any of its forms."""
    if value == "free":
        return Price(free=True)
    if isinstance(value, str):
        return _parse_amount(value)
    if value == []:
        raise refusal("price-format", value="[]")
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        raise refusal("price-format", several(value), value=", ".join(value))
    if isinstance(value, list):
        return Price(tariffs=_TARIFFS.validate_python(value, context=info.context))
    if isinstance(value, dict) and isinstance(value.get("pay_what_you_can"), str):
        raise refusal("price-format", {"pay_what_you_can": {}}, value="pay_what_you_can")
    if isinstance(value, dict) and "pay_what_you_can" in value:
        chosen = _Chosen.model_validate(value, context=info.context).pay_what_you_can
        return Price(pay_what_you_can=chosen)
    if isinstance(value, dict):
        _refuse_comma(value)
        _refuse_names(value)
    return Price(lowest=_Lowest.model_validate(value, context=info.context).amount)


def _refuse_comma(value: Mapping[str, object]) -> None:
    """Refuses `{from: 8,50}`, of which YAML makes a price and a field named 50."""
    typed = ",".join([str(value.get("from")), *(name for name in value if name != "from")])
    if len(value) == 2 and (lowest := guess_amount(typed)):
        raise refusal("price-format", {"from": lowest}, value=typed)


def _refuse_names(value: Mapping[str, object]) -> None:
    """Refuses `{plein: 12, réduit: 8}` and one tariff that is in no list."""
    if {*value} == {"name", "price"}:
        one: Any = dict(value)
        raise refusal("price-format", [one], value=", ".join(value))
    amounts = {name: guess_amount(str(item)) for name, item in value.items()}
    if not {*value} & {"from", "name", "price"} and amounts and all(amounts.values()):
        tariffs: list[Value] = [{"name": name, "price": each} for name, each in amounts.items()]
        raise refusal("price-format", tariffs, value=", ".join(value))


def _parse_amount(value: str) -> Price:
    meant = guess_price(value)
    if meant != "free" and re.fullmatch(AMOUNT, value):
        return Price(amount=Decimal(value))
    raise refusal("price-format", meant, value=value)


PriceField = Annotated[
    Price,
    PlainValidator(parse_price),
    Forms(({"const": "free"}, Amount, tuple[Tariff, ...], _Lowest, _Chosen), kind="price"),
    PlainSerializer(str),
]
