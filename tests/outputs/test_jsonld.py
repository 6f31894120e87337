"""Structured data: what search engines read of events, organisations and venues."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from affiche.model.text import Text
from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.jsonld import event_jsonld, organisation_jsonld, venue_jsonld
from affiche.sources.images import ImageFacts, inspect_image
from tests import factories as make

ZINNEKE = {
    "@type": "Organization",
    "@id": "https://example.org/#organisations/zinneke",
    "name": "Zinneke",
    "url": "https://zinneke.example.org/",
}
VALLEE = {
    "@type": "Place",
    "@id": "https://example.org/#venues/la-vallee",
    "name": "La Vallée",
    "address": {
        "@type": "PostalAddress",
        "streetAddress": "Rue de la Vallée 1",
        "postalCode": "1000",
        "addressLocality": "Brussel",
        "addressCountry": "BE",
    },
}
PAGE = "https://example.org/nl/evenementen/nuit-ouverte/"
FESTIVAL = make.event("festival", title="Festival Z", type="festival")


def text(body: Text | None = None, **typed: Any) -> str:
    event = make.event("nuit-ouverte", body, **typed)
    return event_jsonld(make.site(event, FESTIVAL, make.organisation(), make.venue()), event, "nl")


def data(body: Text | None = None, **typed: Any) -> Any:
    return json.loads(text(body, **typed))


def test_event_is_told_in_the_words_of_schema_org() -> None:
    typed = {
        "type": "concert",
        "summary": {"fr": "Musique", "nl": "Muziek"},
        "venue": "la-vallee",
        "start": "2026-12-05 20:00",
        "end": "2026-12-06 02:00",
        "price": "8.50",
        "availability": "limited",
        "booking": {"url": "https://example.org/b", "opens": "2026-07-01 10:00"},
        "spoken_languages": ["fr", "en"],
        "performers": ["MetX", {"name": "Ana", "url": "https://example.org/ana"}],
        "part_of": "festival",
        "keywords": ["fanfare"],
        "typical_age_range": "6-12",
        "same_as": ["https://example.org/same"],
    }
    assert data(Text.of(nl="Een *fanfare*.\n\n- dan [een bal](https://example.org/)"), **typed) == {
        "@context": "https://schema.org",
        "@type": "MusicEvent",
        "@id": "https://example.org/#events/nuit-ouverte",
        "name": "Open nacht",
        "url": PAGE,
        "startDate": "2026-12-05T20:00:00+01:00",
        "endDate": "2026-12-06T02:00:00+01:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "eventAttendanceMode": "https://schema.org/OfflineEventAttendanceMode",
        "location": VALLEE,
        "description": "Een fanfare.\n- dan een bal",
        "disambiguatingDescription": "Muziek",
        "keywords": ["fanfare"],
        "typicalAgeRange": "6-12",
        "inLanguage": ["fr", "en"],
        "isAccessibleForFree": False,
        "offers": [
            {
                "@type": "Offer",
                "price": "8.50",
                "priceCurrency": "EUR",
                "availability": "https://schema.org/LimitedAvailability",
                "url": "https://example.org/b",
                "validFrom": "2026-07-01T10:00:00+02:00",
            }
        ],
        "organizer": [ZINNEKE],
        "performer": [
            {"@type": "PerformingGroup", "name": "MetX"},
            {"@type": "PerformingGroup", "name": "Ana", "url": "https://example.org/ana"},
        ],
        "superEvent": {
            "@type": "Festival",
            "@id": "https://example.org/#events/festival",
            "name": "Festival Z",
            "url": "https://example.org/nl/evenementen/festival/",
        },
        "sameAs": ["https://example.org/same"],
    }


@pytest.mark.parametrize("kind", EVENT_TYPES)
def test_event_has_the_type_of_its_kind(kind: str) -> None:
    assert data(type=kind)["@type"] == EVENT_TYPES[kind].schema_org


@pytest.mark.parametrize("typed", [{"start": "2026-12"}, {"start": "2026-winter"}, {"period": {"end": "2027-01-03"}}])
def test_event_that_begins_on_an_unknown_day_is_not_told(typed: dict[str, Any]) -> None:
    assert text(**typed) == ""


def test_event_has_one_identity_in_all_languages_and_after_a_renaming() -> None:
    event = make.event("porte-close", redirect_from=["nuit-ouverte"])
    found = [json.loads(event_jsonld(make.site(event), event, language)) for language in ("fr", "nl")]
    assert {each["@id"] for each in found} == {"https://example.org/#events/nuit-ouverte"}
    assert len({each["url"] for each in found}) == 2


def test_event_says_nothing_of_a_festival_that_was_withdrawn() -> None:
    festival = make.event("festival", title="Festival Z", withdrawn={"date": "2026-11-01", "reason": "Canular"})
    event = make.event(part_of="festival")
    assert "superEvent" not in json.loads(event_jsonld(make.site(event, festival), event, "fr"))


@pytest.mark.parametrize(
    ("typed", "status", "mode"),
    [
        ({}, "EventScheduled", "Offline"),
        ({"status": "cancelled"}, "EventCancelled", "Offline"),
        ({"status": "postponed"}, "EventPostponed", "Offline"),
        ({"status": "moved-online", "venue": "la-vallee"}, "EventMovedOnline", "Online"),
        ({"online_url": "https://example.org/live"}, "EventScheduled", "Online"),
        ({"online_url": "https://example.org/live", "venue": "la-vallee"}, "EventScheduled", "Mixed"),
        ({"dates": [{"start": "2026-12-05", "status": "cancelled"}]}, "EventCancelled", "Offline"),
        (
            {"dates": [{"start": "2026-12-05", "status": "cancelled"}, {"start": "2026-12-06"}]},
            "EventScheduled",
            "Offline",
        ),
        (
            {"period": {"start": "2026-11-07"}, "dates": [{"start": "2026-11-06", "status": "cancelled"}]},
            "EventScheduled",
            "Offline",
        ),
    ],
)
def test_event_keeps_its_name_and_date_whatever_its_status(typed: dict[str, Any], status: str, mode: str) -> None:
    found = data(**typed)
    assert found["eventStatus"] == f"https://schema.org/{status}"
    assert found["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert (found["name"], found["startDate"][:4]) == ("Open nacht", "2026")


@pytest.mark.parametrize(
    ("typed", "location"),
    [
        ({}, None),
        ({"venue": "la-vallee"}, VALLEE),
        ({"status": "moved-online", "venue": "la-vallee"}, {"@type": "VirtualLocation", "url": PAGE}),
        (
            {"online_url": "https://example.org/live", "venue": "la-vallee"},
            [VALLEE, {"@type": "VirtualLocation", "url": "https://example.org/live"}],
        ),
        (
            {"venue": {"municipality": "Ixelles", "geo": ["50.8", "4.37"]}},
            {
                "@type": "Place",
                "name": "Elsene",
                "address": {"@type": "PostalAddress", "addressLocality": "Elsene", "addressCountry": "BE"},
                "geo": {"@type": "GeoCoordinates", "latitude": 50.8, "longitude": 4.37},
            },
        ),
    ],
)
def test_event_is_where_it_takes_place(typed: dict[str, Any], location: object) -> None:
    assert data(**typed).get("location") == location


@pytest.mark.parametrize(
    ("typed", "previous"),
    [
        ({"status": "rescheduled", "previous_start": ["2026-10-03 20:00"]}, "2026-10-03T20:00:00+02:00"),
        ({"status": "rescheduled", "previous_start": ["2026-10-03", "2026-11"]}, "2026-10-03"),
        ({"status": "rescheduled"}, None),
        ({"previous_start": ["2026-10-03 20:00"]}, "2026-10-03T20:00:00+02:00"),
        ({"status": "scheduled", "previous_start": ["2026-10-03 20:00"]}, None),
        ({}, None),
    ],
)
def test_event_that_was_moved_tells_its_earlier_start(typed: dict[str, Any], previous: object) -> None:
    assert data(**typed).get("previousStartDate") == previous


def test_event_of_several_performances_has_each_as_a_part() -> None:
    dates = [
        {"start": "2026-12-05 20:00", "end": "2026-12-05 22:00", "venue": "la-vallee"},
        {"start": "2026-12-07", "id": "derniere", "status": "rescheduled", "previous_start": ["2026-12-06 15:00"]},
        {"start": "2027-02"},
    ]
    found = data(dates=dates)
    assert (found["startDate"], found.get("endDate"), "previousStartDate" in found) == (
        "2026-12-05T20:00:00+01:00",
        None,
        False,
    )
    assert found["subEvent"] == [
        {
            "@type": "MusicEvent",
            "name": "Open nacht",
            "url": f"{PAGE}#20261205T2000",
            "startDate": "2026-12-05T20:00:00+01:00",
            "endDate": "2026-12-05T22:00:00+01:00",
            "eventStatus": "https://schema.org/EventScheduled",
            "location": VALLEE,
        },
        {
            "@type": "MusicEvent",
            "name": "Open nacht",
            "url": f"{PAGE}#derniere",
            "startDate": "2026-12-07",
            "eventStatus": "https://schema.org/EventRescheduled",
            "previousStartDate": "2026-12-06T15:00:00+01:00",
        },
    ]


def test_run_is_told_by_its_days_with_what_stands_beside_it_as_parts() -> None:
    found = data(period={"start": "2026-11-07", "end": "2027-01-03"}, dates=[{"start": "2026-11-06 18:00"}])
    assert (found["startDate"], found["endDate"]) == ("2026-11-07", "2027-01-03")
    assert [part["startDate"] for part in found["subEvent"]] == ["2026-11-06T18:00:00+01:00"]
    assert "subEvent" not in data(period={"start": "2026-11-07", "end": "2027-01-03"})


@pytest.mark.parametrize(
    ("price", "is_free", "offers"),
    [
        (None, None, None),
        ("free", True, [{"@type": "Offer", "price": "0.00"}]),
        ("12", False, [{"@type": "Offer", "price": "12.00"}]),
        ({"from": "10"}, False, [{"@type": "AggregateOffer", "lowPrice": "10.00"}]),
        ({"pay_what_you_can": {"minimum": "5"}}, False, [{"@type": "AggregateOffer", "lowPrice": "5.00"}]),
        ({"pay_what_you_can": {"suggested": "5"}}, None, [{"@type": "AggregateOffer", "lowPrice": "0.00"}]),
        (
            [{"name": {"fr": "Plein", "nl": "Vol"}, "price": "8.5"}, {"name": "Kids", "price": "0"}],
            False,
            [{"@type": "Offer", "name": "Vol", "price": "8.50"}, {"@type": "Offer", "name": "Kids", "price": "0.00"}],
        ),
    ],
)
def test_event_offers_what_it_costs(price: object, is_free: bool | None, offers: list[dict[str, str]] | None) -> None:  # noqa: FBT001
    found = data(price=price) if price else data()
    expected = [each | {"priceCurrency": "EUR"} for each in offers] if offers else None
    assert (found.get("isAccessibleForFree"), found.get("offers")) == (is_free, expected)


def test_event_without_a_price_offers_its_booking_alone() -> None:
    assert data(availability="waiting-list", booking={"url": "https://example.org/b"})["offers"] == [
        {"@type": "Offer", "availability": "https://schema.org/SoldOut", "url": "https://example.org/b"}
    ]


def test_event_names_its_organisations_by_their_roles() -> None:
    roles = ("organiser", "co-organiser", "host", "presenter", "producer", "partner", "funder")
    event = make.event(organisers=[{"organisation": role, "role": role} for role in roles])
    site = make.site(event, *(make.organisation(role, name=role) for role in roles))
    found = json.loads(event_jsonld(site, event, "fr"))
    assert {name: [each["name"] for each in found[name]] for name in ("organizer", "contributor", "funder")} == {
        "organizer": ["organiser", "co-organiser", "presenter"],
        "contributor": ["host", "producer", "partner"],
        "funder": ["funder"],
    }


def test_organisation_is_told_with_its_address_and_its_other_pages() -> None:
    organisation = make.organisation(
        alternate_names=["Zinneke Parade"],
        mission={"fr": "Mission"},
        street="Place Masui 13",
        postal_code="1000",
        municipality="Brussel",
        founded="1998",
        same_as=["https://example.org/w"],
        social=["https://example.org/s"],
    )
    assert json.loads(organisation_jsonld(make.site(organisation), organisation, "fr")) == {
        "@context": "https://schema.org",
        **ZINNEKE,
        "alternateName": ["Zinneke Parade"],
        "mainEntityOfPage": "https://example.org/fr/organisations/zinneke/",
        "description": "Mission",
        "address": {
            "@type": "PostalAddress",
            "streetAddress": "Place Masui 13",
            "postalCode": "1000",
            "addressLocality": "Bruxelles",
            "addressCountry": "BE",
        },
        "foundingDate": "1998",
        "sameAs": ["https://example.org/w", "https://example.org/s"],
    }


def test_organisation_has_its_logo_and_event_its_image(tmp_path: Path) -> None:
    Image.new("RGB", (300, 300)).save(tmp_path / "z.png")
    facts = inspect_image(tmp_path / "z.png")
    assert isinstance(facts, ImageFacts)
    organisation = make.organisation(logo="z.png")
    event = make.event(image={"src": "z.png", "alt": {"fr": "Z"}, "credit": "Z"})
    site = replace(
        make.site(organisation, event),
        images=dict.fromkeys(("content/organisations/z.png", "content/events/z.png"), facts),
    )
    url = f"https://example.org/media/z-{facts.digest[:10]}-300.jpg"
    assert json.loads(organisation_jsonld(site, organisation, "fr"))["logo"] == url
    assert json.loads(event_jsonld(site, event, "fr"))["image"] == url


def test_venue_is_told_with_its_address_and_position() -> None:
    venue = make.venue(geo=["50.851", "4.3"], url="https://vallee.example.org/", alternate_names=["LaVallée"])
    assert json.loads(venue_jsonld(make.site(venue), venue, "nl")) == {
        "@context": "https://schema.org",
        **VALLEE,
        "geo": {"@type": "GeoCoordinates", "latitude": 50.851, "longitude": 4.3},
        "alternateName": ["LaVallée"],
        "mainEntityOfPage": "https://example.org/nl/locaties/la-vallee/",
        "url": "https://vallee.example.org/",
    }


HOSTILE = '</script><!-- <script> & ]]> \u2028\u2029 " \\ ; , : 🤹🏽‍♀️ שלום'


@given(st.text(max_size=90))
@settings(max_examples=150, deadline=None)
def test_event_gives_any_text_back_and_its_element_holds_it(title: str) -> None:
    for name in (title or "x", f"{HOSTILE}{title}"[:90]):
        made = text(title=name, summary=name)
        assert (json.loads(made)["name"], json.loads(made)["description"]) == (name, name)
        assert not set(made) & set("<>&\u2028\u2029")


def test_event_does_not_end_its_script_element() -> None:
    made = text(title=HOSTILE)
    page = html5lib.parse(f'<script type="application/ld+json">{made}</script>', namespaceHTMLElements=False)
    assert json.loads(page.findtext(".//script") or "")["name"] == HOSTILE
    assert page.find("body/*") is None
