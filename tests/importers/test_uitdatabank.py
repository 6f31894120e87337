"""Events of UiTdatabank: its calendars, states, tariffs, terms and places, and bytes that are none."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from affiche.importers.imported import Entry, Ground, Imported, NotRead, Reading, Skipped
from affiche.importers.uitdatabank.events import parse_uitdatabank

GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))
START, END = "2026-12-05T20:00:00+01:00", "2026-12-05T22:00:00+01:00"
NAME = {"nl": "Open nacht"}
BARE = {"calendarType": "single", "mainLanguage": "nl", "name": NAME, "startDate": START, "endDate": END}
ID = "https://io.uitdatabank.be/event/00000000-1111-4222-8333-444444444444"
PLACE = {
    "name": NAME,
    "address": {"nl": {"streetAddress": "Straat 1", "postalCode": "1000", "addressLocality": "Brussel"}},
    "geo": {"latitude": 50.85, "longitude": 4.35},
}
SHOWN: dict[str, Any] = {
    **BARE,
    "@id": ID,
    "@context": "/contexts/event",
    "description": {"nl": "<p>Een <b>nacht</b>.</p>"},
    "terms": [{"id": "0.50.4.0.0", "domain": "eventtype"}, {"id": "3.27.0.0.0", "domain": "facility"}],
    "location": PLACE,
    "priceInfo": [{"category": "base", "name": {"nl": "Basistarief"}, "price": 8.5, "priceCurrency": "EUR"}],
    "bookingInfo": {"url": "https://tickets.example.org/", "availabilityStarts": "2026-11-01T10:00:00+01:00"},
    "labels": ["nacht"],
    "hiddenLabels": ["intern"],
    "sameAs": ["https://example.org/nacht"],
}
WEEK = [{"dayOfWeek": ["tuesday", "sunday"], "opens": "10:00", "closes": "18:00"}]
RUN: dict[str, Any] = {
    **BARE,
    "calendarType": "periodic",
    "startDate": "2026-12-01T00:00:00+01:00",
    "endDate": "2026-12-31T23:59:59+01:00",
    "openingHours": WEEK,
}


def read(document: Any) -> Reading:
    return parse_uitdatabank(json.dumps(document).encode(), GROUND)


def one(**properties: Any) -> Imported:
    (event,) = read({**BARE, **properties}).events
    return event


def entry(**properties: Any) -> Entry:
    """What an event says beside its title and its one date."""
    found = one(**properties).entry
    return {name: value for name, value in found.items() if name not in ("title", "dates")}


def part(day: int, **state: Any) -> dict[str, Any]:
    return {"startDate": f"2026-12-{day:02}T20:00:00+01:00", "endDate": f"2026-12-{day:02}T22:00:00+01:00", **state}


def test_an_event_is_told() -> None:
    assert read(SHOWN) == Reading(
        (
            Imported(
                "uitdatabank:00000000-1111-4222-8333-444444444444",
                {
                    "title": NAME,
                    "type": "concert",
                    "accessibility": {"wheelchair": "yes"},
                    "venue": {
                        "name": NAME,
                        "street": "Straat 1",
                        "postal_code": "1000",
                        "municipality": "Brussel",
                        "geo": ["50.85", "4.35"],
                    },
                    "dates": [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}],
                    "price": "8.50",
                    "booking": {"url": "https://tickets.example.org/", "opens": "2026-11-01 10:00"},
                    "same_as": ["https://example.org/nacht"],
                },
                {"nl": "Een **nacht**."},
                ("nacht",),
            ),
        )
    )


@pytest.mark.parametrize("held", [[BARE], {"member": [BARE]}, {"hydra:member": [BARE]}, {"events": [BARE]}])
def test_lists_and_pages_of_a_search_hold_events(held: Any) -> None:
    assert read(held) == read(BARE)


def test_a_page_says_how_many_there_are() -> None:
    assert read({"member": [BARE], "totalItems": 40}).total == 40


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (RUN, {"period": {"start": "2026-12-01", "end": "2026-12-31"},
               "opening_hours": [{"days": ["tue", "sun"], "opens": "10:00", "closes": "18:00"}]}),
        ({"endDate": START}, {"dates": [{"start": "2026-12-05 20:00"}]}),
        ({"startDate": "2026-12-05T00:00:00+01:00", "endDate": "2026-12-05T23:59:59+01:00"},
         {"dates": [{"start": "2026-12-05"}]}),
        ({"calendarType": "multiple", "endDate": "2026-12-09T22:00:00+01:00"},
         {"dates": [{"start": "2026-12-05 20:00"}]}),
        ({"calendarType": "multiple",
          "subEvent": [part(9, status={"type": "Unavailable", "reason": NAME}), part(5, status={"type": "Available"})]},
         {"dates": [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00", "status": "scheduled"},
                    {"start": "2026-12-09 20:00", "end": "2026-12-09 22:00", "status": "cancelled",
                     "status_reason": NAME}]}),
        ({"subEvent": [part(5, status={"type": "TemporarilyUnavailable"},
                            bookingAvailability={"type": "Unavailable"})]},
         {"dates": [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}], "status": "postponed",
          "availability": "sold-out"}),
    ],
)  # fmt: skip
def test_calendars(fields: Any, expected: Entry) -> None:
    found = one(**fields).entry
    assert {name: value for name, value in found.items() if name != "title"} == expected


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"priceInfo": [{"category": "base", "name": "Basistarief", "price": 0}]}, {"price": "free"}),
        ({"priceInfo": [{"category": "base", "price": None}]}, {}),
        ({"priceInfo": [{"category": "base", "name": {"nl": "Basis"}, "price": 12},
                        {"category": "tariff", "name": {"nl": "Jong"}, "price": 6.5}]},
         {"price": [{"name": {"nl": "Basis"}, "price": "12"}, {"name": {"nl": "Jong"}, "price": "6.50"}]}),
        ({"bookingInfo": [{"price": 0, "priceCurrency": "EUR"}]}, {}),
        ({"terms": [{"id": "0.3.2.0.0", "domain": "eventtype", "label": "Lezing"}]}, {}),
        ({"terms": [{"id": "1.7.14.0.0", "domain": "theme"}, {"id": "3.33.0.0.0", "domain": "facility"}]},
         {"disciplines": ["film"], "sign_languages": ["vgt"]}),
        ({"typicalAgeRange": "6-12"}, {"typical_age_range": "6-12"}),
        ({"typicalAgeRange": "18-"}, {"typical_age_range": "18-"}),
        ({"typicalAgeRange": "-"}, {}),
        ({"audience": {"audienceType": "education"}}, {"audience": "schools"}),
        ({"attendanceMode": "online", "onlineUrl": "https://example.org/live", "location": PLACE},
         {"online_url": "https://example.org/live"}),
        ({"location": {"name": NAME, "address": {"postalCode": "BE-1000", "addressLocality": "Brussel"}}},
         {"venue": {"name": NAME, "postal_code": "1000", "municipality": "Brussel"}}),
        ({"location": {**PLACE, "isDummyPlaceForEducationEvents": True}}, {}),
    ],
)  # fmt: skip
def test_facts(fields: Any, expected: Entry) -> None:
    assert entry(**fields) == expected


def test_a_term_of_several_types_stays_a_word() -> None:
    assert one(terms=[{"id": "0.3.2.0.0", "domain": "eventtype", "label": "Lezing"}]).categories == ("Lezing",)


def test_what_is_not_taken_is_named() -> None:
    assert one(mediaObject=[{}], location={"@id": ID}).unread == ("location", "image")


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        *(({"workflowStatus": state}, "private") for state in ("DRAFT", "DELETED", "REJECTED")),
        ({"availableFrom": "2026-11-20T00:00:00+01:00"}, "private"),
        ({"calendarType": "permanent"}, "undated"),
        ({"startDate": "500 BC"}, "unreadable"),
    ],
)
def test_events_that_are_passed_over(fields: Any, reason: str) -> None:
    assert read([{**BARE, **fields}]) == Reading(skipped=(Skipped(reason, "Open nacht"),))


def test_an_event_without_a_name_is_passed_over() -> None:
    assert read({**BARE, "name": {}}).skipped == (Skipped("untitled", ""),)


def test_the_order_of_a_source_says_nothing() -> None:
    assert read([SHOWN, RUN, BARE]) == read([BARE, RUN, SHOWN])


@pytest.mark.parametrize("data", [b"", b"<cdbxml/>", b"[" * 100_000, b"[1]", b'{"@type": "Event", "name": "Nuit"}'])
def test_other_bytes_are_not_read(data: bytes) -> None:
    with pytest.raises(NotRead):
        parse_uitdatabank(data, GROUND)


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=20)
    | st.sampled_from([START, "base", ID]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["nl", "type", "price", "name", "address", "geo", "url", "@id"]), inner)
    ),
    max_leaves=6,
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from([*SHOWN, "subEvent", "status", "openingHours", "typicalAgeRange"]), VALUES))
def test_no_value_breaks_the_others(fields: dict[str, Any]) -> None:
    calendar = {"calendarType": fields.get("calendarType") or "single"}
    reading = read([{**SHOWN, **fields, **calendar}, BARE])
    assert any(event.entry["title"] == NAME and not event.external_id for event in reading.events)


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=60))
def test_no_bytes_raise_anything_else(data: bytes) -> None:
    try:
        parse_uitdatabank(data, GROUND)
    except NotRead:
        return
