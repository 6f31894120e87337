"""The JSON Schema of an event in the fields of OpenAgenda."""

from __future__ import annotations

from affiche.outputs.data.schema import ADDRESS, IDENTIFIER, INSTANT, STRING, TEXT, Schema, array, record, same

_WHOLE: Schema = {"type": "integer", "minimum": 0}
_NUMBER: Schema = {"type": "number"}
_WAYS: Schema = {"enum": ["link", "email", "phone"]}
_LOCATION = record(
    {
        **same(STRING, "name", "address", "city", "postalCode", "countryCode", "timezone"),
        **same(_NUMBER, "latitude", "longitude"),
        "slug": IDENTIFIER,
        "website": ADDRESS,
    },
    ("name", "countryCode", "timezone"),
)


def event_schema() -> Schema:
    """An event, as `openagenda_event` makes it."""
    needed = ("extIds", "slug", "title", "description", "timings", "attendanceMode", "status", "state")
    return record({**_what(), **_when_and_where()}, needed)


def _what() -> dict[str, Schema]:
    size = record(same(_WHOLE, "width", "height"), ("width", "height"))
    return {
        "extIds": array(record(same(STRING, "key", "value"), ("key", "value"))),
        "slug": IDENTIFIER,
        **same(TEXT, "title", "description", "longDescription", "conditions"),
        "keywords": {"type": "object", "additionalProperties": array(STRING)},
        "image": record({"base": ADDRESS, "filename": STRING, "size": size}, ("base", "filename", "size")),
        "imageCredits": STRING,
        "registration": array(record({"type": _WAYS, "value": STRING}, ("type", "value"))),
        "accessibility": record(same({"const": True}, "ii", "hi", "vi", "pi", "mi")),
        "age": record(same(_WHOLE, "min", "max")),
        "links": array(record({"link": ADDRESS}, ("link",))),
    }


def _when_and_where() -> dict[str, Schema]:
    return {
        "attendanceMode": {"enum": [1, 2, 3]},
        "onlineAccessLink": ADDRESS,
        "location": _LOCATION,
        "timezone": STRING,
        "timings": array(record(same(INSTANT, "begin", "end"), ("begin", "end"))),
        "status": {"enum": [1, 2, 3, 4, 5, 6]},
        "state": {"const": 2},
        **same(INSTANT, "createdAt", "updatedAt"),
    }
