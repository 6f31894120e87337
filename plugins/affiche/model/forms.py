"""Values that may be typed in several forms: the JSON Schema of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import GetJsonSchemaHandler, TypeAdapter
from pydantic_core import CoreSchema


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """An annotation: the forms that a value may be typed in, as types or as JSON Schemas.

    `kind` is what the form in the browser calls such a value; by default, one form or the other.
    """

    forms: tuple[Any, ...]
    kind: str = "either"

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"anyOf": [form if isinstance(form, dict) else whole_schema(form) for form in self.forms]}


def whole_schema(form: Any) -> dict[str, Any]:
    """The JSON Schema of a type, without references to definitions elsewhere."""
    schema = TypeAdapter(form).json_schema()
    whole: dict[str, Any] = _inlined(schema, schema.pop("$defs", {}))
    return whole


def _inlined(schema: Any, definitions: Mapping[str, Any]) -> Any:
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    return {name: _inlined(value, definitions) for name, value in schema.items()}
