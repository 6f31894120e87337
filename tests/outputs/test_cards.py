from __future__ import annotations

from typing import Any

import pytest

from affiche.model.text import Wording
from affiche.outputs.cards import Card, event_card
from affiche.outputs.states import State
from tests import factories as make
from tests.tables import LANGUAGES, cases, expected, site_of

FACTS = cases("words/facts.yml")
LABELS = cases("words/labels.yml")


def card(language: str = "fr", *others: Any, **typed: Any) -> Card:
    """The card of an event, at La Vallée unless it is typed otherwise."""
    event = make.event(**{"venue": "la-vallee", **typed})
    return event_card(make.site(event, make.organisation(), make.venue(), *others), language, event)


@pytest.mark.parametrize("name", FACTS)
def test_facts_of_a_card_are_those_of_the_table(name: str) -> None:
    case = FACTS[name]
    site, event = site_of(case, **case["event"])
    assert {language: event_card(site, language, event).facts for language in LANGUAGES} == expected(case)


@pytest.mark.parametrize("name", LABELS)
def test_words_that_stand_alone_are_those_of_the_table(name: str) -> None:
    site, _ = site_of({})
    assert {language: site.words[language](LABELS[name]["key"]) for language in LANGUAGES} == expected(LABELS[name])


def test_a_card_has_all_that_a_list_shows() -> None:
    assert card("nl", disciplines=["music"], price="8", availability="limited", spoken_languages=["fr"]) == Card(
        href="/nl/evenementen/nuit-ouverte/",
        title=Wording("Open nacht"),
        label="",
        size=26,
        colour="orange",
        kind="Muziek",
        date="za 5 dec, 20 uur",
        iso="2026-12-05T20:00+01:00",
        note=Wording(""),
        hours_data="",
        hours_words="",
        state=State("Laatste plaatsen"),
        organisers=[Wording("Zinneke")],
        where="La Vallée, Brussel",
        facts=["€ 8", "Gesproken in het Frans"],
        picture=None,
    )


@pytest.mark.parametrize(
    ("title", "language", "shown", "label"),
    [
        ({"nl": "Nacht"}, "fr", Wording("Nacht", "nl"), "en néerlandais"),
        ({"fr": "Nuit"}, "nl", Wording("Nuit", "fr"), "in het Frans"),
        ({"en": "Night"}, "nl", Wording("Night", "en"), "in het Engels"),
        ("Zinneke", "nl", Wording("Zinneke"), ""),
        ({"fr": "Nuit", "nl": "Nacht"}, "nl", Wording("Nacht"), ""),
    ],
)
def test_a_title_in_another_language_says_so(title: Any, language: str, shown: Wording, label: str) -> None:
    found = card(language, title=title)
    assert (found.title, found.label) == (shown, label)


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ({}, "La Vallée, Bruxelles"),
        ({"venue": {"name": "Quai", "municipality": "Elsene"}}, "Quai, Ixelles"),
        ({"venue": {"name": "Ixelles", "municipality": "Elsene"}}, "Ixelles"),
        ({"venue": {"name": "Zinneke", "municipality": "Elsene"}}, "Ixelles"),
        ({"venue": {"municipality": "Liège"}}, "Liège"),
        ({"venue": None, "online_url": "https://example.org/"}, "En ligne"),
        ({"online_url": "https://example.org/"}, "La Vallée, Bruxelles"),
        ({"status": "moved-online", "online_url": "https://example.org/"}, "En ligne"),
    ],
)
def test_a_card_says_where(typed: dict[str, Any], where: str) -> None:
    assert card(**typed).where == where


def test_a_card_of_a_day_says_where_that_day_is() -> None:
    dates = [{"start": "2026-12-05 20:00", "venue": {"name": "Quai"}}, {"start": "2026-12-06 20:00"}]
    event = make.event(dates=dates, venue="la-vallee")
    site = make.site(event, make.organisation(), make.venue())
    days = [event_card(site, "fr", event, [occurrence]) for occurrence in site.calendar.occurrences[event.id]]
    assert [day.where for day in days] == ["Quai", "La Vallée, Bruxelles"]
    assert event_card(site, "fr", event).where == "La Vallée, Bruxelles / Quai"


@pytest.mark.parametrize(
    ("period", "iso"),
    [
        ({"start": "2026-12-05", "end": "2027-01-03"}, "2026-12-05"),
        ({"start": "2026-11-05", "end": "2027-01-03"}, "2027-01-03"),
        ({"end": "2027-01-03"}, "2027-01-03"),
        ({"start": "2026-11-05"}, "2026-11-05"),
    ],
)
def test_the_time_of_a_run_is_the_day_that_its_card_names(period: dict[str, str], iso: str) -> None:
    assert card(start=None, period=period).iso == iso
