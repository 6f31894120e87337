from __future__ import annotations

from typing import Any

import pytest

from affiche.model.text import Text
from affiche.model.uitdatabank_terms import AUDIENCES as THEIR_AUDIENCES
from affiche.model.uitdatabank_terms import FACILITIES, THEMES
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES, AUDIENCES, DISCIPLINES
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.mapping import Told
from affiche.outputs.data.record_schema import event_schema
from affiche.outputs.data.uitdatabank import LOST, MAPPING, uitdatabank_artifacts, uitdatabank_event
from affiche.outputs.data.uitdatabank_calendar import SOURCES
from tests import factories as make
from tests.outputs.data.reading import events_in, refusals, rendered

AVAILABLE = {"type": "Available"}


def told(*records: Any, **typed: Any) -> Any:
    """An event in the fields of UiTdatabank."""
    event = make.event(**typed)
    site = make.site(event, make.organisation(), *records)
    return uitdatabank_event(Told(site, event, EventData(site).fields(event.id)))


def test_every_field_of_ours_is_mapped_or_known_to_be_lost() -> None:
    mapped = {source for field in MAPPING for source in field.sources} | set(SOURCES)
    assert set(event_schema()["properties"]) == mapped | set(LOST)
    assert mapped & set(LOST) == set()


def test_tables_name_what_there_is() -> None:
    assert set(THEMES) <= set(DISCIPLINES)
    assert set(FACILITIES) <= set(ACCESSIBILITY_FEATURES)
    assert set(THEIR_AUDIENCES) <= set(AUDIENCES)


def test_an_event_is_told_in_their_fields() -> None:
    found = told(
        make.venue(geo=["50.85", "4.34"], street={"fr": "Rue de la Vallée 1", "nl": "Dalstraat 1"}),
        body=Text.of(fr="Un **soir**."),
        summary={"fr": "Une nuit.", "nl": "Een nacht."},
        venue="la-vallee",
        disciplines=["music", "film", "design"],
        keywords=["nuit"],
        typical_age_range="12-",
        end="2026-12-05 22:00",
        start="2026-12-05 20:00",
        availability="sold-out",
        price=[{"name": "Plein", "price": "12.50"}, {"name": {"fr": "Réduit", "nl": "Korting"}, "price": "8"}],
        accessibility={"wheelchair": "yes", "induction-loop": "partial"},
        sign_languages=["vgt"],
        booking={"url": "https://tickets.example.org/", "opens": "2026-11-01 10:00"},
        video="https://www.youtube.com/watch?v=dQw4w9WgXcQ",
    )
    assert found == {
        "@id": "https://example.org/#events/nuit-ouverte",
        "@type": "Event",
        "mainLanguage": "fr",
        "name": {"fr": "Nuit ouverte", "nl": "Open nacht"},
        "description": {"fr": "Un soir.", "nl": "Een nacht."},
        "terms": [
            {"id": "0.50.4.0.0", "domain": "eventtype"},
            {"id": "1.7.14.0.0", "domain": "theme"},
            {"id": "3.27.0.0.0", "domain": "facility"},
            {"id": "3.33.0.0.0", "domain": "facility"},
        ],
        "labels": ["nuit"],
        "audience": {"audienceType": "everyone"},
        "typicalAgeRange": "12-",
        "attendanceMode": "offline",
        "location": {
            "@type": "Place",
            "@id": "https://example.org/#venues/la-vallee",
            "name": {"fr": "La Vallée", "nl": "La Vallée"},
            "address": {
                language: {
                    "streetAddress": street,
                    "addressLocality": town,
                    "postalCode": "1000",
                    "addressCountry": "BE",
                }
                for language, street, town in (
                    ("fr", "Rue de la Vallée 1", "Bruxelles"),
                    ("nl", "Dalstraat 1", "Brussel"),
                )
            },
            "geo": {"latitude": 50.85, "longitude": 4.34},
        },
        "organizer": {"name": {"fr": "Zinneke", "nl": "Zinneke"}, "url": "https://zinneke.example.org/"},
        "priceInfo": [
            {
                "category": "base",
                "name": {"nl": "Basistarief", "fr": "Tarif de base", "de": "Basisrate", "en": "Base tariff"},
                "price": 12.5,
                "priceCurrency": "EUR",
            },
            {"category": "tariff", "name": {"fr": "Réduit", "nl": "Korting"}, "price": 8, "priceCurrency": "EUR"},
        ],
        "bookingInfo": {"url": "https://tickets.example.org/", "availabilityStarts": "2026-11-01T10:00:00+01:00"},
        "videos": [{"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ", "language": "fr"}],
        "sameAs": [
            "https://example.org/fr/evenements/nuit-ouverte/",
            "https://example.org/nl/evenementen/nuit-ouverte/",
        ],
        "created": "2026-09-01T08:00:00+00:00",
        "modified": "2026-09-02T09:30:00+00:00",
        "calendarType": "single",
        "startDate": "2026-12-05T20:00:00+01:00",
        "endDate": "2026-12-05T22:00:00+01:00",
        "subEvent": [
            {
                "@type": "Event",
                "startDate": "2026-12-05T20:00:00+01:00",
                "endDate": "2026-12-05T22:00:00+01:00",
                "status": AVAILABLE,
                "bookingAvailability": {"type": "Unavailable"},
            }
        ],
        "status": AVAILABLE,
        "bookingAvailability": {"type": "Unavailable"},
    }


def test_several_dates_have_a_state_each() -> None:
    found = told(
        status_reason={"fr": "Malade"},
        dates=[
            {"start": "2026-12-05 20:00", "status": "cancelled", "status_reason": {"nl": "Ziek"}},
            {"start": "2026-12-06", "status": "postponed"},
            {"start": "2026-12-07 20:00", "booking_url": "https://tickets.example.org/7"},
            {"start": "2027-02"},
        ],
    )
    assert (found["calendarType"], found["startDate"], found["endDate"]) == (
        "multiple",
        "2026-12-05T20:00:00+01:00",
        "2026-12-07T20:00:00+01:00",
    )
    assert [part["status"] for part in found["subEvent"]] == [
        {"type": "Unavailable", "reason": {"nl": "Ziek"}},
        {"type": "TemporarilyUnavailable"},
        AVAILABLE,
    ]
    assert found["subEvent"][1]["endDate"] == "2026-12-06T23:59:59+01:00"
    assert found["subEvent"][2]["bookingInfo"] == {"url": "https://tickets.example.org/7"}
    assert found["status"] == AVAILABLE


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        (
            {"start": "2026-12-01", "end": "2027-01-31"},
            {
                "calendarType": "periodic",
                "startDate": "2026-12-01T00:00:00+01:00",
                "endDate": "2027-01-31T23:59:59+01:00",
            },
        ),
        ({"start": "2020-01-01"}, {"calendarType": "permanent"}),
    ],
)
def test_a_run_is_periodic_or_permanent(period: dict[str, str], expected: dict[str, Any]) -> None:
    found = told(period=period, opening_hours=[{"days": ["sat", "sun"], "opens": "10:00", "closes": "18:00"}])
    hours = [{"dayOfWeek": ["saturday", "sunday"], "opens": "10:00", "closes": "18:00"}]
    names = ("calendarType", "startDate", "endDate", "openingHours")
    assert {name: found[name] for name in names if name in found} == expected | {"openingHours": hours}


@pytest.mark.parametrize("when", [{"period": {"end": "2027-01-31"}}, {"start": "2027-02"}, {"start": "2026-winter"}])
def test_what_has_no_first_day_has_no_place_there(when: dict[str, Any]) -> None:
    assert told(**when) is None


@pytest.mark.parametrize(
    ("price", "expected"),
    [
        ("free", [0]),
        ("7.50", [7.5]),
        ({"from": "10"}, None),
        ({"pay_what_you_can": {"suggested": "5"}}, None),
    ],
)
def test_a_price_that_they_cannot_say_is_not_said(price: Any, expected: list[float] | None) -> None:
    found = told(price=price)
    assert ([each["price"] for each in found["priceInfo"]] if "priceInfo" in found else None) == expected


def test_only_public_events_are_told() -> None:
    site = make.site(
        make.event("public"),
        make.event("ecoles", audience="schools", start="2026-12-24 20:00"),
        make.event("pros", audience="professionals"),
        make.event("japonais", title={"ja": "夜"}),
    )
    made = rendered(uitdatabank_artifacts(EventData(site)))
    audiences = {
        event["@id"].rpartition("/")[2]: event["audience"]["audienceType"]
        for event in events_in(made["uitdatabank.json"])
    }
    assert audiences == {"public": "everyone", "ecoles": "education"}
    assert list(refusals(made)) == []
