"""JSON Schemas (draft 2020-12) of the content model's types as they are published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from zoneinfo import ZoneInfo

from affiche.model.fields import ID_PATTERN, Scalar
from affiche.model.moment import Moment
from affiche.model.price import Price
from affiche.model.record import Part
from affiche.model.text import Text

Schema = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
STRING: Schema = {"type": "string"}
IDENTIFIER: Schema = {"type": "string", "pattern": f"^{ID_PATTERN}$"}
ADDRESS: Schema = {"type": "string", "format": "uri"}
DAY: Schema = {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
INSTANT: Schema = {"type": "string", "format": "date-time"}
AMOUNT: Schema = {"type": "number", "minimum": 0}
TEXT, MOMENT, PRICE = ({"$ref": f"#/$defs/{name}"} for name in ("text", "moment", "price"))
ADDRESSES: Schema = {"$ref": "#/$defs/addresses"}
#: Codes of languages; `und` is for what is the same in every language, such as a name.
_LANGUAGE = "^[a-z]{2,3}(-[A-Za-z0-9]+)*$"
_TIME = "T[0-9]{2}:[0-9]{2}:[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})"
_SIMPLE: Mapping[Any, Schema] = {
    str: STRING,
    bool: {"const": True},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: AMOUNT,
    date: DAY,
    time: {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"},
    ZoneInfo: STRING,
    Text: TEXT,
    Moment: MOMENT,
    Price: PRICE,
}


def array(items: Schema) -> Schema:
    """A list of items of one kind."""
    return {"type": "array", "items": items}


def record(properties: Mapping[str, Schema], required: tuple[str, ...] = ()) -> Schema:
    """An object with these properties; more may come in the same version."""
    return {"type": "object", "properties": dict(properties), "required": list(required)}


def same(schema: Schema, *names: str) -> dict[str, Schema]:
    """Several properties of one kind."""
    return {name: dict(schema) for name in names}


def properties_of(part: type[Part], omitted: frozenset[str] = frozenset()) -> dict[str, Schema]:
    """The properties of a record, or of a part of one, under the names that contributors type."""
    declared = part.model_fields.items()
    return {
        field.alias or name: schema_of(field.annotation, tuple(field.metadata))
        for name, field in declared
        if name not in omitted
    }


def schema_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Schema:
    """What a field of a type is published as."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return schema_of(arguments[0], (*arguments[1:], *metadata))
    if origin in (Union, UnionType):
        options = [schema_of(option, metadata) for option in arguments if option is not NoneType]
        return options[0] if len(options) == 1 else {"anyOf": options}
    if origin is tuple:
        return _tuple_schema(arguments)
    if origin is dict:
        return {
            "type": "object",
            "propertyNames": schema_of(arguments[0]),
            "additionalProperties": schema_of(arguments[1]),
        }
    if annotation in _SIMPLE:
        return _stated(metadata) if annotation is str else _SIMPLE[annotation]
    if issubclass(annotation, Part):
        needed = (field.alias or name for name, field in annotation.model_fields.items() if field.is_required())
        return record(properties_of(annotation), tuple(needed))
    raise TypeError(f"no schema for {annotation}")


def _tuple_schema(arguments: tuple[Any, ...]) -> Schema:
    if arguments[-1] is Ellipsis:
        return array(schema_of(arguments[0]))
    return {"type": "array", "prefixItems": [schema_of(each) for each in arguments], "minItems": len(arguments)}


def _stated(metadata: tuple[Any, ...]) -> Schema:
    """The schema that a scalar's annotation states."""
    return next((dict(each.schema) for each in metadata if isinstance(each, Scalar)), STRING)


def definitions() -> dict[str, Schema]:
    """What several properties refer to."""
    by_language = {"type": "object", "minProperties": 1, "propertyNames": {"pattern": _LANGUAGE}}
    tariff = record({"name": TEXT, "price": AMOUNT}, ("name", "price"))
    chosen = record({"minimum": AMOUNT, "suggested": AMOUNT})
    return {
        "text": {**by_language, "additionalProperties": STRING},
        "addresses": {**by_language, "additionalProperties": ADDRESS},
        "moment": {
            "type": "string",
            "pattern": f"^([0-9]{{4}}-[0-9]{{2}}(-[0-9]{{2}}({_TIME})?)?|[0-9]{{4}}-(winter|spring|summer|autumn))$",
        },
        "price": {
            "anyOf": [
                {"const": "free"},
                AMOUNT,
                {**array(tariff), "minItems": 1},
                record({"from": AMOUNT}, ("from",)),
                record({"pay_what_you_can": chosen}, ("pay_what_you_can",)),
            ]
        },
    }
