"""The JSON Schema of an event in the fields of UiTdatabank."""

from __future__ import annotations

from affiche.outputs.data.schema import ADDRESS, AMOUNT, INSTANT, STRING, TEXT, Schema, array, record, same

_CLOCK: Schema = {"type": "string", "pattern": "^[0-9]{2}:[0-9]{2}$"}
_DAYS: Schema = {"enum": ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]}
_CALENDARS: Schema = {"enum": ["single", "multiple", "periodic", "permanent"]}
_STATES: dict[str, Schema] = {
    "status": record(
        {"type": {"enum": ["Available", "Unavailable", "TemporarilyUnavailable"]}, "reason": TEXT}, ("type",)
    ),
    "bookingAvailability": record({"type": {"enum": ["Available", "Unavailable"]}}, ("type",)),
}
_TIMES: dict[str, Schema] = {"startDate": INSTANT, "endDate": INSTANT}
_ADDRESS = record(same(STRING, "streetAddress", "addressLocality", "postalCode", "addressCountry"))
_BOOKING = record(
    {"url": ADDRESS, "urlLabel": TEXT, "phone": STRING, "email": STRING}
    | {"availabilityStarts": INSTANT, "availabilityEnds": INSTANT}
)


def event_schema() -> Schema:
    """An event, as `uitdatabank_event` makes it."""
    needed = ("@id", "mainLanguage", "name", "terms", "audience", "attendanceMode", "calendarType", "status")
    return record({**_what(), **_when(), **_where_and_how()}, needed)


def _what() -> dict[str, Schema]:
    term = record({"id": STRING, "domain": {"enum": ["eventtype", "theme", "facility"]}}, ("id", "domain"))
    image = {"@type": STRING, "contentUrl": ADDRESS} | dict.fromkeys(
        ("description", "copyrightHolder", "inLanguage"), STRING
    )
    return {
        "@id": ADDRESS,
        "@type": {"const": "Event"},
        "mainLanguage": {"enum": ["nl", "fr", "de", "en"]},
        "name": TEXT,
        "description": TEXT,
        "terms": {**array(term), "minItems": 1},
        "labels": array(STRING),
        "audience": record({"audienceType": {"enum": ["everyone", "education"]}}, ("audienceType",)),
        "typicalAgeRange": {"type": "string", "pattern": "^[0-9]*-[0-9]*$"},
        "mediaObject": array(record(image, tuple(image))),
        "videos": array(record({"url": ADDRESS, "language": STRING}, ("url", "language"))),
        "sameAs": array(ADDRESS),
        "seeAlso": array(ADDRESS),
        "created": INSTANT,
        "modified": INSTANT,
    }


def _when() -> dict[str, Schema]:
    part = {"@type": {"const": "Event"}, **_TIMES, **_STATES, "bookingInfo": _BOOKING}
    hours = record({"dayOfWeek": array(_DAYS), "opens": _CLOCK, "closes": _CLOCK}, ("dayOfWeek", "opens", "closes"))
    return {
        "calendarType": _CALENDARS,
        **_TIMES,
        **_STATES,
        "subEvent": array(record(part, ("startDate", "endDate", "status"))),
        "openingHours": array(hours),
    }


def _where_and_how() -> dict[str, Schema]:
    tariff: dict[str, Schema] = {
        "category": {"enum": ["base", "tariff"]},
        "name": TEXT,
        "price": AMOUNT,
        "priceCurrency": {"const": "EUR"},
    }
    degrees = record(same({"type": "number"}, "latitude", "longitude"), ("latitude", "longitude"))
    place: dict[str, Schema] = {"@type": {"const": "Place"}, "@id": ADDRESS, "name": TEXT, "geo": degrees}
    addresses: Schema = {"type": "object", "additionalProperties": _ADDRESS}
    return {
        "attendanceMode": {"enum": ["offline", "online", "mixed"]},
        "onlineUrl": ADDRESS,
        "location": record({**place, "address": addresses}, ("name", "address")),
        "organizer": record({"name": TEXT, "url": ADDRESS}, ("name",)),
        "priceInfo": array(record(tariff, tuple(tariff))),
        "bookingInfo": _BOOKING,
    }
