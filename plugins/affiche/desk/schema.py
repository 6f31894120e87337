"""JSON Schemas (draft 2020-12): of each collection's front matter, for editors and forms, and of the JSON report."""

from __future__ import annotations

from typing import Any

from affiche.desk.report import VERSION
from affiche.locales import MESSAGES, catalogue_languages
from affiche.model.record import Record
from affiche.problems import Severity

DIALECT = "https://json-schema.org/draft/2020-12/schema"
#: The version of the content contract.
CONTRACT = 1


def collection_schema(model: type[Record]) -> dict[str, Any]:
    """The JSON Schema of a collection's front matter, for editors, who may leave quotes away."""
    schema = {**model.model_json_schema(by_alias=True), "title": model.collection}
    identified = {"$schema": DIALECT, "$id": f"urn:affiche:content:{CONTRACT}:{model.collection}"}
    return identified | {name: _as_read(value) for name, value in schema.items()}


def report_schema() -> dict[str, Any]:
    """The JSON Schema of the report in JSON."""
    text, position = {"type": "string"}, {"type": "integer", "minimum": 1}
    problem = {
        "path": text,
        "line": position,
        "column": position,
        "field": text,
        "code": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
        "severity": {"enum": [str(severity) for severity in Severity]},
        "message": _record(dict.fromkeys(catalogue_languages(MESSAGES), text)),
        "hint": text,
    }
    report = _record({"version": {"const": VERSION}, "problems": {"type": "array", "items": _record(problem)}})
    return {"$schema": DIALECT, "$id": f"urn:affiche:report:{VERSION}", "title": "report", **report}


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
