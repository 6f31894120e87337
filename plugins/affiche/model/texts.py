"""Every text of a record, however deep it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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
        stated = (name for name in type(value).model_fields if name in value.model_fields_set)
        yield from _texts_among(((name, getattr(value, name)) for name in stated), at)
    elif isinstance(value, tuple):
        yield from _texts_among(enumerate(value), at)


def _texts_among(values: Iterable[tuple[str | int, Any]], at: Place) -> Iterator[tuple[Place, Text]]:
    for key, value in values:
        if isinstance(value, Text | Part | tuple):
            yield from _texts(value, (*at, key))
