"""The facts of an event in words, and what each of its dates has of its own."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.model.text import Wording
from affiche.outputs.cards import event_card
from affiche.outputs.pages.event_facts import Name, for_whom, organisers, performers, reach
from affiche.outputs.pages.performances import date_rows
from tests import factories as make

ROOMS = [
    {"id": "grande", "name": {"fr": "Grande salle", "nl": "Grote zaal"}, "accessibility": {"wheelchair": "yes"}},
    {"id": "petite", "name": {"fr": "Petite salle", "nl": "Kleine zaal"}},
]
VENUE = make.venue(rooms=ROOMS, accessibility={"wheelchair": "no", "seating": "yes"})


def facts_of(language: str, **typed: Any) -> dict[str, Any]:
    event = make.event(**typed)
    return for_whom(make.site(event, make.organisation()), event, language)


@pytest.mark.parametrize(
    ("typed", "french", "dutch"),
    [
        ("6-12", "de 6 à 12 ans", "van 6 tot 12 jaar"),
        ("12-", "à partir de 12 ans", "vanaf 12 jaar"),
        ("-6", "jusqu’à 6 ans", "tot en met 6 jaar"),
    ],
)
def test_ages_are_said_in_words(typed: str, french: str, dutch: str) -> None:
    found = [facts_of(language, typical_age_range=typed)["age"] for language in ("fr", "nl")]
    assert found == [french, dutch]


def test_a_chosen_price_names_the_lowest_and_the_suggested_one() -> None:
    price = {"pay_what_you_can": {"minimum": "5", "suggested": "12.50"}}
    assert facts_of("fr", price=price)["price_details"] == ["minimum 5 €", "prix conseillé : 12,50 €"]
    assert facts_of("nl", price={"pay_what_you_can": {"minimum": "0"}})["price_details"] == ["minimaal € 0"]


def test_booking_says_when_it_opens_and_closes_as_exactly_as_it_is_known() -> None:
    booking = {"opens": "2026-10-03 10:00", "closes": "2026-12"}
    assert facts_of("fr", booking=booking)["booking_window"] == [
        "Ouverture : samedi 3 octobre 2026 à 10 h",
        "Clôture : décembre 2026",
    ]
    assert facts_of("nl", booking={"closes": "2026-12-04"})["booking_window"] == ["Sluit: vrijdag 4 december 2026"]


def test_an_organisation_with_two_roles_is_named_once() -> None:
    both = [{"organisation": "zinneke", "role": role} for role in ("organiser", "host", "producer")]
    event = make.event(organisers=both)
    site = make.site(event, make.organisation())
    assert organisers(site, event, "fr") == [
        Name(Wording("Zinneke"), "/fr/organisations/zinneke/", roles=["accueil", "production"])
    ]
    assert event_card(site, "fr", event).organisers == [Wording("Zinneke")]


def test_performers_lead_to_their_page_and_to_their_own_site() -> None:
    event = make.event(
        performers=["Ana", {"name": "Fanfare", "url": "https://fanfare.example.org/", "organisation": "zinneke"}]
    )
    assert performers(make.site(event, make.organisation()), event, "fr") == [
        Name(Wording("Ana")),
        Name(Wording("Fanfare"), "/fr/organisations/zinneke/", "https://fanfare.example.org/"),
    ]


def test_reach_and_sustainability_are_said_in_the_language_of_the_page() -> None:
    event = make.event(
        international={"countries": ["GB", "FR"], "partners": "The Yard"},
        sustainability={"labels": ["Green Key", "EMAS"], "note": {"fr": "Sans jetable", "nl": "Geen wegwerp"}},
    )
    assert reach(make.site(event), event, "nl") == {
        "countries": ["Verenigd Koninkrijk", "Frankrijk"],
        "partners": Wording("The Yard"),
        "sustainability": [Wording("Green Key, EMAS"), Wording("Geen wegwerp")],
    }


def test_a_date_says_all_that_it_has_of_its_own() -> None:
    own = {
        "start": "2026-12-05 20:00",
        "doors": "19:30",
        "room": "petite",
        "status": "rescheduled",
        "status_reason": {"fr": "Malade", "nl": "Ziek"},
        "availability": "limited",
        "previous_start": ["2026-10-05 20:00"],
        "accessibility": {"sign-language": "yes"},
        "note": {"fr": "Avec bar", "nl": "Met bar"},
    }
    event = make.event(venue="la-vallee", room="grande", dates=[own, {"start": "2027-02"}])
    first, second = date_rows(make.site(event, VENUE, make.organisation()), event, "nl")
    assert first.state.text == "Nieuwe datum (eerder: 5 oktober) · Laatste plaatsen"
    assert [fact.text for fact in first.facts] == [
        "Ziek",
        "deuren om 19.30\u00a0uur",
        "Kleine zaal",
        "Toegankelijkheid: gebarentaal (ja)",
        "Toegankelijkheid: rolstoel (nee)",
        "Met bar",
    ]
    assert (bool(first.calendar), second.facts, second.calendar) == (True, [], "")


def test_an_event_has_the_name_and_the_accessibility_of_its_room() -> None:
    event = make.event(venue="la-vallee", room="grande")
    calendar = make.calendar(event, VENUE)
    assert calendar.accessibility_of(event) == {"wheelchair": "yes", "seating": "yes"}
    assert calendar.room_of(event) == VENUE.rooms[0].name


def test_a_room_in_words_of_its_own_is_shown_as_typed() -> None:
    event = make.event(venue="la-vallee", room={"fr": "Cour", "nl": "Binnenplaats"})
    assert make.calendar(event, VENUE).room_of(event) == event.room


def test_a_tariff_of_nothing_is_free_in_words() -> None:
    event = make.event(price=[{"name": {"fr": "Adultes"}, "price": "8"}, {"name": {"fr": "Enfants"}, "price": "0"}])
    facts = for_whom(make.site(event, make.organisation()), event, "fr")
    assert [(name.text, words) for name, words in facts["tariffs"]] == [("Adultes", "8 €"), ("Enfants", "Gratuit")]
