"""Typed fields become a record: each field is validated by itself, so that one mistake hides no other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from affiche.model.reading import Reading
from affiche.model.record import Record, attribute_of, field_names, field_reader, names_below
from affiche.model.span_words import guess_period
from affiche.problems import Beside, Entries, Fault, FieldName, Items, Place, Severity, Value
from affiche.sources.apart import fields_apart, with_days
from affiche.sources.closed_days import CLOSED
from affiche.sources.front_matter import UNREADABLE
from affiche.sources.unknown import mailboxes_elsewhere, names_meant, stated_elsewhere, unknown_below, unknown_fields

R = TypeVar("R", bound=Record)

#: How often a value is corrected by what is said of it: a price in a list in a misspelt field.
CORRECTIONS = 3

_ADDRESS = re.compile(r"(?:https?://|www[.])\S+$")
_DAY_FIRST = re.compile(r"[0-9]{4}-[0-9]{2}")
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
    reading = Reading(language)
    apart = list(fields_apart(given, known))
    told = {fault.values.get("name", CLOSED) for fault in apart}
    others = {name: value for name, value in given.items() if name not in told}
    unknown = list(unknown_fields(others, known, partial(_correct, model, reading)))
    values: dict[str, Any] = {}
    faults = [*apart, *unknown]
    for name, value in others.items():
        is_read = name in known and value is not UNREADABLE
        if is_read and (found := _read_field(model, name, value, reading, values)):
            elsewhere = stated_elsewhere(with_days(found, typed), given)
            faults += mailboxes_elsewhere(model, elsewhere, given)
    meant = frozenset(given) | names_meant(unknown)
    faults += _missing_fields(model, meant)
    record = model.known(values, model.stand_ins)
    below = {fault.at for fault in faults if len(fault.at) > 1}
    faults += [fault for fault in record.faults(meant) if fault.at not in below]
    return Parsed(record, faults)


def _missing_fields(model: type[Record], given: frozenset[str]) -> Iterator[Fault]:
    for name in _required_fields(model):
        if name not in given:
            yield Fault("field-missing", values={"name": name})


@cache
def _required_fields(model: type[Record]) -> tuple[str, ...]:
    return tuple(name for name, declared in model.model_fields.items() if declared.is_required())


def _read_field(model: type[Record], name: str, value: Any, reading: Reading, values: dict[str, Any]) -> list[Fault]:
    """Puts a field's value in `values`; one with faults is read again as it was meant, so that the rest is checked."""
    reader, attribute = field_reader(model, name), attribute_of(model, name)
    try:
        values[attribute] = reader.validate_python(value, context=reading.as_context())
    except ValidationError as error:
        found = error.errors(include_url=False)
    else:
        return []
    faults = [fault for details in found for fault in _faults(details, model, name, value)]
    if isinstance(faults[0].hint, list) and faults[0].code == "list-expected":
        corrected = _correct(model, reading, name, faults[0].hint)
        faults[0] = replace(faults[0], hint=faults[0].hint if corrected is None else corrected)
    with suppress(ValidationError):
        values[attribute] = reader.validate_python(_as_meant(value, faults), context=reading.silenced().as_context())
    return list(_without_consequences(faults))


def _correct(model: type[Record], reading: Reading, name: str, value: Any) -> Any:
    """A typed value that a field can be read from, corrected by hints where it has to be; None where none is."""
    reader = field_reader(model, name)
    for _ in range(CORRECTIONS):
        try:
            reader.validate_python(value, context=reading.silenced().as_context())
        except ValidationError as error:
            details = error.errors(include_url=False)
            corrected = _as_hinted(value, [each for one in details for each in _faults(one, model, name, value)])
            if corrected == value:
                return None
            value = corrected
        else:
            return value
    return None


def _as_hinted(value: Any, faults: Sequence[Fault]) -> Any:
    """A typed value with the hints of its faults in the place of what they are about; as it is where one has none."""
    tree = [deepcopy(value)]
    for fault in faults:
        *around, last = (0, *fault.at[1:])
        inner: Any = tree
        for step in around:
            inner = inner[step]
        if not fault.hint or isinstance(fault.hint, Entries | Beside | Items):
            return value
        if isinstance(fault.hint, FieldName):
            inner[fault.hint] = inner.pop(last)
        else:
            inner[last] = fault.hint
    return tree[0]


def _as_meant(value: Any, faults: Sequence[Fault]) -> Any:
    """A typed value with every wrong field of its mappings corrected by its hint, or left out where it has none."""
    tree = deepcopy(value)
    for fault in faults:
        around, last = _mapping_around(tree, fault.at[1:]), fault.at[-1]
        if fault.severity is Severity.ERROR and last in around:
            typed = around.pop(last)
            if isinstance(fault.hint, FieldName):
                around.setdefault(fault.hint, typed)
            elif fault.hint:
                around[last] = fault.hint
    return tree


def _without_consequences(faults: Sequence[Fault]) -> Iterator[Fault]:
    """The faults but for fields that are missing because their name is misspelt."""
    meant = {(*fault.at[:-1], fault.hint) for fault in faults if isinstance(fault.hint, FieldName)}
    for fault in faults:
        if (*fault.at, fault.values.get("name")) not in meant or isinstance(fault.hint, FieldName):
            yield fault


def _mapping_around(tree: Any, place: Place) -> dict[Any, Any]:
    """The mapping of a tree that holds the value at a place; an empty one where there is none."""
    if not place:
        return {}
    for step in place[:-1]:
        is_there = step in tree if isinstance(tree, dict) else isinstance(tree, list) and step in range(len(tree))
        tree = tree[step] if is_there else None
    return tree if isinstance(tree, dict) else {}


def _faults(details: ErrorDetails, model: type[Record], name: str, value: Any) -> Iterator[Fault]:
    """Our faults for pydantic's error: what else it carries is about the same value."""
    fault = _fault(details, model, name, value)
    yield fault
    for other in details.get("ctx", {}).get("also", ()):
        yield replace(other, at=fault.at)


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
            return unknown_below(at, names_below(model, at[:-1]), typed)
        case "tuple_type" | "list_type":
            return Fault("list-expected", at, values={"value": _shown(typed)}, hint=_as_list(typed))
        case "model_type" | "model_attributes_type" | "dict_type":
            return Fault("mapping-expected", at, values={"value": _shown(typed)}, hint=_as_mapping(at, typed))
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


def _as_mapping(at: Place, typed: object) -> Value:
    """What was typed as one text with the names of its parts: a date of a list is when it starts, two days a period."""
    text = " - ".join(map(str, typed)) if isinstance(typed, list) else str(typed)
    if at == ("period",):
        return guess_period(text)
    if at in (("booking",), ("links", *at[1:2])) and _ADDRESS.match(text):
        return {"url": text if "://" in text else f"https://{text}"}
    is_date = len(at) == 2 and at[0] == "dates" and isinstance(typed, str) and _DAY_FIRST.match(typed)
    return {"start": text} if is_date else ""


def _as_list(typed: object) -> Value:
    """What was typed as one text, divided into items; one mapping is the only item."""
    if isinstance(typed, dict) and typed and _is_whole(typed):
        return [dict(typed)]
    if not isinstance(typed, str):
        return ""
    return [item.strip() for item in _ITEM_SEPARATOR.split(typed) if item.strip()]


def _is_whole(typed: object) -> bool:
    """Whether nothing in a tree is without a value."""
    items = typed.values() if isinstance(typed, dict) else typed if isinstance(typed, list) else ()
    return typed is not None and all(map(_is_whole, items))


def _shown(typed: object) -> str:
    if isinstance(typed, list | dict):
        return ", ".join(map(str, typed))
    return typed if isinstance(typed, str) else ""
