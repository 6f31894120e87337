"""JSON Schemas of records and events as they are published."""

from __future__ import annotations

from functools import cache

from affiche.model.event import Event
from affiche.model.opening import Schedule
from affiche.model.organisation import Organisation
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.model.record import Image, Record
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES, ACCESSIBILITY_VALUES, AVAILABILITIES, PRECISIONS, STATUSES
from affiche.outputs.data.events import OWN, RESOLVED, WHEN
from affiche.outputs.data.records import OMITTED, page_key
from affiche.outputs.data.schema import (
    ADDRESS,
    ADDRESSES,
    DAY,
    IDENTIFIER,
    INSTANT,
    MOMENT,
    STRING,
    TEXT,
    Schema,
    array,
    properties_of,
    record,
    schema_of,
)

_POSITIVE: Schema = {"type": "integer", "minimum": 1}
_IMAGE = record(
    {**properties_of(Image), "src": ADDRESS, "width": _POSITIVE, "height": _POSITIVE},
    ("src", "width", "height", "alt", "credit"),
)
_ACCESSIBILITY: Schema = {
    "type": "object",
    "propertyNames": {"enum": list(ACCESSIBILITY_FEATURES)},
    "additionalProperties": {"enum": list(ACCESSIBILITY_VALUES)},
}
_MUNICIPALITY: dict[str, Schema] = {"municipality": TEXT, "municipality_id": STRING}
#: A place inside an event, as `place_fields` makes it.
PLACE = record(
    {**properties_of(Place), **_MUNICIPALITY, "id": IDENTIFIER, "page_url": ADDRESSES, "url": ADDRESS}, ("country",)
)
_ORGANISER = record(
    {"organisation": IDENTIFIER, "name": TEXT, "url": ADDRESS, "page_url": ADDRESSES}
    | {"role": properties_of(Event)["organisers"]["items"]["properties"]["role"]},
    ("organisation", "role", "name", "url", "page_url"),
)
_PERFORMANCE = record(
    {
        **properties_of(Performance, OWN),
        "id": STRING,
        "uid": STRING,
        "start": MOMENT,
        "end": MOMENT,
        "precision": {"enum": list(PRECISIONS)},
        "status": {"enum": list(STATUSES)},
        "availability": {"enum": list(AVAILABILITIES)},
        "venue": PLACE,
        "room": TEXT,
        "accessibility": _ACCESSIBILITY,
    },
    ("id", "uid", "start", "precision", "status"),
)
_RUN = record(
    {"uid": STRING, "status": {"enum": list(STATUSES)}, "start": DAY, "end": DAY, **properties_of(Schedule)},
    ("uid", "status"),
)


@cache
def record_schema(model: type[Record], omitted: frozenset[str] = frozenset()) -> Schema:
    """A record of a collection, as `record_fields` and `body_fields` make it."""
    located = _MUNICIPALITY if issubclass(model, Organisation | Venue) else {}
    logo = {"logo": ADDRESS} if "logo" in model.model_fields else {}
    properties = {
        "id": IDENTIFIER,
        page_key(model): ADDRESSES,
        **properties_of(model, OMITTED | omitted),
        **located,
        **logo,
        "image": _IMAGE,
        "images": array(_IMAGE),
        "published": INSTANT,
        "updated": INSTANT,
        "missing_languages": {"type": "object", "additionalProperties": array(STRING)},
        "body": TEXT,
        "body_html": TEXT,
    }
    return record(properties, ("id", page_key(model), model.label_field, "published", "updated"))


@cache
def event_schema() -> Schema:
    """An event, as `event_fields` and `body_fields` make it."""
    base = record_schema(Event, WHEN | RESOLVED)
    derived = {
        "guid": STRING,
        "organisers": array(_ORGANISER),
        "part_of": IDENTIFIER,
        "venue": PLACE,
        "room": TEXT,
        "accessibility": _ACCESSIBILITY,
        "start": MOMENT,
        "end": MOMENT,
        "run": _RUN,
        "performances": array(_PERFORMANCE),
        "revision": INSTANT,
        "is_accessible_for_free": {"type": "boolean"},
    }
    return record(base["properties"] | derived, (*base["required"], "guid", "type", "audience", "status", "revision"))


def notice_schema() -> Schema:
    """What is left of a withdrawn event."""
    withdrawn = schema_of(Event.model_fields["withdrawn"].annotation)
    fields = {"id": IDENTIFIER, "url": ADDRESSES, "withdrawn": withdrawn, "updated": INSTANT}
    return record(fields, tuple(fields))


def pointer_schema() -> Schema:
    """What stands under an id that an event no longer has."""
    return record({"id": IDENTIFIER, "replaced_by": IDENTIFIER}, ("id", "replaced_by"))
