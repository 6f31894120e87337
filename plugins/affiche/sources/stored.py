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
    """A record as a line of JSON, and behind a tab, where its values stand in its file; raises `NotStorable`."""
    told = (record.collection, record.id, _stored(record.body), record.origin.head, _stored_fields(record))
    return f"{_as_json(told)}\t{_as_json([[*pair] for pair in record.origin.places.items()])}"


def restore_record(line: str, path: str, digest: str) -> Record:
    """The record of a line, of the file at a path whose bytes have a digest."""
    told, _, places = line.partition("\t")
    collection, record_id, body, head, values = json.loads(told)
    record: Record = _MODELS[collection].known(_restored_items(values))
    return record.identified(record_id, _restored(body), Source(path, digest, StoredPlaces(places), head))


def _as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


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
    """A type of values, what stands behind its number, and the value made of the whole again."""

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
    return _RESTORE[stored[0]](stored) if type(stored) is list else stored


def _stored_fields(part: Part) -> dict[str, Any]:
    """The fields that were typed; the others are what they are without being typed."""
    given, defaults = part.model_fields_set, defaults_of(type(part))
    if any(getattr(part, name) != default for name, default in defaults.items() if name not in given):
        raise NotStorable(type(part).__name__)
    return {name: _stored(getattr(part, name)) for name in defaults if name in given}


def _part_kind(model: type[Part]) -> _Kind:
    return _Kind(model, lambda part: [_stored_fields(part)], lambda stored: model.known(_restored_items(stored[1])))


def _below(model: type[Part]) -> Iterator[type[Part]]:
    for part in model.__subclasses__():
        yield part
        yield from _below(part)


def _of_text(convert: Callable[[str], Any]) -> Callable[[list[Any]], Any]:
    return lambda stored: convert(stored[1])


def _restored_items(stored: Mapping[str, Any]) -> dict[str, Any]:
    return {key: _RESTORE[item[0]](item) if type(item) is list else item for key, item in stored.items()}


def _restored_tuple(stored: list[Any]) -> tuple[Any, ...]:
    return tuple([_RESTORE[item[0]](item) if type(item) is list else item for item in stored[1:]])


def _stored_moment(moment: Moment) -> list[Any]:
    offset = None if moment.offset is None else moment.offset // timedelta(minutes=1)
    return [*_naive(moment.local), int(moment.precision), offset]


def _restored_moment(stored: list[Any]) -> Moment:
    _, local, precision, minutes = stored
    offset = None if minutes is None else timedelta(minutes=minutes)
    return Moment(datetime.fromisoformat(local), _PRECISIONS[precision], offset)


def _naive(moment: datetime) -> list[Any]:
    if moment.tzinfo is not None:
        raise NotStorable("datetime with a zone")
    return [moment.isoformat()]


_MODELS = {model.collection: model for model in COLLECTIONS}
_PRECISIONS = {int(precision): precision for precision in Precision}
_PARTS = sorted({*_below(Part)}, key=lambda part: (part.__module__, part.__qualname__))
_KINDS: tuple[_Kind, ...] = (
    _Kind(tuple, lambda items: [*map(_stored, items)], _restored_tuple),
    _Kind(dict, lambda items: [{key: _stored(item) for key, item in items.items()}],
          lambda stored: _restored_items(stored[1])),
    _Kind(Text, lambda text: [dict(text.wordings)], lambda stored: Text(tuple(stored[1].items()))),
    _Kind(Moment, _stored_moment, _restored_moment),
    _Kind(datetime, _naive, _of_text(datetime.fromisoformat)),
    _Kind(date, lambda day: [day.isoformat()], _of_text(date.fromisoformat)),
    _Kind(time, lambda hour: [hour.isoformat()], _of_text(time.fromisoformat)),
    _Kind(Decimal, lambda number: [str(number)], _of_text(Decimal)),
    _Kind(ZoneInfo, lambda zone: [zone.key], _of_text(ZoneInfo)),
    *map(_part_kind, _PARTS),
)  # fmt: skip
_RESTORE = [kind.restore for kind in _KINDS]
_NUMBERS = {kind.type: number for number, kind in enumerate(_KINDS)}
