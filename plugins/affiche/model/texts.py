"""Every text of a record, however deep it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from affiche.model.moment import Moment
from affiche.model.record import Part, Record
from affiche.model.text import Text
from affiche.problems import Place

BODY: Place = ("body",)
#: The commonest types, so that nothing need be asked of them: a class of ours takes long to say what belongs to it.
_WITHOUT_TEXT = frozenset({str, int, bool, type(None), date, Moment})


def texts_of(record: Record) -> Iterator[tuple[Place, Text]]:
    """The texts that a file gives, each with its place, in the order of the contract; the body is the last."""
    yield from _texts(record, ())
    if record.body:
        yield BODY, record.body


def _texts(value: Any, at: Place) -> Iterator[tuple[Place, Text]]:
    if type(value) is Text:
        yield at, value
        return
    for key, item in _inside(value):
        if type(item) not in _WITHOUT_TEXT:
            yield from _texts(item, (*at, key))


def _inside(value: Any) -> Iterable[tuple[str | int, Any]]:
    """What a list holds, or what the file says of a part."""
    if isinstance(value, tuple):
        return enumerate(value)
    if isinstance(value, Part):
        return [(name, getattr(value, name)) for name in type(value).model_fields if name in value.model_fields_set]
    return ()
