"""Events of OpenAgenda's API (version 2): each field on its own, pages, and what is no event of it."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from affiche.importers.copies import without_copies
from affiche.importers.imported import Ground, Imported, NotRead, Reading, Skipped
from affiche.importers.openagenda import parse_openagenda

GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))
EVENING = {"begin": "2026-12-05T20:00:00+01:00", "end": "2026-12-05T22:00:00+01:00"}
EVENT = {"uid": 7, "title": {"fr": "Nuit ouverte"}, "timings": [EVENING], "state": 2}
PLAIN = {"title": {"fr": "Nuit ouverte"}, "dates": [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}]}


def read(*events: dict[str, Any], **fields: Any) -> Reading:
    return parse_openagenda(json.dumps({"events": events, **fields}).encode(), GROUND)


def entry(**fields: Any) -> Any:
    (found,) = read(EVENT | fields).events
    return {name: value for name, value in found.entry.items() if PLAIN.get(name) != value}


RICH = EVENT | {
    "description": {"fr": "Une soirée.", "nl": "Een avond."},
    "longDescription": {"fr": "Quatre **heures**.", "nl": "<p>Vier uur</p>"},
    "keywords": {"fr": ["Concert", "jazz"], "nl": ["concert", "jazz"]},
    "conditions": {"fr": "Entrée libre"},
    "registration": [
        {"type": "link", "value": "https://example.org/billets"}, {"type": "phone", "value": "02 123 45 67"},
    ],
    "age": {"min": 6, "max": 12},
    "location": {
        "name": "La Vallée", "address": "Rue Lavallée 39, 1080 Molenbeek", "city": "Molenbeek", "postalCode": "1080",
        "countryCode": "BE", "latitude": 50.85, "longitude": 4.33,
    },
    "status": 1,
    "canonicalUrl": "https://openagenda.com/exemple/events/nuit",
    "image": {"filename": "a.jpg"},
    "accessibility": {"mi": True, "hi": False},
}  # fmt: skip


def test_all_that_an_event_says_has_its_field() -> None:
    place = {"name": "La Vallée", "street": "Rue Lavallée 39", "postal_code": "1080", "municipality": "Molenbeek"}
    assert read(RICH).events == (
        Imported(
            "openagenda:7",
            {
                **PLAIN,
                "summary": {"fr": "Une soirée.", "nl": "Een avond."},
                "venue": {**place, "geo": ["50.85", "4.33"]},
                "status": "scheduled",
                "price": "free",
                "booking": {"url": "https://example.org/billets", "phone": "02 123 45 67"},
                "typical_age_range": "6-12",
                "same_as": ["https://openagenda.com/exemple/events/nuit"],
            },
            {"fr": "Quatre **heures**.", "nl": "Vier uur"},
            ("Concert", "jazz", "concert"),
            ("image", "accessibility"),
        ),
    )


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"status": 2}, {"status": "rescheduled"}),
        ({"status": 3}, {"status": "moved-online"}),
        ({"status": 4}, {"status": "postponed"}),
        ({"status": 5}, {"status": "scheduled", "availability": "sold-out"}),
        ({"status": 6}, {"status": "cancelled"}),
        ({"status": 9}, {}),
        ({"conditions": {"fr": "Plein tarif 12 €, réduit 8 €"}}, {}),
        ({"conditions": {"fr": "12 €"}}, {"price": "12"}),
        ({"age": {"min": 0, "max": 99}}, {}),
        ({"age": {"min": 12, "max": 99}}, {"typical_age_range": "12-"}),
        ({"age": {"min": 0, "max": 6}}, {"typical_age_range": "-6"}),
        ({"age": {"min": None, "max": None}}, {}),
        ({"age": {"min": 12, "max": 6}}, {}),
        (
            {"onlineAccessLink": "https://example.org/live", "location": None},
            {"online_url": "https://example.org/live"},
        ),
        ({"location": {"name": "Rue 1", "address": "Rue 1"}}, {"venue": {"name": "Rue 1"}}),
        ({"location": {"city": "Lille", "countryCode": "FR"}}, {"venue": {"municipality": "Lille", "country": "FR"}}),
        ({"registration": [{"type": "link", "value": "javascript:alert(1)"}, {"type": "fax", "value": "1"}]}, {}),
    ],
)
def test_each_field_is_read(fields: dict[str, Any], found: dict[str, Any]) -> None:
    read_back = entry(**fields)
    if "tarif" in str(fields):
        assert read_back["price"][0]["price"] == "12"
    else:
        assert read_back == found


def test_a_short_description_alone_is_the_description() -> None:
    (found,) = read(EVENT | {"description": {"fr": "Une soirée."}}).events
    assert (found.bodies, "summary" in found.entry) == ({"fr": "Une soirée."}, False)


def test_a_price_in_other_words_is_named() -> None:
    (found,) = read(EVENT | {"conditions": {"fr": "Sur invitation"}}).events
    assert found.unread == ("conditions",)


def day(number: int, begin: str, end: str) -> dict[str, str]:
    return {"begin": f"2026-12-{number:02}T{begin}:00+01:00", "end": f"2026-12-{number:02}T{end}:00+01:00"}


def test_days_of_a_run_become_its_period_and_whole_days_have_no_hours() -> None:
    days = [day(number, "10:00", "18:00") for number in range(1, 15)]
    (run,) = without_copies(read(EVENT | {"timings": days}).events)
    assert run.entry["period"] == {"start": "2026-12-01", "end": "2026-12-14"}
    assert entry(timings=[day(1, "00:00", "23:59")]) == {"dates": [{"start": "2026-12-01"}]}


@pytest.mark.parametrize(
    ("fields", "reason"),
    [
        ({"state": 1}, "private"),
        ({"draft": 1}, "private"),
        ({"private": 1}, "private"),
        ({"title": {}}, "untitled"),
        ({"timings": []}, "undated"),
        ({"timings": [{"begin": "demain"}]}, "unreadable"),
        ({"timings": [{"begin": "0001-01-01T00:00:00+00:00"}]}, "unreadable"),
        ({"timings": [{}]}, "unreadable"),
    ],
)
def test_what_is_no_event_to_announce_costs_itself_alone(fields: dict[str, Any], reason: str) -> None:
    found = read(EVENT | fields, EVENT | {"uid": 8})
    title = "" if reason == "untitled" else "Nuit ouverte"
    assert ([each.external_id for each in found.events], found.skipped) == (["openagenda:8"], (Skipped(reason, title),))


def test_a_page_of_an_agenda_says_how_many_there_are() -> None:
    assert (read(EVENT).total, read(EVENT, total=1).total, read(EVENT, total=300).total) == (0, 0, 300)


def test_an_event_and_a_list_of_events_are_read_too() -> None:
    whole = read(EVENT)
    for document in (EVENT, [EVENT]):
        assert parse_openagenda(json.dumps(document).encode(), GROUND) == whole


def test_the_order_of_a_source_makes_no_difference() -> None:
    events = [EVENT | {"uid": number} for number in range(5)]
    assert read(*events) == read(*reversed(events))


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"<p>", b'{"events": [{"uid": 1}]}', b"[" * 100_000])
def test_what_is_no_agenda_is_not_read(data: bytes) -> None:
    with pytest.raises(NotRead):
        parse_openagenda(data, GROUND)


VALUES = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=20),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.sampled_from([*RICH, "fr", "type"]), inner),
    max_leaves=8,
)


@given(some.dictionaries(some.sampled_from([*RICH]), VALUES, max_size=5))
def test_no_values_raise_anything_else(fields: dict[str, Any]) -> None:
    with suppress(NotRead):
        read(RICH | fields)
