"""The API as its users read it: files by path, and what their JSON Schemas refuse."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker

from affiche.outputs.artifact import Artifact

FOLDER = "api/v1/"
Files = Mapping[str, bytes]


def rendered(artifacts: Iterable[Artifact]) -> dict[str, bytes]:
    """The bytes of artifacts by path below the API's folder."""
    return {artifact.path.removeprefix(FOLDER): artifact.render() for artifact in artifacts}


def api_files(files: Files) -> dict[str, bytes]:
    """The files of a site's API, by path below its folder."""
    return {path.removeprefix(FOLDER): data for path, data in files.items() if path.startswith(FOLDER)}


def is_data(path: str) -> bool:
    return path.endswith(".json") and not path.endswith(".schema.json")


def refusals(files: Files) -> Iterator[str]:
    """What the schemas beside the files refuse of them, fields that no schema names included."""
    schemas = {path: closed(json.loads(data)) for path, data in files.items() if path.endswith(".schema.json")}
    by_address = {
        schema["$id"]: Draft202012Validator(schema, format_checker=FormatChecker()) for schema in schemas.values()
    }
    for path, data in files.items():
        if is_data(path):
            value = json.loads(data)
            found = by_address[value["$schema"]].iter_errors(value)
            yield from (f"{path}: {error.json_path}: {error.message[:300]}" for error in found)


def closed(schema: Any) -> Any:
    """A schema in which an object has the properties that are named and no other."""
    if isinstance(schema, list):
        return [closed(each) for each in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {name: closed(each) for name, each in schema.items()}
    is_object = schema.get("type") == "object" and "properties" in schema
    return {**inner, "additionalProperties": False} if is_object else inner


def events_in(data: bytes) -> list[Any]:
    found: list[Any] = json.loads(data)["events"]
    return found
