"""The figures as data: JSON with its schema, and a table, for each year and season."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic_core import to_json, to_jsonable_python

from affiche.locales import load_words
from affiche.model.indicators import Figures, Snapshot, State
from affiche.model.interval import Interval
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.files import FOLDER, JSON, opening, render_value, schema_artifact
from affiche.outputs.data.schema import DAY, STRING, Schema, array, record
from affiche.outputs.data.spreadsheet import MEDIA_TYPE, render_table
from affiche.outputs.data.values import Fields
from affiche.outputs.indicators.lines import groups_of
from affiche.outputs.indicators.periods import (
    Indicators,
    indicators_of,
    indicators_stamp,
    seasons,
    years,
)
from affiche.outputs.output import Output
from affiche.outputs.site import Site

NAME = "indicators"
_COUNT: Schema = {"type": "integer", "minimum": 0}


def data_path(interval: Interval, suffix: str) -> str:
    """Where the figures of a year or a season stand: `api/v1/indicators/2026.json`."""
    return f"{FOLDER}{NAME}/{interval.key}.{suffix}"


def indicator_artifacts(site: Site) -> Iterator[Artifact]:
    """The data of every year and season, and the JSON Schema."""
    for interval in (*years(site), *seasons(site)):
        stamp, json, table = indicators_stamp(site, interval), data_path(interval, "json"), data_path(interval, "csv")
        yield Artifact(json, JSON, site.fingerprint("api", json, stamp), partial(_render_json, site, interval))
        yield Artifact(table, MEDIA_TYPE, site.fingerprint("api", table, stamp), partial(_render_table, site, interval))
    figures, state = schema_of(Figures), schema_of(State)
    properties: dict[str, Schema] = {"id": STRING, "first": DAY, "last": DAY, "definitions": _COUNT, "figures": figures}
    yield schema_artifact(site, NAME, properties, {"frozen": DAY, "state": state})


def _render_json(site: Site, interval: Interval) -> bytes:
    found = indicators_of(site, interval)
    frozen = datetime.combine(found.frozen, time(), UTC) if found.frozen else None
    return render_value({**opening(site, NAME, frozen), **indicator_fields(found)})


def indicator_fields(found: Indicators) -> Fields:
    """The figures of a year or a season as JSON; `frozen` is the day since which they stay."""
    interval = found.interval
    return {
        "id": interval.key,
        "first": str(interval.first),
        "last": str(interval.last),
        "definitions": found.version,
        **({"frozen": str(found.frozen)} if found.frozen else {}),
        "figures": to_jsonable_python(found.figures),
        **({"state": to_jsonable_python(found.state)} if found.state else {}),
    }


def _render_table(site: Site, interval: Interval) -> bytes:
    return render_table(*table_of(site, indicators_of(site, interval)))


def table_of(site: Site, found: Indicators) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The figures as columns and rows: a line each, with its label in every language of the site."""
    said = [groups_of(found, site.calendar, load_words(language)) for language in site.languages]
    rows = [
        [
            found.interval.key,
            groups[0].key,
            lines[0].id,
            *(line.label.text for line in lines),
            *map(_cell, (lines[0].count, lines[0].of)),
        ]
        for groups in zip(*said, strict=True)
        for lines in zip(*(group.lines for group in groups), strict=True)
    ]
    return ("period", "group", "id", *(f"label_{language}" for language in site.languages), "count", "of"), rows


def _cell(number: int | None) -> str:
    return "" if number is None else str(number)


def render_snapshot(snapshot: Snapshot) -> bytes:
    """A snapshot as its file holds it: JSON (RFC 8259), the same bytes for the same figures."""
    return to_json(snapshot, indent=1) + b"\n"


def schema_of(kind: Any) -> Schema:
    """The JSON Schema of a type of figures; more fields may come in the same version."""
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return schema_of(arguments[0])
    if origin in (Union, UnionType):
        return {"anyOf": [schema_of(each) for each in arguments]}
    if origin is tuple:
        return array(schema_of(arguments[0]))
    if origin is Mapping or (isinstance(origin, type) and issubclass(origin, Mapping)):
        return {"type": "object", "additionalProperties": schema_of(arguments[1])}
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        names = [field.name for field in fields(kind)]
        return record({name: schema_of(hints[name]) for name in names}, tuple(names))
    return {int: _COUNT, str: STRING, date: DAY, NoneType: {"type": "null"}}[kind]


INDICATORS = Output(NAME, indicator_artifacts)
