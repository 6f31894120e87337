"""JSON Schemas of the collections and of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from affiche.desk.schema import DIALECT, collection_schema, report_schema
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Record, field_names, field_paths
from affiche.outputs.field_words import field_words
from tests.test_cases import CASES, ROOT

#: Scalars that an editor's reader of YAML does not keep as text.
BARE = ("tag:yaml.org,2002:int", "tag:yaml.org,2002:float", "tag:yaml.org,2002:null")
SCHEMAS = [*map(collection_schema, COLLECTIONS), report_schema()]
WRITTEN = sorted((ROOT / "content").rglob("*.md"))


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do, by its core schema."""

    yaml_implicit_resolvers = {  # noqa: RUF012 - the library's own way
        first: [(tag, pattern) for tag, pattern in resolvers if tag in BARE]
        for first, resolvers in yaml.CSafeLoader.yaml_implicit_resolvers.items()
    }


Editor.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("true|false"), ["t", "f"])


def model_of(collection: str) -> type[Record] | None:
    return next((model for model in COLLECTIONS if model.collection == collection), None)


def errors_in(model: type[Record], text: str) -> list[str]:
    """What the schema finds wrong with the front matter of a text."""
    typed = yaml.load(text.split("---")[1], Loader=Editor)  # noqa: S506 - a safe loader
    return [error.json_path for error in validator_of(model).iter_errors(typed)]


@cache
def validator_of(model: type[Record]) -> Draft202012Validator:
    return Draft202012Validator(collection_schema(model))


def test_schema_has_the_fields_of_the_contract() -> None:
    schema = collection_schema(Event)
    assert (schema["$schema"], schema["$id"], schema["title"]) == (DIALECT, "urn:affiche:content:1:events", "events")
    assert tuple(schema["properties"]) == field_names(Event)
    assert schema["required"] == ["title", "type", "organisers"]
    assert schema["additionalProperties"] is False


def test_schema_says_each_field_in_every_language() -> None:
    audience = collection_schema(Event)["properties"]["audience"]
    assert (audience["title"], audience["x-affiche"]["label"]) == (
        "Audience",
        {"en": "Audience", "fr": "Public visé", "nl": "Doelpubliek"},
    )
    assert audience["description"] == audience["x-affiche"]["hint"]["en"]
    assert audience["x-affiche"]["choices"]["members"] == {
        "en": "Members only",
        "fr": "Réservé aux membres",
        "nl": "Alleen voor leden",
    }


@pytest.mark.parametrize("model", COLLECTIONS, ids=lambda model: model.collection)
def test_schema_has_the_words_of_every_field_at_any_depth(model: type[Record]) -> None:
    named = [*_named_fields(collection_schema(model))]
    assert {label for label, _ in named} == {
        field_words(model, ".".join(path), "nl").label for path in field_paths(model)
    }
    assert [hint for _, hint in named if not hint] == []


def test_schema_names_only_what_is_chosen() -> None:
    properties = collection_schema(Event)["properties"]
    named = {name for name, field in properties.items() if "choices" in field["x-affiche"]}
    assert named == {
        *("type", "disciplines", "audience", "participation", "date_precision", "status", "availability"),
        *("social_tariffs", "accessibility"),
    }


def _named_fields(schema: Any) -> Iterator[tuple[str, str]]:
    """The label and the hint, in Dutch, of each property at any depth."""
    if isinstance(schema, list):
        for item in schema:
            yield from _named_fields(item)
    if isinstance(schema, dict):
        for field in schema.get("properties", {}).values():
            yield field["x-affiche"]["label"]["nl"], field["x-affiche"]["hint"]["nl"]
        for value in schema.values():
            yield from _named_fields(value)


@pytest.mark.parametrize("schema", SCHEMAS, ids=lambda each: each["title"])
def test_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.stem)
def test_schema_accepts_what_is_published(path: Any) -> None:
    model = model_of(path.relative_to(ROOT / "content").parts[0])
    assert model is None or errors_in(model, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", [name for name in CASES if name.startswith("valid/")])
def test_schema_accepts_every_valid_case(name: str) -> None:
    texts = {path: text for path, text in CASES[name]["files"].items() if path.endswith(".md")}
    for path, text in texts.items():
        model = model_of(path.partition("/")[0])
        assert model is not None
        assert errors_in(model, text.lstrip("\ufeff")) == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("fields/french-name", "$"),
        ("fields/missing", "$"),
        ("fields/value-in-french", "$.type"),
        ("fields/list-as-text", "$.organisers"),
        ("when/day-first", "$.start"),
        ("prices/free-in-french", "$.price"),
        ("images/without-alt", "$.image"),
    ],
)
def test_schema_refuses_what_it_can_know(name: str, place: str) -> None:
    assert place in errors_in(Event, CASES[name]["files"]["events/nuit-ouverte.md"])
