"""Structured data: what search engines read of events, organisations and venues."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from affiche.model.text import Text
from affiche.model.vocabulary import EVENT_TYPES, IMAGE_LICENCES
from affiche.outputs.jsonld import (
    breadcrumbs_jsonld,
    event_jsonld,
    organisation_jsonld,
    venue_jsonld,
    website_jsonld,
)
from affiche.outputs.jsonld_node import licence_address
from affiche.sources.images import ImageFacts, inspect_image
from tests import factories as make
from tests.examples import examples

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
        (
            {"status": "rescheduled", "previous_start": ["2026-10-03"], "period": {"start": "2026-12-05"}},
            "2026-10-03",
        ),
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


@pytest.mark.parametrize(
    ("start", "doors", "expected"),
    [
        ("2026-12-05 20:00", "19:30", "2026-12-05T19:30:00+01:00"),
        ("2026-12-05 00:30", "23:30", "2026-12-04T23:30:00+01:00"),
        ("2026-12-05", "19:30", None),
    ],
)
def test_performance_tells_when_its_doors_open(start: str, doors: str, expected: str | None) -> None:
    assert data(dates=[{"start": start, "doors": doors}]).get("doorTime") == expected
    several = data(dates=[{"start": start, "doors": doors}, {"start": "2026-12-09"}])
    assert ([part.get("doorTime") for part in several["subEvent"]], "doorTime" in several) == ([expected, None], False)


def test_performance_offers_only_what_is_its_own() -> None:
    dates = [
        {"start": "2026-12-05", "booking_url": "https://example.org/5"},
        {"start": "2026-12-06", "availability": "sold-out"},
        {"start": "2026-12-07"},
    ]
    found = data(price="8", booking={"url": "https://example.org/b"}, dates=dates)
    price = {"@type": "Offer", "price": "8.00", "priceCurrency": "EUR"}
    assert found["offers"] == [price | {"url": "https://example.org/b"}]
    assert [part.get("offers") for part in found["subEvent"]] == [
        [price | {"url": "https://example.org/5"}],
        [price | {"availability": "https://schema.org/SoldOut", "url": "https://example.org/b"}],
        None,
    ]
    assert data(dates=dates[:1])["offers"] == [{"@type": "Offer", "url": "https://example.org/5"}]


def test_places_of_several_performances_are_named_once() -> None:
    place = {"name": "Parc", "municipality": "Ixelles"}
    found = data(dates=[{"start": f"2026-12-0{day}", "venue": place} for day in (5, 6)])
    assert found["location"]["name"] == "Parc"


@pytest.mark.parametrize(
    ("opens", "closes", "expected"),
    [
        ("2026-07-01 10:00", "2026-12-05 12:00", ("2026-07-01T10:00:00+02:00", "2026-12-05T12:00:00+01:00")),
        ("2026-07-01", "2026-12", ("2026-07-01", None)),
    ],
)
def test_offer_holds_from_when_to_when_as_far_as_the_day_is_known(
    opens: str, closes: str, expected: tuple[str, str | None]
) -> None:
    (offer,) = data(booking={"opens": opens, "closes": closes})["offers"]
    assert (offer.get("validFrom"), offer.get("validThrough")) == expected


def test_performer_that_is_an_organisation_of_ours_has_its_identity() -> None:
    assert data(performers=[{"name": "La Zinneke", "organisation": "zinneke"}])["performer"] == [
        ZINNEKE | {"@type": "PerformingGroup", "name": "La Zinneke"}
    ]


@pytest.mark.parametrize(
    ("typed", "name", "expected"),
    [
        ({"audience": "members"}, "audience", {"@type": "Audience", "audienceType": "Alleen voor leden"}),
        ({}, "audience", None),
        ({"type": "film", "surtitles": ["fr", "nl"]}, "subtitleLanguage", ["fr", "nl"]),
        ({"surtitles": ["fr", "nl"]}, "subtitleLanguage", None),
        ({"accessibility": {"wheelchair": "yes"}}, "accessibilityFeature", None),
    ],
)
def test_event_says_for_whom_it_is_in_words_that_its_type_has(typed: dict[str, Any], name: str, expected: Any) -> None:
    assert data(**typed).get(name) == expected


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
    event = make.event(image={"src": "z.png", "alt": {"fr": "Z"}, "credit": "Z", "licence": "cc-by-sa-4.0"})
    site = replace(
        make.site(organisation, event),
        images=dict.fromkeys(("content/organisations/z.png", "content/events/z.png"), facts),
    )
    url = f"https://example.org/media/z-{facts.digest[:10]}-300.jpg"
    assert json.loads(organisation_jsonld(site, organisation, "fr"))["logo"] == url
    assert json.loads(event_jsonld(site, event, "fr"))["image"] == {
        "@type": "ImageObject",
        "url": url,
        "contentUrl": url,
        "caption": "Z",
        "creditText": "Z",
        "license": "https://creativecommons.org/licenses/by-sa/4.0/",
    }


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


def hours(*days: str, opens: str = "10:00", closes: str = "18:00", **valid: str) -> dict[str, Any]:
    week = {"dayOfWeek": [f"https://schema.org/{day}" for day in days]} if days else {}
    return {"@type": "OpeningHoursSpecification", **week, "opens": opens, "closes": closes, **valid}


def test_venue_tells_its_hours_and_the_days_that_differ() -> None:
    venue = make.venue(
        opening_hours=[
            {"days": ["tue", "wed"], "opens": "10:00", "closes": "18:00"},
            {"days": ["fri"], "opens": "20:00", "closes": "02:00"},
            {"days": ["sun"], "opens": "00:00", "closes": "00:00"},
        ],
        adjusted=[
            {
                "from": "2026-12-28",
                "to": "2026-12-30",
                "opening_hours": [{"days": ["mon", "wed"], "opens": "12:00", "closes": "16:00"}],
            }
        ],
        closed=[{"from": "2026-12-24", "to": "2026-12-25"}],
    )
    found = json.loads(venue_jsonld(make.site(venue), venue, "nl"))
    assert found["openingHoursSpecification"] == [
        hours("Tuesday", "Wednesday"),
        hours("Friday", opens="20:00", closes="02:00"),
        hours("Sunday", opens="00:00", closes="23:59"),
    ]
    adjusted = {"validFrom": "2026-12-28", "validThrough": "2026-12-30"}
    assert found["specialOpeningHoursSpecification"] == [
        hours("Monday", "Wednesday", opens="12:00", closes="16:00", **adjusted),
        hours("Tuesday", opens="00:00", closes="00:00", **adjusted),
        hours(opens="00:00", closes="00:00", validFrom="2026-12-24", validThrough="2026-12-25"),
    ]


def test_venue_tells_its_rooms_and_only_what_is_known_of_its_accessibility() -> None:
    venue = make.venue(
        accessibility={"wheelchair": "yes", "induction-loop": "no", "guide-dogs": "partial"},
        rooms=[{"id": "grande", "name": {"fr": "Grande salle", "nl": "Grote zaal"}, "capacity": "180"}, {"id": "bar"}],
    )
    found = json.loads(venue_jsonld(make.site(venue), venue, "nl"))
    assert [(each["name"], each["value"]) for each in found["amenityFeature"]] == [
        ("rolstoel", True),
        ("ringleiding", False),
        ("assistentiehonden", "Deels"),
    ]
    assert found["containsPlace"] == [
        {"@type": "Place", "name": "Grote zaal", "maximumAttendeeCapacity": 180},
        {"@type": "Place", "name": "bar"},
    ]


def test_organisation_tells_whom_to_reach_and_what_it_belongs_to() -> None:
    organisation = make.organisation(
        email="info@example.org", phone="+32 2 123 45 67", languages=["fr", "nl"], member_of=["RAB/BKO"]
    )
    found = json.loads(organisation_jsonld(make.site(organisation), organisation, "nl"))
    assert (found["email"], found["telephone"]) == ("info@example.org", "+32 2 123 45 67")
    assert (found["knowsLanguage"], found["memberOf"]) == (
        ["fr", "nl"],
        [{"@type": "Organization", "name": "RAB/BKO"}],
    )


def test_place_of_which_the_name_alone_is_known_has_an_address_all_the_same() -> None:
    place = data(venue={"name": "Parc"})["location"]
    assert place["address"] == {"@type": "PostalAddress", "addressCountry": "BE"}


@pytest.mark.parametrize("code", IMAGE_LICENCES)
def test_image_has_the_address_of_a_licence_that_has_one(code: str) -> None:
    known = {
        "cc0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
        "cc-by-4.0": "https://creativecommons.org/licenses/by/4.0/",
        "cc-by-sa-4.0": "https://creativecommons.org/licenses/by-sa/4.0/",
        "cc-by-nd-4.0": "https://creativecommons.org/licenses/by-nd/4.0/",
        "cc-by-nc-4.0": "https://creativecommons.org/licenses/by-nc/4.0/",
        "cc-by-nc-sa-4.0": "https://creativecommons.org/licenses/by-nc-sa/4.0/",
        "cc-by-nc-nd-4.0": "https://creativecommons.org/licenses/by-nc-nd/4.0/",
        "public-domain": "https://creativecommons.org/publicdomain/mark/1.0/",
    }
    assert licence_address(code) == known.get(code, "")


def test_site_is_told_by_its_name() -> None:
    assert json.loads(website_jsonld(make.site())) == {
        "@context": "https://schema.org",
        "@type": "WebSite",
        "@id": "https://example.org/#website",
        "name": "Affiche",
        "url": "https://example.org/",
        "inLanguage": ["fr", "nl"],
    }


def test_way_to_a_page_is_told_in_order() -> None:
    trail = (("Agenda", "fr/agenda/"), ("Nuit", "fr/evenements/nuit/"))
    assert json.loads(breadcrumbs_jsonld(make.site(), trail))["itemListElement"] == [
        {"@type": "ListItem", "position": 1, "name": "Agenda", "item": "https://example.org/fr/agenda/"},
        {"@type": "ListItem", "position": 2, "name": "Nuit", "item": "https://example.org/fr/evenements/nuit/"},
    ]


HOSTILE = '</script><!-- <script> & ]]> \u2028\u2029 " \\ ; , : 🤹🏽‍♀️ שלום'


@given(st.text(max_size=90))
@examples(150)
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
