"""Records as JSON and back, exactly: what a file was read as, for builds that find the file unchanged.

JSON holds data alone: reading it runs nothing. A value that JSON does not know is a list that begins with the number of
its kind in `_KINDS`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from affiche.model.collections import COLLECTIONS
from affiche.model.moment import Moment, Precision
from affiche.model.record import Part, Record, defaults_of
from affiche.model.source import Source
from affiche.model.text import Text
from affiche.problems import Place, Span

#: What JSON gives back as it was.
_PLAIN = frozenset({str, int, float, bool, type(None)})


class NotStorable(TypeError):
    """A value of a kind that is not known here."""


def store_record(record: Record) -> str:
    """A record as a line of JSON; raises `NotStorable`."""
    places = [[*pair] for pair in record.origin.places.items()]
    told = (record.collection, record.id, _stored(record.body), record.origin.head, json.dumps(places))
    return json.dumps([*told, _stored_fields(record)], ensure_ascii=False, separators=(",", ":"))


def restore_record(line: str, path: str, digest: str) -> Record:
    """The record of a line, of the file at a path whose bytes have a digest."""
    collection, record_id, body, head, places, values = json.loads(line)
    record: Record = _restored_part(_MODELS[collection], values)
    return record.identified(record_id, _restored(body), Source(path, digest, StoredPlaces(places), head))


@dataclass(slots=True)
class StoredPlaces(Mapping[Place, Span]):
    """Where the values of a file stand, read when somebody asks: only problems do."""

    stored: str
    read: dict[Place, Span] | None = None

    def _all(self) -> dict[Place, Span]:
        if self.read is None:
            self.read = {tuple(place): Span(*span) for place, span in json.loads(self.stored)}
        return self.read

    def __getitem__(self, place: Place) -> Span:
        return self._all()[place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._all())

    def __len__(self) -> int:
        return len(self._all())


class _Kind(NamedTuple):
    """A type of values, what stands behind its number, and the value made of that again."""

    type: type
    store: Callable[[Any], list[Any]]
    restore: Callable[[list[Any]], Any]


def _stored(value: Any) -> Any:
    if type(value) in _PLAIN:
        return value
    number = _NUMBERS.get(type(value))
    if number is None:
        raise NotStorable(type(value).__name__)
    return [number, *_KINDS[number].store(value)]


def _restored(stored: Any) -> Any:
    return _KINDS[stored[0]].restore(stored) if type(stored) is list else stored


def _stored_fields(part: Part) -> dict[str, Any]:
    """The fields that were typed; the others are what they are without being typed."""
    given, defaults = part.model_fields_set, defaults_of(type(part))
    if any(getattr(part, name) != default for name, default in defaults.items() if name not in given):
        raise NotStorable(type(part).__name__)
    return {name: _stored(getattr(part, name)) for name in defaults if name in given}


def _restored_part(model: type[Part], values: Mapping[str, Any]) -> Any:
    """A part of a record without validation: it was validated when its file was read."""
    return model.known({name: _restored(value) for name, value in values.items()})


def _part_kind(model: type[Part]) -> _Kind:
    return _Kind(model, lambda part: [_stored_fields(part)], lambda stored: _restored_part(model, stored[1]))


def _below(model: type[Part]) -> Iterator[type[Part]]:
    for part in model.__subclasses__():
        yield part
        yield from _below(part)


def _of_text(convert: Callable[[str], Any]) -> Callable[[list[Any]], Any]:
    return lambda stored: convert(stored[1])


def _restored_mapping(stored: list[Any]) -> dict[str, Any]:
    return {key: _restored(item) for key, item in stored[1].items()}


def _naive(moment: datetime) -> list[Any]:
    if moment.tzinfo is not None:
        raise NotStorable("datetime with a zone")
    return [moment.isoformat()]


_MODELS = {model.collection: model for model in COLLECTIONS}
_PARTS = sorted({*_below(Part)}, key=lambda part: (part.__module__, part.__qualname__))
_KINDS: tuple[_Kind, ...] = (
    _Kind(tuple, lambda items: [*map(_stored, items)], lambda stored: tuple(map(_restored, stored[1:]))),
    _Kind(dict, lambda items: [{key: _stored(item) for key, item in items.items()}], _restored_mapping),
    _Kind(Text, lambda text: [dict(text.wordings)], lambda stored: Text(tuple(stored[1].items()))),
    _Kind(Moment, lambda moment: [*map(_stored, (moment.local, moment.precision, moment.offset))],
          lambda stored: Moment(*map(_restored, stored[1:]))),
    _Kind(datetime, _naive, _of_text(datetime.fromisoformat)),
    _Kind(date, lambda day: [day.isoformat()], _of_text(date.fromisoformat)),
    _Kind(time, lambda hour: [hour.isoformat()], _of_text(time.fromisoformat)),
    _Kind(timedelta, lambda span: [span.days, span.seconds], lambda stored: timedelta(*stored[1:])),
    _Kind(Precision, lambda precision: [int(precision)], lambda stored: Precision(stored[1])),
    _Kind(Decimal, lambda number: [str(number)], _of_text(Decimal)),
    _Kind(ZoneInfo, lambda zone: [zone.key], _of_text(ZoneInfo)),
    *map(_part_kind, _PARTS),
)  # fmt: skip
_NUMBERS = {kind.type: number for number, kind in enumerate(_KINDS)}
