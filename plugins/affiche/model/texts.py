"""Every text of a record, however deep it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from affiche.model.record import Part, Record
from affiche.model.text import Text
from affiche.problems import Place

BODY: Place = ("body",)
#: What is a text, or may hold one.
HOLDERS = (Text, Part, tuple)


def texts_of(record: Record) -> Iterator[tuple[Place, Text]]:
    """The texts that a file gives, each with its place, in the order of the contract; the body is the last."""
    yield from _texts(record, ())
    if record.body:
        yield BODY, record.body


def _texts(value: Any, at: Place) -> Iterator[tuple[Place, Text]]:
    if isinstance(value, Text):
        yield at, value
        return
    for key, item in _inside(value):
        if isinstance(item, HOLDERS):
            yield from _texts(item, (*at, key))


def _inside(value: Any) -> Iterable[tuple[str | int, Any]]:
    """What a list holds, or what the file says of a part."""
    if isinstance(value, tuple):
        return enumerate(value)
    return [(name, getattr(value, name)) for name in type(value).model_fields if name in value.model_fields_set]
