"""Typed fields become a record: each field is validated by itself, so that one mistake hides no other."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from affiche.model.nearest import nearest
from affiche.model.reading import Reading
from affiche.model.record import Record, field_names, field_reader, names_below
from affiche.model.synonyms import SYNONYMS
from affiche.problems import Fault, FieldName, Place, Severity, Value
from affiche.sources.front_matter import UNREADABLE

R = TypeVar("R", bound=Record)

#: How many unknown fields of a file are compared with the known ones, which takes its time.
GUESSES = 20

_ITEM_SEPARATOR = re.compile(r",|(?:^|\s)-(?=\S)")
IMAGE_TEXTS = ("alt", "credit")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record without its id and body, and what is wrong with it; what could not be read has its stand-in."""

    record: Record
    faults: list[Fault]


def parse_record(model: type[Record], typed: Mapping[str, Any], language: str | None) -> Parsed:
    """The record of a collection's model that typed fields make, with every fault of every field."""
    given = {name: value for name, value in typed.items() if value is not None}
    known = field_names(model)
    unknown = list(_unknown_fields([name for name in given if name not in known], [*known], given))
    reading = Reading(language)
    values: dict[str, Any] = {}
    faults = [*unknown]
    for name, value in given.items():
        if name in known and value is not UNREADABLE:
            faults += _read_field(model, name, value, reading, values)
    meant = frozenset(given).union(str(fault.hint) for fault in unknown)
    faults += _missing_fields(model, meant)
    draft = model.model_construct(**values)
    faults += draft.faults(meant)
    return Parsed(model.model_construct(**{**model.stand_ins, **values}), faults)


def _unknown_fields(names: Sequence[str], known: Sequence[str], given: Container[str]) -> Iterator[Fault]:
    free = [name for name in known if name not in given]
    for index, name in enumerate(names):
        yield _unknown_field((name,), free if index < GUESSES else ())


def _missing_fields(model: type[Record], given: frozenset[str]) -> Iterator[Fault]:
    for name, declared in model.model_fields.items():
        if declared.is_required() and name not in given:
            yield Fault("field-missing", values={"name": name})


def _read_field(model: type[Record], name: str, value: Any, reading: Reading, values: dict[str, Any]) -> list[Fault]:
    """Puts a field's value in `values`; a value with nothing but warnings is read again without them."""
    reader = field_reader(model, name)
    try:
        values[name] = reader.validate_python(value, context=reading.as_context())
    except ValidationError as error:
        faults = [_fault(details, model, name, value) for details in error.errors(include_url=False)]
        if all(fault.severity is not Severity.ERROR for fault in faults):
            values[name] = reader.validate_python(value, context=reading.silenced().as_context())
        return list(_without_consequences(faults))
    return []


def _without_consequences(faults: Sequence[Fault]) -> Iterator[Fault]:
    """The faults but for fields that are missing because their name is misspelt."""
    meant = {(*fault.at[:-1], fault.hint) for fault in faults if isinstance(fault.hint, FieldName)}
    for fault in faults:
        if (*fault.at, fault.values.get("name")) not in meant or isinstance(fault.hint, FieldName):
            yield fault


def _fault(details: ErrorDetails, model: type[Record], name: str, value: Any) -> Fault:
    """Our fault for pydantic's error: its own codes are mapped, ours are carried."""
    location, code, typed = details["loc"], details["type"], details["input"]
    at = (name, *_typed_path(location, value))
    match code:
        case "missing":
            lacking = str(location[-1])
            lacks = {"name": lacking}
            return Fault("image-alt-missing" if lacking in IMAGE_TEXTS else "field-missing", at, values=lacks)
        case "extra_forbidden":
            return _unknown_field(at, names_below(model, at[:-1]))
        case "tuple_type" | "list_type":
            return Fault("list-expected", at, values={"value": _shown(typed)}, hint=_as_list(typed))
        case "model_type" | "model_attributes_type" | "dict_type":
            return Fault("mapping-expected", at, values={"value": _shown(typed)})
    refused: dict[str, Any] = details["ctx"]
    hint = FieldName(refused["hint"]) if location[-1:] == ("[key]",) else refused["hint"]
    below = (refused["at"],) if refused["at"] else ()
    return Fault(code, (*at, *below), refused["severity"], refused["values"], hint)


def _typed_path(location: tuple[str | int, ...], value: Any) -> Iterator[str | int]:
    """The part of pydantic's location that leads through what was typed, without its own tags."""
    for step in location:
        is_key = isinstance(value, dict) and step in value
        if is_key or (isinstance(value, list) and isinstance(step, int) and step < len(value)):
            value = value[step]
            yield step


def _unknown_field(at: Place, known: Sequence[str]) -> Fault:
    """A name that no field has, with the one that was probably meant."""
    name = str(at[-1])
    guess = SYNONYMS.get(name.casefold().replace("-", "_"), "")
    if guess not in known:
        guess = nearest(name, known)
    return Fault("field-unknown", at, values={"name": name}, hint=FieldName(guess))


def _as_list(typed: object) -> Value:
    """What was typed as one text, divided into items; one mapping is the only item."""
    if isinstance(typed, dict) and typed and all(isinstance(item, str) for item in typed.values()):
        return [dict(typed)]
    if not isinstance(typed, str):
        return ""
    return [item.strip() for item in _ITEM_SEPARATOR.split(typed) if item.strip()]


def _shown(typed: object) -> str:
    if isinstance(typed, list | dict):
        return ", ".join(map(str, typed))
    return typed if isinstance(typed, str) else ""
