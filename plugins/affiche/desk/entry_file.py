"""An entry of a form becomes the text of a file: the one form that all our tools write (`contributing.md` F2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from affiche.desk.entry_body import REFUSED, body_text
from affiche.model.characters import BREAKS
from affiche.model.forms import whole_schema
from affiche.model.record import Record
from affiche.model.written import is_plain
from affiche.problems import Place, Value

#: The JSON Schemas of the forms that a value may have.
Schemas = Sequence[Mapping[str, Any]]

_FOLD = re.compile(rf" *[{BREAKS}][ {BREAKS}]*")
_BLANKS = " \u00a0\u202f"


def render_entry(model: type[Record], entry: Mapping[str, Any], bodies: Mapping[str, str]) -> str:
    """The file of a filled form: front matter in block form, then each description under its language.

    `entry` is front matter with every scalar as it was typed. Only what is filled is written: the language, then the
    collection's fields in the order of the contract, then what every collection has, then what the contract does not
    know, so that a check can speak of it. Texts stand in double quotes
    on one line; ids, dates, hours and numbers are bare.
    """
    fields = filled(entry) or {}
    lines = _mapping_lines(fields, [_schema_of(model)]) if isinstance(fields, dict) else ()
    return "".join(f"{line}\n" for line in ("---", *lines, "---")) + body_text(bodies)


def field_lines(model: type[Record], name: str, value: Value) -> list[str]:
    """The lines of one field of a file, as `render_entry` writes them."""
    return [*_mapping_lines({name: value}, [_schema_of(model)])]


@cache
def _schema_of(model: type[Record]) -> Mapping[str, Any]:
    """A collection's schema: the language first, the collection's own fields, those that every collection has last."""
    schema = whole_schema(model)
    shared = [name for name in Record.model_fields if name != "language"]
    own = [name for name in schema["properties"] if name not in shared]
    return schema | {"properties": {name: schema["properties"][name] for name in ("language", *own, *shared)}}


def is_list(model: type[Record], at: Place) -> bool:
    """Whether what stands at a place of an entry is a list, in every form that it may have."""
    forms: Schemas = [_schema_of(model)]
    for step in at:
        forms = _below(forms, step) if isinstance(step, str) else _items(forms)
    stated = [form["type"] for form in forms if form.get("type") != "null" and "type" in form]
    return bool(stated) and all(each == "array" for each in stated)


def filled(value: Any) -> Value | None:
    """A value without what is empty in it, each text on one line; None when nothing is left."""
    if isinstance(value, Mapping):
        return {name: kept for name, item in value.items() if (kept := filled(item)) is not None} or None
    if isinstance(value, list | tuple):
        return [kept for item in value if (kept := filled(item)) is not None] or None
    return _one_line(value) or None if isinstance(value, str) else None


def _one_line(text: str) -> str:
    return _FOLD.sub(" ", REFUSED.sub("", text)).strip(_BLANKS)


def _mapping_lines(fields: Mapping[str, Value], schemas: Schemas) -> Iterator[str]:
    """A mapping's lines: the fields of the contract in its order, the others in their own."""
    known = [name for schema in schemas for name in schema.get("properties", ())]
    for name in dict.fromkeys([*(name for name in known if name in fields), *fields]):
        below = _below(schemas, name)
        key, value = name if is_plain(name) else double_quoted(_one_line(name)), fields[name]
        if isinstance(value, str):
            yield f"{key}: {_scalar(value, below)}"
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _lines(value, below))


def _lines(value: Value, schemas: Schemas) -> Iterator[str]:
    if isinstance(value, str):
        yield _scalar(value, schemas)
    elif isinstance(value, dict):
        yield from _mapping_lines(value, schemas)
    else:
        for item in value:
            first, *others = _lines(item, _items(schemas))
            yield f"- {first}"
            yield from (f"  {line}" for line in others)


def _below(schemas: Schemas, name: str) -> Schemas:
    """The forms of a field of a mapping."""
    found = (schema.get("properties", {}).get(name) or schema.get("additionalProperties") for schema in schemas)
    return _forms(schema for schema in found if schema)


def _items(schemas: Schemas) -> Schemas:
    """The forms of an item of a list."""
    return _forms(schema["items"] for schema in schemas if "items" in schema)


def _forms(schemas: Iterator[Mapping[str, Any]]) -> Schemas:
    """Each form of schemas that allow several."""
    return [form for schema in schemas for form in (_forms(iter(schema["anyOf"])) if "anyOf" in schema else [schema])]


def _scalar(text: str, schemas: Schemas) -> str:
    return text if is_plain(text) and not any(map(_is_text, schemas)) else double_quoted(text)


def _is_text(schema: Mapping[str, Any]) -> bool:
    """Whether a form is a text in somebody's words, which stands in quotes whatever it says."""
    return schema.get("type") == "string" and not schema.keys() & {"pattern", "enum", "format"}


def double_quoted(text: str) -> str:
    """A text of one line in double quotes (YAML 1.2, 7.3.1)."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
