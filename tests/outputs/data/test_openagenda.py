from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest

from affiche.model.text import Text
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.mapping import Told
from affiche.outputs.data.openagenda import LOST, MAPPING, TIMINGS, openagenda_artifacts, openagenda_event
from affiche.outputs.data.record_schema import event_schema
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.data.reading import events_in, refusals, rendered

MONDAY = date(2026, 11, 16)


def told(*records: Any, **typed: Any) -> Any:
    """An event in the fields of OpenAgenda."""
    event = make.event(**typed)
    site = make.site(event, make.organisation(), *records)
    return openagenda_event(Told(site, event, EventData(site).fields(event.id)), MONDAY)


def timings(*records: Any, **typed: Any) -> list[tuple[str, str]]:
    return [(each["begin"], each["end"]) for each in told(*records, **typed).get("timings", [])]


def files(site: Site) -> dict[str, bytes]:
    return rendered(openagenda_artifacts(EventData(site)))


def test_every_field_of_ours_is_mapped_or_known_to_be_lost() -> None:
    mapped = {source for field in MAPPING for source in field.sources} | set(TIMINGS)
    assert set(event_schema()["properties"]) == mapped | set(LOST)
    assert mapped & set(LOST) == set()


def test_an_event_is_told_in_their_fields() -> None:
    found = told(
        make.venue(geo=["50.85", "4.34"], url="https://vallee.example.org/"),
        body=Text.of(fr="Un **soir**."),
        summary={"fr": "Une nuit."},
        title="Zinneke",
        venue="la-vallee",
        disciplines=["music"],
        keywords=["nuit"],
        typical_age_range="12-",
        price=[{"name": "A", "price": "12.50"}, {"name": "B", "price": "8"}],
        accessibility={"wheelchair": "yes", "induction-loop": "partial", "tactile": "no"},
        booking={"url": "https://tickets.example.org/", "phone": "+32 2 123 45 67"},
        online_url="https://live.example.org/",
    )
    assert found == {
        "extIds": [{"key": "example.org", "value": "nuit-ouverte"}],
        "slug": "nuit-ouverte",
        "title": {"fr": "Zinneke", "nl": "Zinneke"},
        "description": {"fr": "Une nuit."},
        "longDescription": {"fr": "Un **soir**."},
        "keywords": {"fr": ["Concert", "Musique", "nuit"], "nl": ["Concert", "Muziek", "nuit"]},
        "conditions": {"fr": "de 8 à 12,50 €", "nl": "€ 8 tot € 12,50"},
        "registration": [
            {"type": "link", "value": "https://tickets.example.org/"},
            {"type": "phone", "value": "+32 2 123 45 67"},
        ],
        "accessibility": {"mi": True},
        "age": {"min": 12},
        "attendanceMode": 3,
        "onlineAccessLink": "https://live.example.org/",
        "location": {
            "name": "La Vallée",
            "address": "Rue de la Vallée 1, 1000 Bruxelles",
            "city": "Bruxelles",
            "postalCode": "1000",
            "countryCode": "BE",
            "latitude": 50.85,
            "longitude": 4.34,
            "timezone": "Europe/Brussels",
            "slug": "la-vallee",
            "website": "https://vallee.example.org/",
        },
        "timezone": "Europe/Brussels",
        "timings": [{"begin": "2026-12-05T20:00:00+01:00", "end": "2026-12-05T20:00:00+01:00"}],
        "status": 1,
        "state": 2,
        "links": [
            {"link": "https://example.org/fr/evenements/nuit-ouverte/"},
            {"link": "https://example.org/nl/evenementen/nuit-ouverte/"},
        ],
        "createdAt": "2026-09-01T08:00:00+00:00",
        "updatedAt": "2026-09-02T09:30:00+00:00",
    }


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ({}, 1),
        ({"status": "rescheduled"}, 2),
        ({"status": "moved-online", "online_url": "https://example.org/"}, 3),
        ({"status": "postponed"}, 4),
        ({"availability": "sold-out"}, 5),
        ({"availability": "waiting-list"}, 5),
        ({"status": "cancelled", "availability": "sold-out"}, 6),
        ({"dates": [{"start": "2026-12-05 20:00", "status": "cancelled"}]}, 6),
        ({"dates": [{"start": "2026-12-05 20:00", "status": "cancelled"}, {"start": "2026-12-06 20:00"}]}, 1),
    ],
)
def test_a_status_is_a_number(typed: dict[str, Any], expected: int) -> None:
    assert told(**typed)["status"] == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (
            {"start": "2026-12-05 20:00", "end": "2026-12-06 02:00"},
            [("2026-12-05T20:00:00+01:00", "2026-12-06T02:00:00+01:00")],
        ),
        ({"start": "2026-12-05"}, [("2026-12-05T00:00:00+01:00", "2026-12-05T23:59:00+01:00")]),
        ({"start": "2027-02"}, []),
        (
            {"start": "2027-03-27 18:00", "end": "2027-03-29 12:00"},
            [
                ("2027-03-27T18:00:00+01:00", "2027-03-28T19:00:00+02:00"),
                ("2027-03-28T19:00:00+02:00", "2027-03-29T12:00:00+02:00"),
            ],
        ),
        (
            {"dates": [{"start": "2026-12-05 20:00", "status": "cancelled"}, {"start": "2026-12-06 20:00"}]},
            [("2026-12-06T20:00:00+01:00", "2026-12-06T20:00:00+01:00")],
        ),
        (
            {"status": "cancelled", "start": "2026-12-05 20:00"},
            [("2026-12-05T20:00:00+01:00", "2026-12-05T20:00:00+01:00")],
        ),
    ],
)
def test_a_performance_is_hours_of_a_day_at_most(typed: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert timings(**typed) == expected


def test_dates_elsewhere_are_not_told_as_if_they_were_here() -> None:
    dates = [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00", "venue": {"name": "Ailleurs"}}]
    assert [begin[:10] for begin, _ in timings(make.venue(), venue="la-vallee", dates=dates)] == ["2026-12-05"]
    assert [
        begin[:10] for begin, _ in timings(dates=[dates[1], {"start": "2026-12-07 20:00", "venue": {"name": "Là"}}])
    ] == ["2026-12-06"]


def test_a_run_is_its_opening_hours_of_the_coming_weeks() -> None:
    found = timings(
        period={"start": "2026-11-01", "end": "2026-11-24"},
        opening_hours=[
            {"days": ["fri", "sat"], "opens": "18:00", "closes": "01:00"},
            {"days": ["sun"], "opens": "10:00", "closes": "18:00"},
        ],
        closed=[{"from": "2026-11-21", "to": "2026-11-21"}],
    )
    assert found == [
        ("2026-11-20T18:00:00+01:00", "2026-11-21T01:00:00+01:00"),
        ("2026-11-22T10:00:00+01:00", "2026-11-22T18:00:00+01:00"),
    ]


def test_a_run_without_hours_is_open_on_every_day_that_is_not_closed() -> None:
    found = timings(period={"end": "2026-11-19"}, closed=[{"from": "2026-11-17", "to": "2026-11-18"}])
    assert [begin[:10] for begin, _ in found] == ["2026-11-16", "2026-11-19"]


def test_a_run_that_names_some_days_says_nothing_of_the_others() -> None:
    hours = [{"days": ["tue"], "opens": "10:00", "closes": "12:00"}]
    found = timings(
        period={"end": "2026-11-18"}, adjusted=[{"from": "2026-11-17", "to": "2026-11-17", "opening_hours": hours}]
    )
    assert [begin[5:16] for begin, _ in found] == ["11-16T00:00", "11-17T10:00", "11-18T00:00"]


def test_a_run_without_an_end_has_an_end_here() -> None:
    found = timings(period={"start": "2020-01-01"})
    assert (len(found), found[-1][0][:10]) == (26 * 7, str(MONDAY + timedelta(days=26 * 7 - 1)))


def test_only_public_events_with_hours_to_come_are_told() -> None:
    site = make.site(
        make.event("public"),
        make.event("vague", start="2027-02"),
        make.event("membres", audience="members"),
        make.event("passe", start="2024-05-01"),
    )
    made = files(site)
    assert [event["slug"] for event in events_in(made["openagenda.json"])] == ["public"]
    assert list(refusals(made)) == []


def test_a_new_week_changes_the_file_where_there_is_a_run() -> None:
    def stamp(day: int, **typed: Any) -> str:
        event = make.event(**typed)
        now = datetime(2026, 12, day, 12, tzinfo=make.NOW.tzinfo)
        (file, _) = openagenda_artifacts(EventData(make.site(event, now=now)))
        return file.fingerprint

    run = {"period": {"start": "2026-12-01", "end": "2026-12-31"}}
    assert stamp(8, **run) == stamp(13, **run) != stamp(14, **run)
    assert stamp(8, start="2026-12-24") == stamp(14, start="2026-12-24")
