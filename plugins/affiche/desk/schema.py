"""JSON Schemas (draft 2020-12): of each collection's front matter, for editors and forms, and of the JSON report.

A field has its name as `title` and its help as `description`, in English as the names of fields are; an editor that
speaks other languages finds both in each, and the names of a closed list's values, in the annotation `x-affiche`:

    {"label": {"fr": "...", "nl": "..."}, "hint": {"fr": "..."}, "choices": {"concert": {"fr": "Concert"}}}
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from affiche.desk.report import VERSION
from affiche.locales import FIELDS, MESSAGES, SITE, catalogue_languages, load_words
from affiche.model.record import Record, field_paths, parts_at
from affiche.outputs.contribute.choices import choices_of
from affiche.outputs.contribute.rules import rule_at
from affiche.outputs.field_words import field_words
from affiche.problems import Severity

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The version of the content contract.
CONTRACT = 1
#: The language of `title` and `description`.
MAIN = "en"
#: The annotation with the words of all languages.
WORDS = "x-affiche"


def collection_schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a collection's front matter, for editors, who may leave quotes away."""
    made = _with_words(model.model_json_schema(by_alias=True), model, ())
    parts = made.pop("$defs", {})
    schema = {**made, "title": model.collection, "$defs": {name: _of_part(parts[name], model, name) for name in parts}}
    identified = {"$schema": DIALECT, "$id": f"urn:affiche:content:{CONTRACT}:{model.collection}"}
    return identified | {name: _as_read(value) for name, value in schema.items()}


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report in JSON."""
    text, position = {"type": "string"}, {"type": "integer", "minimum": 1}
    problem = {
        "path": text,
        "line": position,
        "column": position,
        "last_line": {"type": "integer", "minimum": 0},
        "field": text,
        "code": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "severity": {"enum": [str(severity) for severity in Severity]},
        "values": {"type": "object", "additionalProperties": text},
        "message": _record(dict.fromkeys(catalogue_languages(MESSAGES), text)),
        "hint": text,
    }
    report = _record({"version": {"const": VERSION}, "problems": {"type": "array", "items": _record(problem)}})
    return {"$schema": DIALECT, "$id": f"urn:affiche:report:{VERSION}", "title": "report", **report}


def _of_part(schema: dict[str, Any], model: type[Record], name: str) -> Any:
    """The schema of a part with the words of its fields, which are the same wherever it stands."""
    places = (path for path in field_paths(model) for part in parts_at(model, path) if part.__name__ == name)
    return _with_words(schema, model, next(places))


def _with_words(schema: Any, model: type[Record], place: tuple[str, ...]) -> Any:
    """A schema of what stands at a place, each field in it with its words."""
    if isinstance(schema, list):
        return [_with_words(item, model, place) for item in schema]
    if not isinstance(schema, dict):
        return schema
    inside = {
        name: _with_words(value, model, place) for name, value in schema.items() if name not in ("properties", "$defs")
    }
    fields = {
        name: _with_words(value, model, (*place, name)) | _words_of(model, (*place, name))
        for name, value in schema.get("properties", {}).items()
    }
    return schema | inside | ({"properties": fields} if fields else {})


def _words_of(model: type[Record], path: tuple[str, ...]) -> dict[str, Any]:
    """The annotations of a field."""
    name, languages = ".".join(path), catalogue_languages(FIELDS)
    said = {language: field_words(model, name, language) for language in languages}
    choices = _choices(rule_at(model.collection, name).get("choices", ()))
    words = {
        "label": {language: each.label for language, each in said.items()},
        "hint": {language: each.hint for language, each in said.items()},
    }
    return {"title": said[MAIN].label, "description": said[MAIN].hint, WORDS: words | choices}


def _choices(values: Sequence[str]) -> dict[str, Any]:
    """The names of a closed list's values; none of a single word, which needs no choosing."""
    if len(values) < 2:
        return {}
    named = {language: dict(choices_of(values, load_words(language, SITE))) for language in catalogue_languages(SITE)}
    return {"choices": {value: {language: names[value] for language, names in named.items()} for value in values}}


def _record(properties: dict[str, Any]) -> dict[str, Any]:
    """An object with these properties, all of them and no other."""
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def _as_read(schema: Any) -> Any:
    """A schema in which text may also be the number that YAML takes bare digits for; our own reader keeps the text."""
    if isinstance(schema, list):
        return [_as_read(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    wider = {"type": ["string", "number"]} if schema.get("type") == "string" else {}
    return {name: _as_read(value) for name, value in schema.items()} | wider
