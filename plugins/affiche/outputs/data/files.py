"""The files of the API: where each stands, what opens it, and its JSON Schema beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import partial

from pydantic_core import to_json

from affiche.outputs.artifact import Artifact, Part, Whole
from affiche.outputs.data.schema import ADDRESS, DIALECT, INSTANT, STRING, Schema, array, definitions, record
from affiche.outputs.data.values import Fields
from affiche.outputs.site import Site

#: The version of the API: within it, fields are added, none changes its meaning or goes.
VERSION = 1
FOLDER = f"api/v{VERSION}/"
JSON = "application/json"
SCHEMA = "application/schema+json"
#: Each image says its own licence.
IMAGES_LICENCE = "per-image"
_OPENING: dict[str, Schema] = {
    "$schema": ADDRESS,
    "version": {"const": VERSION},
    "licence": STRING,
    "text_licence": STRING,
    "images_licence": {"const": IMAGES_LICENCE},
    "updated": {"anyOf": [INSTANT, {"type": "null"}]},
}


def opening(site: Site, schema: str, updated: datetime | None) -> Fields:
    """What every file begins with; `updated` is the newest change of what it holds."""
    settings = site.calendar.settings
    return {
        "$schema": site.absolute(schema_path(schema)),
        "version": VERSION,
        "licence": settings.data_licence,
        "text_licence": settings.text_licence,
        "images_licence": IMAGES_LICENCE,
        "updated": updated.isoformat() if updated else None,
    }


def json_text(value: object) -> str:
    """A value as JSON on one line, in a third of the time that the standard library takes."""
    return to_json(value).decode()


def with_fields(text: str, more: Fields) -> str:
    """The JSON of an object with more fields at its end."""
    return f"{text[:-1]},{json_text(more)[1:]}" if more else text


def whole_collection(ground: str, opened: Fields, name: str, items: Sequence[Part]) -> Whole:
    """A file with a list, an item a line, each as JSON."""
    before = f"{json_text(opened)[:-1]},{json_text(name)}:[\n"
    return Whole(ground, before.encode(), items, b"\n]}\n", between=b",\n")


def render_collection(opened: Fields, name: str, items: Iterable[str]) -> bytes:
    """The bytes of such a file, its items being JSON already."""
    return whole_collection("", opened, name, ()).join(item.encode() for item in items)


def render_value(value: object) -> bytes:
    """A file with one value."""
    return f"{json_text(value)}\n".encode()


def schema_path(name: str) -> str:
    """Where the JSON Schema of a kind of file stands."""
    return f"{FOLDER}{name}.schema.json"


def schema_artifact(
    site: Site, name: str, properties: Mapping[str, Schema], optional: Mapping[str, Schema] | None = None
) -> Artifact:
    """The JSON Schema of a kind of file: what every file begins with, these properties, and what some files have."""
    whole = record({**_OPENING, **properties, **(optional or {})}, (*_OPENING, *properties))
    return Artifact(schema_path(name), SCHEMA, site.fingerprint("schema", name), partial(_schema, site, name, whole))


def collection_properties(name: str, item: Schema) -> dict[str, Schema]:
    """The properties of a file with a list."""
    return {name: array(item)}


def _schema(site: Site, name: str, whole: Schema) -> bytes:
    identified: Schema = {"$schema": DIALECT, "$id": site.absolute(schema_path(name)), "title": name}
    text = json.dumps({**identified, **whole, "$defs": definitions()}, ensure_ascii=False, allow_nan=False, indent=1)
    return f"{text}\n".encode()
