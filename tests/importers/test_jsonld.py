"""Events of schema.org as JSON-LD: their forms, their times, places and prices, and bytes that are none."""

from __future__ import annotations

import json
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from affiche.importers.imported import Entry, Ground, Imported, NotRead, Reading, Skipped
from affiche.importers.jsonld.events import parse_jsonld
from tests.importers.mutations import damaged

GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))
START = "2026-12-05T20:00"
BARE = {"@type": "Event", "name": "Nuit ouverte", "startDate": START}


def read(document: Any) -> Reading:
    return parse_jsonld(json.dumps(document).encode(), GROUND)


def one(**properties: Any) -> Imported:
    (event,) = read({"@context": "https://schema.org", **BARE, **properties}).events
    return event


def entry(**properties: Any) -> Entry:
    """What an event says beside its title and its one date."""
    found = one(**properties).entry
    return {name: value for name, value in found.items() if name not in ("title", "dates")}


def times(start: Any, end: Any = None, kind: str = "Event", **properties: Any) -> Any:
    found = one(**{"@type": kind, "startDate": start, "endDate": end, **properties}).entry
    return found.get("dates") or {name: found[name] for name in ("period", "opening_hours") if name in found}


SCRIPT = f'<script type="application/ld+json">{json.dumps(BARE)}</script>'


@pytest.mark.parametrize(
    "data",
    [
        json.dumps(BARE),
        json.dumps([BARE]),
        json.dumps({"@graph": [BARE, {"@type": "Organization", "name": "Exemple"}]}),
        json.dumps({"@type": "WebPage", "mainEntity": BARE}),
        json.dumps({"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": BARE}]}),
        json.dumps({"@type": "Organization", "event": [BARE]}),
        json.dumps({"http://schema.org/" * (key != "@type") + key: value for key, value in BARE.items()}),
        json.dumps({**BARE, "@type": ["https://schema.org/Event", "https://example.org/Shown"]}),
        json.dumps({"@context": "https://schema.org", "type": "Event", **BARE, "@type": "Event"}),
        json.dumps({**BARE, "name": [{"@value": "Nuit ouverte"}], "startDate": {"@value": START, "@type": "xsd:x"}}),
        "\ufeff" + json.dumps(BARE),
        f"<!DOCTYPE html><html><head>{SCRIPT}</head><body><p>Nuit</p></body></html>",
        f"<html>{SCRIPT}{SCRIPT.replace('application/ld+json', 'text/plain')}</html>",
        SCRIPT.replace(">{", ">\n//<![CDATA[\n{").replace("}<", "}\n//]]>\n<"),
        SCRIPT.replace("{", "{").replace('"@type"', "&quot;@type&quot;").replace("&quot;", '"'),
    ],
)
def test_the_forms_of_a_source_are_one_event(data: str) -> None:
    expected = Imported("", {"title": "Nuit ouverte", "dates": [{"start": "2026-12-05 20:00"}]})
    assert parse_jsonld(data.encode(), GROUND) == Reading((expected,))


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2026-12-05T20:00", "2026-12-05T22:00", [{"start": "2026-12-05 20:00", "end": "2026-12-05 22:00"}]),
        ("2026-12-05T19:00:00Z", None, [{"start": "2026-12-05 20:00"}]),
        ("2026-12-05T19:00:00.000+0000", None, [{"start": "2026-12-05 20:00"}]),
        ("2026-12-05 20:00:00", None, [{"start": "2026-12-05 20:00"}]),
        ("2026-10-25T02:30:00+01:00", None, [{"start": "2026-10-25 02:30+01:00"}]),
        ("2026-12-05T22:00", "2026-12-06T03:00", [{"start": "2026-12-05 22:00", "end": "2026-12-06 03:00"}]),
        ("2026-12-05T20:00", "2026-12-05T20:00", [{"start": "2026-12-05 20:00"}]),
        ("2026-12-05T20:00", "2026-12-05T02:00", [{"start": "2026-12-05 20:00"}]),
        ("2026-12-05T20:00", "2026-12-05T23:59:59", [{"start": "2026-12-05 20:00"}]),
        ("2026-12-05T20:00", "2026-12-06T00:00", [{"start": "2026-12-05 20:00", "end": "2026-12-06 00:00"}]),
        ("2026-12-05", "2026-12-05", [{"start": "2026-12-05"}]),
        ("2026-12-05T00:00:00+01:00", "2026-12-05T23:59:00+01:00", [{"start": "2026-12-05"}]),
        ("2026-12-05T00:00:00Z", None, [{"start": "2026-12-05"}]),
        ("2026-12-04T23:00:00Z", "2026-12-05T22:59:00Z", [{"start": "2026-12-05"}]),
        ("2026-12-05T00:00", "2026-12-06T00:00", [{"start": "2026-12-05"}]),
        ("2026-12-05T00:00", "2026-12-05T05:00", [{"start": "2026-12-05 00:00", "end": "2026-12-05 05:00"}]),
        ("2026-12-05", "2026-12-08", {"period": {"start": "2026-12-05", "end": "2026-12-08"}}),
        ("2026-12-05T00:00", "2026-12-08T00:00", {"period": {"start": "2026-12-05", "end": "2026-12-08"}}),
        ("2026-12-04T18:00", "2026-12-06T16:00", [{"start": "2026-12-04 18:00", "end": "2026-12-06 16:00"}]),
        ("2026-12-05T10:00", "2026-12-15T18:00", {"period": {"start": "2026-12-05", "end": "2026-12-15"}}),
        ("2026-12", None, [{"start": "2026-12"}]),
        ("2026-12-5 20:00", None, [{"start": "2026-12-05 20:00"}]),
        (
            ["2026-12-06T20:00", "2026-12-05T20:00"],
            None,
            [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}],
        ),
    ],
)
def test_times(start: Any, end: str | None, expected: Any) -> None:
    assert times(start, end) == expected


def test_a_stated_duration_is_an_end() -> None:
    assert times(START, duration="PT1H30M") == [{"start": "2026-12-05 20:00", "end": "2026-12-05 21:30"}]


def test_an_exhibition_of_several_days_is_a_run() -> None:
    expected = {"period": {"start": "2026-12-05", "end": "2026-12-07"}}
    assert times("2026-12-05T10:00", "2026-12-07T18:00", "ExhibitionEvent") == expected


def test_doors_and_the_first_start_stand_with_the_date() -> None:
    found = one(
        doorTime="19:30:00", eventStatus="https://schema.org/EventRescheduled", previousStartDate="2026-11-05T20:00"
    ).entry
    date_ = {"start": "2026-12-05 20:00", "doors": "19:30", "previous_start": ["2026-11-05 20:00"]}
    assert found == {"title": "Nuit ouverte", "dates": [date_], "status": "rescheduled"}


@pytest.mark.parametrize(
    ("schedule", "expected"),
    [
        (
            {"startDate": "2026-12-03", "endDate": "2026-12-17", "repeatFrequency": "P1W", "byDay": "Thursday"},
            ["2026-12-03 20:00", "2026-12-10 20:00", "2026-12-17 20:00"],
        ),
        (
            {"startDate": "2026-10-01", "repeatCount": 6, "repeatFrequency": "P1W"},
            ["2026-11-05 20:00"],
        ),
        (
            {"startDate": "2026-12-01", "endDate": "2027-02-28", "repeatFrequency": "P1M", "byDay": "2TU"},
            ["2026-12-08 20:00", "2027-01-12 20:00", "2027-02-09 20:00"],
        ),
        (
            {
                "startDate": "2026-12-01",
                "endDate": "2026-12-04",
                "repeatFrequency": "P1D",
                "exceptDate": "2026-12-02",
            },
            ["2026-12-01 20:00", "2026-12-03 20:00", "2026-12-04 20:00"],
        ),
    ],
)
def test_schedules_are_followed(schedule: dict[str, Any], expected: list[str]) -> None:
    found = times(None, eventSchedule={"@type": "Schedule", "startTime": "20:00:00", "endTime": "22:00", **schedule})
    assert [each["start"] for each in found] == expected
    assert all(each["end"] == each["start"].replace("20:00", "22:00") for each in found)


def test_a_schedule_without_an_end_is_followed_for_a_year_from_yesterday() -> None:
    found = times(None, eventSchedule={"startDate": "2020-01-01", "repeatFrequency": "P1D", "startTime": "20:00"})
    assert (found[0]["start"], found[-1]["start"]) == ("2026-10-31 20:00", "2027-11-01 20:00")


def test_a_schedule_that_is_over_is_past() -> None:
    schedule = {"startDate": "2020-01-01", "endDate": "2020-02-01", "repeatFrequency": "P1W"}
    assert read({**BARE, "eventSchedule": schedule}) == Reading(skipped=(Skipped("past", "Nuit ouverte"),))


def test_the_week_of_an_exhibition_is_its_hours() -> None:
    schedule = {"byDay": ["Saturday", "https://schema.org/Sunday"], "startTime": "11:00", "endTime": "18:00"}
    week = [{"days": ["sat", "sun"], "opens": "11:00", "closes": "18:00"}]
    assert times("2026-12-05", "2027-01-31", "ExhibitionEvent", eventSchedule=schedule) == {
        "period": {"start": "2026-12-05", "end": "2027-01-31"},
        "opening_hours": week,
    }


def test_parts_without_a_title_of_their_own_are_dates() -> None:
    parts = [
        {
            "@type": "Event",
            "name": "Nuit ouverte",
            "startDate": "2026-12-06T20:00",
            "offers": {"availability": "https://schema.org/SoldOut", "url": "https://example.org/tickets/6"},
        },
        {"@type": "Event", "startDate": "2026-12-05T20:00", "eventStatus": "EventCancelled"},
    ]
    expected = [
        {"start": "2026-12-05 20:00", "status": "cancelled"},
        {
            "start": "2026-12-06 20:00",
            "availability": "sold-out",
            "booking_url": "https://example.org/tickets/6",
        },
    ]
    assert one(**{"@type": "EventSeries", "endDate": "2026-12-06T22:00", "subEvent": parts}).entry == {
        "title": "Nuit ouverte",
        "dates": expected,
    }


def test_parts_with_a_title_are_events_at_the_place_of_the_whole() -> None:
    part = {"@type": "MusicEvent", "name": "Fanfare", "startDate": "2026-12-05T21:00"}
    found = read({**BARE, "@type": "Festival", "location": "Salle Exemple", "subEvent": part})
    place = {"venue": {"name": "Salle Exemple"}}
    assert [event.entry for event in found.events] == [
        {"title": "Nuit ouverte", "type": "festival", **place, "dates": [{"start": "2026-12-05 20:00"}]},
        {"title": "Fanfare", "type": "concert", **place, "dates": [{"start": "2026-12-05 21:00"}]},
    ]


def test_events_of_one_address_and_title_are_one() -> None:
    page = "https://example.org/nuit"
    found = read([{**BARE, "url": page}, {**BARE, "url": page, "startDate": "2026-12-04T20:00"}])
    dates = [{"start": "2026-12-04 20:00"}, {"start": "2026-12-05 20:00"}]
    expected = Imported(f"jsonld:{page}", {"title": "Nuit ouverte", "dates": dates, "same_as": [page]})
    assert found == Reading((expected,))


def test_references_lead_to_nodes_of_the_graph() -> None:
    graph = [
        {**BARE, "location": {"@id": "#hall"}, "subEvent": [{"@id": "https://example.org/d"}]},
        {"@type": "Place", "@id": "#hall", "name": "Salle Exemple"},
        {"@type": "Event", "@id": "https://example.org/d", "startDate": "2026-12-07T20:00"},
    ]
    (event,) = read({"@graph": graph}).events
    assert event.entry == {
        "title": "Nuit ouverte",
        "venue": {"name": "Salle Exemple"},
        "dates": [{"start": "2026-12-07 20:00"}],
    }


@pytest.mark.parametrize(
    ("name", "context", "expected"),
    [
        ({"fr": "Nuit", "nl": "Nacht"}, {}, {"fr": "Nuit", "nl": "Nacht"}),
        (
            [{"@value": "Nuit", "@language": "fr-BE"}, {"@value": "Nacht", "@language": "nl"}],
            {},
            {"fr": "Nuit", "nl": "Nacht"},
        ),
        ("Nuit", {"@language": "fr"}, {"fr": "Nuit"}),
        ("Nuit &amp; jour <b>!</b>", {}, "Nuit & jour !"),
    ],
)
def test_titles_are_by_language_where_that_is_stated(name: Any, context: Any, expected: Any) -> None:
    (event,) = read({"@context": ["https://schema.org", context], **BARE, "name": name}).events
    assert event.entry["title"] == expected


def test_descriptions_are_markdown_by_language() -> None:
    found = one(description={"fr": "<p>Une <strong>nuit</strong></p>", "nl": "Een nacht"})
    assert found.bodies == {"fr": "Une **nuit**", "nl": "Een nacht"}


@pytest.mark.parametrize(
    ("properties", "expected"),
    [
        ({"@type": "TheaterEvent"}, {"type": "performance"}),
        ({"@type": "schema:MusicEvent"}, {"type": "concert"}),
        ({"@type": "EducationEvent"}, {}),
        ({"eventStatus": "EventScheduled"}, {"status": "scheduled"}),
        ({"eventStatus": "https://schema.org/EventCancelled"}, {"status": "cancelled"}),
        ({"typicalAgeRange": "7-12"}, {"typical_age_range": "7-12"}),
        ({"typicalAgeRange": "18+"}, {"typical_age_range": "18-"}),
        ({"inLanguage": ["nl", {"@type": "Language", "name": "fr"}]}, {"spoken_languages": ["nl", "fr"]}),
        (
            {"performer": [{"@type": "MusicGroup", "name": "Exemple"}, "Voorbeeld"]},
            {"performers": ["Exemple", "Voorbeeld"]},
        ),
        (
            {"url": "https://example.org/n?utm_source=x", "sameAs": "https://example.org/m"},
            {"same_as": ["https://example.org/n", "https://example.org/m"]},
        ),
        ({"disambiguatingDescription": "En bref"}, {"summary": "En bref"}),
    ],
)
def test_facts(properties: dict[str, Any], expected: Entry) -> None:
    assert entry(**properties) == expected


PLACE = {"@type": "Place", "name": "Salle Exemple"}
ADDRESS = {"streetAddress": "Rue Exemple 1", "postalCode": "B-1080", "addressLocality": "Molenbeek-Saint-Jean"}
KNOWN = {"street": "Rue Exemple 1", "postal_code": "1080", "municipality": "Molenbeek-Saint-Jean"}
ONLINE = {"@type": "VirtualLocation", "url": "https://example.org/live"}


@pytest.mark.parametrize(
    ("location", "expected"),
    [
        ("Salle Exemple", {"venue": {"name": "Salle Exemple"}}),
        (
            "Salle Exemple, Rue Exemple 1, 1080 Molenbeek-Saint-Jean, Belgique",
            {"venue": {"name": "Salle Exemple", **KNOWN}},
        ),
        ({**PLACE, "address": {**ADDRESS, "addressCountry": "BE"}}, {"venue": {"name": "Salle Exemple", **KNOWN}}),
        (
            {**PLACE, "address": "Rue Exemple 1, 1080 Molenbeek-Saint-Jean"},
            {"venue": {"name": "Salle Exemple", **KNOWN}},
        ),
        (
            {
                **PLACE,
                "address": {"addressLocality": "Lille", "addressCountry": {"@type": "Country", "name": "France"}},
            },
            {"venue": {"name": "Salle Exemple", "municipality": "Lille", "country": "FR"}},
        ),
        (
            {**PLACE, "geo": {"latitude": 50.8, "longitude": "4.35"}},
            {"venue": {"name": "Salle Exemple", "geo": ["50.8", "4.35"]}},
        ),
        ({**PLACE, "geo": {"latitude": 0, "longitude": 0}}, {"venue": {"name": "Salle Exemple"}}),
        ({**PLACE, "name": {"fr": "Salle", "nl": "Zaal"}}, {"venue": {"name": {"fr": "Salle", "nl": "Zaal"}}}),
        ([PLACE, ONLINE], {"venue": {"name": "Salle Exemple"}, "online_url": "https://example.org/live"}),
        (ONLINE, {"online_url": "https://example.org/live"}),
        ({"@type": "Place", "address": {"addressLocality": "Ixelles"}}, {"venue": {"municipality": "Ixelles"}}),
    ],
)
def test_places(location: Any, expected: Entry) -> None:
    assert entry(location=location) == expected


def test_a_place_that_only_says_online_is_none() -> None:
    found = one(eventAttendanceMode="https://schema.org/OnlineEventAttendanceMode", location={**PLACE, "name": "Zoom"})
    assert ("venue" in found.entry, found.unread) == (False, ("location",))


@pytest.mark.parametrize(
    ("offers", "expected"),
    [
        ({"price": "8.50", "priceCurrency": "EUR"}, {"price": "8.50"}),
        ({"price": 12}, {"price": "12"}),
        ({"price": 12.0}, {"price": "12"}),
        ({"price": "8,50 €"}, {"price": "8.50"}),
        ({"price": "Gratuit"}, {"price": "free"}),
        ({"priceSpecification": {"price": 9, "priceCurrency": "EUR"}}, {"price": "9"}),
        ({"priceSpecification": {"minPrice": 9, "maxPrice": 12}}, {"price": {"from": "9"}}),
        ({"@type": "AggregateOffer", "lowPrice": 9, "highPrice": 12}, {"price": {"from": "9"}}),
        ({"@type": "AggregateOffer", "lowPrice": "0.00", "highPrice": "0.00"}, {"price": "free"}),
        (
            [{"price": 12, "name": "Plein"}, {"price": 0, "name": "Enfants"}],
            {"price": [{"name": "Plein", "price": "12"}, {"name": "Enfants", "price": "0"}]},
        ),
        ([{"price": 12}, {"price": 8}], {"price": {"from": "8"}}),
        ([{"price": 12}, {"price": 0}], {"price": "12"}),
        ({"availability": "https://schema.org/SoldOut"}, {"availability": "sold-out"}),
        ({"availability": "LimitedAvailability"}, {"availability": "limited"}),
        ([{"availability": "SoldOut"}, {"availability": "InStock"}], {"availability": "available"}),
        ([{"price": 12, "availability": "SoldOut"}, {"price": 8}], {"price": {"from": "8"}}),
        ({"url": "https://example.org/tickets"}, {"booking": {"url": "https://example.org/tickets"}}),
    ],
)
def test_offers(offers: Any, expected: Entry) -> None:
    assert (entry(offers=offers), one(offers=offers).unread) == (expected, ())


@pytest.mark.parametrize(
    "offers", [{"price": 0}, {"price": "0", "priceCurrency": "EUR"}, {"price": 9, "priceCurrency": "USD"}]
)
def test_a_price_that_says_nothing_is_none(offers: Any) -> None:
    found = one(offers=offers)
    assert ("price" in found.entry, found.unread) == (False, ("offers",))


def test_a_price_without_currency_abroad_is_none() -> None:
    place = {**PLACE, "address": {"addressLocality": "Londres", "addressCountry": "GB"}}
    assert one(location=place, offers={"price": 9}).unread == ("offers",)


def test_free_is_what_is_said_to_be() -> None:
    assert entry(isAccessibleForFree=True, offers={"price": 0}) == {"price": "free"}


def test_a_ticket_shop_that_is_the_page_of_the_event_is_no_booking() -> None:
    page = "https://example.org/nuit"
    assert entry(url=page, offers={"url": page}) == {"same_as": [page]}


def test_words_that_sort_it_and_what_has_no_field() -> None:
    found = one(keywords="nuit, jazz", genre="swing", image="https://example.org/a.jpg", superEvent={"name": "Fête"})
    assert (found.categories, found.unread) == (("nuit", "jazz", "swing"), ("image", "superEvent"))


def test_an_id_wins_over_an_address_and_is_of_one_title_alone() -> None:
    assert (
        one(**{"@id": "https://example.org/#e1", "url": "https://example.org/n"}).external_id
        == "jsonld:https://example.org/#e1"
    )
    shared = [
        {**BARE, "@id": "https://example.org/#event"},
        {**BARE, "name": "Bal", "@id": "https://example.org/#event"},
    ]
    assert [event.external_id for event in read(shared).events] == ["", ""]
    assert one(**{"@id": "_:b0"}).external_id == ""


def test_a_page_with_one_event_is_its_page() -> None:
    page = f'<html><link rel="canonical" href="https://example.org/nuit">{SCRIPT}</html>'
    (event,) = parse_jsonld(page.encode(), GROUND).events
    assert (event.external_id, event.entry["same_as"]) == (
        "jsonld:https://example.org/nuit",
        ["https://example.org/nuit"],
    )


def test_line_breaks_in_texts_are_read() -> None:
    data = '{"@type": "Event", "name": "Nuit", "startDate": "2026-12-05", "description": "Une\nnuit"}'
    (event,) = parse_jsonld(data.encode(), GROUND).events
    assert event.bodies == {"": "Une\n\nnuit"}


def test_a_broken_script_costs_itself_alone() -> None:
    broken = '<script type="application/ld+json">{"@type": "Event", "name": "Bal", /* */ }</script>'
    found = parse_jsonld(f"<html>{broken}{SCRIPT}</html>".encode(), GROUND)
    assert (len(found.events), found.skipped) == (1, (Skipped("unreadable", "Bal"),))


@pytest.mark.parametrize(
    ("properties", "reason"),
    [
        ({"startDate": "le 5 décembre"}, "unreadable"),
        ({"startDate": "05/12/2026"}, "unreadable"),
        ({"startDate": "2026-02-30"}, "unreadable"),
        ({"startDate": "1830-10-04"}, "unreadable"),
        ({"startDate": ""}, "undated"),
        ({"name": " "}, "untitled"),
    ],
)
def test_what_cannot_be_announced_is_passed_over(properties: dict[str, str], reason: str) -> None:
    title = properties.get("name", "Nuit ouverte").strip()
    assert read({**BARE, **properties}) == Reading(skipped=(Skipped(reason, title),))


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "neither JSON nor a page of HTML"),
        (b"BEGIN:VCALENDAR", "neither JSON nor a page of HTML"),
        (b"3", "JSON that is no object and no list"),
        (b'{"events": [{"uid": 1, "title": {"fr": "Nuit"}}]}', "JSON that is not of schema.org"),
        (b"<html><p>Nuit</p></html>", "a page without JSON-LD"),
        (b'<div itemscope itemtype="https://schema.org/Event">', "microdata or RDFa, which is not read"),
        (b"[" * 50_000, "neither JSON nor a page of HTML"),
        (b"[" * 100_000, "more than 60000 objects and lists"),
    ],
)
def test_other_sources_are_refused_with_a_reason(data: bytes, reason: str) -> None:
    with pytest.raises(NotRead) as error:
        parse_jsonld(data, GROUND)
    assert error.value.reason == reason


def test_a_source_of_schema_org_without_events_is_empty() -> None:
    assert read({"@context": "https://schema.org", "@type": "Organization", "name": "Exemple"}) == Reading()


RICH: dict[str, Any] = {
    "@context": "https://schema.org",
    "@graph": [
        {
            **BARE,
            "@id": f"https://example.org/{number}",
            "name": f"Nuit {number % 3}",
            "startDate": f"2026-12-{number + 1:02}",
            "endDate": "2026-12-09T22:00",
            "location": {**PLACE, "address": ADDRESS},
            "offers": [{"price": number}],
            "subEvent": [{"@type": "Event", "name": f"Partie {number}", "startDate": START, "doorTime": "19:00"}],
            "eventSchedule": [{"repeatFrequency": "P1W", "byDay": ["Monday"], "startTime": "20:00"}] * (number % 2),
        }
        for number in range(8)
    ],
}


def test_the_order_of_a_source_does_not_matter() -> None:
    graph = [*RICH["@graph"]]
    for order in (graph[::-1], graph[5:] + graph[:5], graph + graph[:2]):
        assert read({**RICH, "@graph": order}) == read(RICH)


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_no_bytes_raise_anything_else(data: st.DataObject) -> None:
    source = damaged(data, json.dumps(RICH).encode(), 6)
    try:
        parse_jsonld(source, GROUND)
    except NotRead:
        return


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(["2026-12-05", START, "P1W", "MO"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["@type", "@id", "@value", "@language", "@list", "name", "fr", "startDate", "price", "address", "geo"]
            ),
            inner,
            max_size=3,
        )
    ),
    max_leaves=8,
)
PROPERTIES = (
    *(
        "name",
        "startDate",
        "endDate",
        "location",
        "offers",
        "eventSchedule",
        "subEvent",
        "doorTime",
        "performer",
        "url",
        "@id",
    ),
    *(
        "isAccessibleForFree",
        "inLanguage",
        "description",
        "audience",
        "@context",
        "keywords",
        "eventStatus",
        "duration",
    ),
)


@settings(max_examples=200, deadline=None)
@given(st.dictionaries(st.sampled_from(PROPERTIES), JSON, max_size=6))
def test_no_values_raise_anything_else(properties: dict[str, Any]) -> None:
    read([{**BARE, **properties}, BARE])
