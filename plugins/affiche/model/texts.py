"""Every text of a record, however deep it stands."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

from affiche.model.record import Part, Record
from affiche.model.text import Text
from affiche.problems import Place

BODY: Place = ("body",)


def texts_of(record: Record) -> Iterator[tuple[Place, Text]]:
    """The texts that a file gives, each with its place, in the order of the contract; the body is the last."""
    yield from _texts(record, ())
    if record.body:
        yield BODY, record.body


def _texts(value: Any, at: Place) -> Iterator[tuple[Place, Text]]:
    if type(value) is Text:
        yield at, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*at, index))
    elif isinstance(value, Part):
        typed = value.model_fields_set
        for name in _worded_fields(type(value)):
            if name in typed:
                yield from _texts(getattr(value, name), (*at, name))


@cache
def _worded_fields(part: type[Part]) -> tuple[str, ...]:
    """The fields of a part that may hold a text, however deep: few do, and there are many to ask."""
    return tuple(name for name, declared in part.model_fields.items() if _may_hold_text(declared.annotation))


def _may_hold_text(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Part):
        return bool(_worded_fields(annotation))
    return annotation is Text or any(map(_may_hold_text, get_args(annotation)))
