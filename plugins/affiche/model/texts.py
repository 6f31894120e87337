"""Every text of a record, however deep it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

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
    if isinstance(value, Text):
        yield at, value
    elif isinstance(value, Part):
        for name in type(value).model_fields:
            if name in value.model_fields_set:
                yield from _texts(getattr(value, name), (*at, name))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _texts(item, (*at, index))
