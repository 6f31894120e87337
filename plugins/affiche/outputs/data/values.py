"""Values of the content model as JSON (RFC 8259): a text by language, a moment with its offset, unknown left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import resolve
from affiche.model.price import Price
from affiche.model.record import Part
from affiche.model.text import Text

Fields = dict[str, Any]


def known(fields: Mapping[str, Any]) -> Fields:
    """The fields that say something: what is unknown is absent, never false, null or empty. Zero euros are known."""
    return {name: value for name, value in fields.items() if value or (value == 0 and value is not False)}


def fields_of(part: Part, zone: ZoneInfo, omitted: frozenset[str] = frozenset()) -> Fields:
    """The fields of a record, or of a part of one, under the names that contributors type."""
    stated = known({key: getattr(part, name) for name, key in _typed_names(type(part), omitted)})
    return known({key: value_of(value, zone) for key, value in stated.items()})


@cache
def _typed_names(model: type[Part], omitted: frozenset[str]) -> Sequence[tuple[str, str]]:
    """The fields of a model, each with the name that contributors type."""
    return [(name, field.alias or name) for name, field in model.model_fields.items() if name not in omitted]


def value_of(value: object, zone: ZoneInfo) -> Any:
    """A value as JSON; `zone` is the one that its local times are in. Prices are numbers of euros."""
    match value:
        case None | str() | int():
            return value
        case Part():
            return price_value(value) if isinstance(value, Price) else fields_of(value, zone)
        case Text() | dict():
            return {key: value_of(item, zone) for key, item in value.items()}
        case tuple() | list():
            return [value_of(item, zone) for item in value]
        case Moment():
            return moment_value(value, zone)
    return _scalar(value)


def _scalar(value: object) -> Any:
    match value:
        case Decimal():
            return _euros(value)
        case time():
            return value.isoformat("minutes")
        case date():
            return value.isoformat()
        case ZoneInfo():
            return value.key
    return value


def moment_value(moment: Moment, zone: ZoneInfo) -> str:
    """A moment as far as it is known: `2026-10-03T20:30:00+02:00`, `2026-10-03`, `2026-10` or `2026-autumn`."""
    return resolve(moment, zone).isoformat() if moment.precision is Precision.MINUTE else str(moment)


def price_value(price: Price) -> Any:
    """A price in the form in which it is typed, with numbers of euros."""
    if price.free:
        return "free"
    if price.amount is not None:
        return _euros(price.amount)
    if price.lowest is not None:
        return {"from": _euros(price.lowest)}
    if chosen := price.pay_what_you_can:
        amounts = {"minimum": chosen.minimum, "suggested": chosen.suggested}
        return {"pay_what_you_can": {name: _euros(amount) for name, amount in amounts.items() if amount is not None}}
    return [{"name": dict(tariff.name), "price": _euros(tariff.price)} for tariff in price.tariffs]


def _euros(amount: Decimal) -> int | float:
    return int(amount) if amount == amount.to_integral_value() else float(amount)
