"""Typed fields become a record: each field is validated by itself, so that one mistake hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from affiche.model.nearest import nearest
from affiche.model.reading import Reading
from affiche.model.record import Record, field_names, field_reader
from affiche.model.synonyms import SYNONYMS
from affiche.problems import Fault, Place, Severity
from affiche.sources.front_matter import UNREADABLE

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A record without its id and body, None when a required field has no value, and what is wrong with it."""

    record: Record | None
    faults: list[Fault]


def parse_record(model: type[Record], typed: Mapping[str, Any], language: str | None) -> Parsed:
    """The record of a collection's model that typed fields make, with every fault of every field."""
    given = {name: value for name, value in typed.items() if value is not None}
    reading = Reading(language)
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for name, value in given.items():
        if name not in field_names(model):
            faults.append(_unknown_field(name, (), field_names(model)))
        elif value is not UNREADABLE:
            faults += _read_field(model, name, value, reading, values)
    faults += _missing_fields(model, given)
    draft = model.model_construct(**values)
    faults += draft.faults(frozenset(given))
    complete = all(name in values for name, declared in model.model_fields.items() if declared.is_required())
    return Parsed(draft if complete else None, faults)


def _missing_fields(model: type[Record], given: Mapping[str, Any]) -> Iterator[Fault]:
    for name, declared in model.model_fields.items():
        if declared.is_required() and name not in given:
            yield Fault("field-missing", values={"name": name})


def _read_field(model: type[Record], name: str, value: Any, reading: Reading, values: dict[str, Any]) -> list[Fault]:
    """Puts a field's value in `values`; a value with nothing but warnings is read again without them."""
    reader = field_reader(model, name)
    try:
        values[name] = reader.validate_python(value, context=reading.as_context())
    except ValidationError as error:
        faults = [_fault(details, name, value) for details in error.errors(include_url=False)]
        if all(fault.severity is not Severity.ERROR for fault in faults):
            values[name] = reader.validate_python(value, context=reading.silenced().as_context())
        return faults
    return []


def _fault(details: ErrorDetails, name: str, value: Any) -> Fault:
    """Our fault for pydantic's error: its own codes are mapped, ours are carried."""
    at = (name, *_typed_path(details["loc"], value))
    code, typed = details["type"], details["input"]
    context = details.get("ctx", {})
    if code == "missing":
        return Fault(
            "field-missing", at[:-1] if at[-1:] == details["loc"][-1:] else at, values={"name": str(details["loc"][-1])}
        )
    if code == "extra_forbidden":
        return _unknown_field(str(details["loc"][-1]), at, ())
    if code in ("tuple_type", "list_type"):
        return Fault("list-expected", at, values={"value": str(typed)}, hint=_as_list(typed))
    if code in ("model_type", "model_attributes_type", "dict_type"):
        return Fault("mapping-expected", at, values={"value": str(typed)})
    if below := context.get("at"):
        at = (*at, below)
    return Fault(code, at, context["severity"], context["values"], context["hint"])


def _typed_path(location: tuple[str | int, ...], value: Any) -> Iterator[str | int]:
    """The part of pydantic's location that leads through what was typed, without its own tags."""
    for step in location:
        if (isinstance(value, dict) and step in value) or (isinstance(value, list) and isinstance(step, int) and step < len(value)):
            value = value[step]
        elif step != location[-1]:
            continue
        yield step


def _unknown_field(name: str, at: Place, known: tuple[str, ...]) -> Fault:
    guess = SYNONYMS.get(name.casefold().replace("-", "_"), "") or nearest(name, known)
    if known and guess not in known:
        guess = ""
    return Fault(
        "field-unknown", at or (name,), values={"name": name, "guess": guess}, hint=f"{guess}:" if guess else ""
    )


def _as_list(typed: object) -> str:
    """The block list of what was typed as one text."""
    if not isinstance(typed, str):
        return ""
    return "".join(f"\n  - {item.strip()}" for item in typed.split(","))
