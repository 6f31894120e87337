"""What it costs: free, one price, tariffs, a lowest price, or pay what you can. No price is unknown, never free."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, ClassVar

from pydantic import Field, PlainSerializer, PlainValidator, TypeAdapter, ValidationInfo

from affiche.model.fields import Amount, guess_amount
from affiche.model.forms import Forms
from affiche.model.localised import L
from affiche.model.reading import refusal
from affiche.model.record import Part

FREE_WORDS = {"gratuit", "gratis", "free", "entrée libre", "libre", "vrij", "0", "0.00"}
#: What stands before a lowest price.
FROM_WORDS = ("vanaf", "à partir de", "dès", "from", "àpd")


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
_AMOUNT = TypeAdapter(Amount)


def parse_price(value: object, info: ValidationInfo) -> Price:
    """The price that was typed, in any of its forms."""
    if value == "free":
        return Price(free=True)
    if isinstance(value, str):
        return _parse_amount(value)
    if value == []:
        raise refusal("price-format", value="[]")
    if isinstance(value, list):
        return Price(tariffs=_TARIFFS.validate_python(value, context=info.context))
    if isinstance(value, dict) and "pay_what_you_can" in value:
        chosen = _Chosen.model_validate(value, context=info.context).pay_what_you_can
        return Price(pay_what_you_can=chosen)
    if isinstance(value, dict):
        _refuse_comma(value)
    return Price(lowest=_Lowest.model_validate(value, context=info.context).amount)


def _refuse_comma(value: Mapping[str, object]) -> None:
    """Refuses `{from: 8,50}`, of which YAML makes a price and a field named 50."""
    typed = ",".join([str(value.get("from")), *(name for name in value if name != "from")])
    if len(value) == 2 and (lowest := guess_amount(typed)):
        raise refusal("price-format", {"from": lowest}, value=typed)


def _parse_amount(value: str) -> Price:
    if value.casefold() in FREE_WORDS:
        raise refusal("price-format", "free", value=value)
    for word in FROM_WORDS:
        if value.casefold().startswith(word) and (lowest := guess_amount(value[len(word) :].strip())):
            raise refusal("price-format", {"from": lowest}, value=value)
    return Price(amount=_AMOUNT.validate_python(value))


PriceField = Annotated[
    Price,
    PlainValidator(parse_price),
    Forms(({"const": "free"}, Amount, tuple[Tariff, ...], _Lowest, _Chosen), kind="price"),
    PlainSerializer(str),
]
