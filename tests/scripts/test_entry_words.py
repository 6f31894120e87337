"""The form says when an event is and what it costs in the words of its page, in the tables of those words."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from affiche.outputs.cards import event_card
from affiche.outputs.contribute.facts import form_facts
from affiche.outputs.dates import Length
from affiche.outputs.prices import price_words
from affiche.outputs.site import Site
from affiche.outputs.when import when_lines, when_words
from tests import factories as make
from tests.outputs.test_dates import WHEN
from tests.outputs.test_opening import PERIOD
from tests.outputs.test_opening import TABLE as HOURS
from tests.outputs.test_prices import TABLE as PRICES
from tests.outputs.test_when import STATES
from tests.schedules import Case, cases
from tests.scripts.node import ask
from tests.tables import LANGUAGES, expected, site_of
from tests.when_tables import BEFORE, LENGTHS, TABLES

BASE = {"title": "Nuit", "type": "concert", "organisers": ["zinneke"]}


def said(what: str, typed: dict[str, Any], site: Site, *more: str) -> dict[str, Any]:
    """What a function of `entry/words.js` gives for an event in each language of a site."""
    expression = f"script.{what}(values[0], values[1], values[2], ...values[3])"
    facts = {language: {**form_facts(site, language), "now": site.calendar.now.isoformat()} for language in LANGUAGES}
    return {
        language: ask("entry/words.js", expression, BASE | typed, facts[language], language, more)
        for language in LANGUAGES
    }


@pytest.mark.parametrize("name", WHEN)
def test_dates_are_in_the_words_of_the_tables(name: str) -> None:
    case = WHEN[name]
    site, _ = site_of(case, **case["when"])
    assert said("whenWords", case["when"], site) == expected(case)


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("name", TABLES)
def test_a_kind_of_when_reads_at_each_length_as_its_table_says(name: str, length: str) -> None:
    typed = TABLES[name]["when"] | {"status": "scheduled"}
    site, _ = site_of(TABLES[name], **typed)
    found = said("whenLines", typed, site) if length == "long" else said("whenWords", typed, site, length)
    assert found == TABLES[name]["lengths"][length]


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", TABLES)
def test_a_kind_of_when_reads_in_each_status_as_its_card_says(name: str, state: str) -> None:
    field = "availability" if state in STATES[-3:] else "status"
    typed = TABLES[name]["when"] | {field: state} | (BEFORE if state == "rescheduled" else {})
    site, event = site_of(TABLES[name], **typed)
    cards = {language: event_card(site, language, event) for language in LANGUAGES}
    assert said("stateLine", typed, site) == {language: card.state.text for language, card in cards.items()}
    assert said("whenWords", typed, site, "extra-short") == {language: card.date for language, card in cards.items()}


@pytest.mark.parametrize("name", HOURS)
def test_opening_hours_are_in_the_words_of_the_table(name: str) -> None:
    case = HOURS[name]
    typed = {"period": PERIOD, **case["hours"]}
    site, _ = site_of(case, **typed)
    found = said("whenLines", typed, site)
    assert {language: lines[1:] for language, lines in found.items()} == expected(case)


@pytest.mark.parametrize("name", PRICES)
def test_prices_are_in_the_words_of_the_table(name: str) -> None:
    case = PRICES[name]
    site, _ = site_of(case, price=case["price"])
    assert said("priceLine", {"price": case["price"]}, site) == expected(case)


def test_the_hours_of_a_venue_and_the_town_of_another_zone_are_said() -> None:
    week = [{"days": ["sat", "sun"], "opens": "10:00", "closes": "18:00"}]
    closed = [{"from": "2027-01-01", "to": "2027-01-01", "note": {"nl": "Nieuwjaar"}}]
    venue = make.venue(
        "hal", opening_hours=week, closed=closed, municipality="London", country="GB", time_zone="Europe/London"
    )
    typed: dict[str, Any] = {
        "period": PERIOD,
        "venue": "hal",
        "opening_hours": "venue",
        "dates": [{"start": "2026-12-05 20:00"}],
    }
    event = make.event(**typed)
    site = make.site(event, venue, make.organisation(), settings=site_of({})[0].calendar.settings)
    assert said("whenLines", typed, site) == {language: when_lines(site, language, event) for language in LANGUAGES}


@given(cases())
def test_any_event_is_said_as_its_page_says_it(case: Case) -> None:
    event, site = case.event, make.site(case.event, make.organisation())
    facts = {**form_facts(site, "nl"), "now": site.calendar.now.isoformat()}
    expression = """[script.whenLines(...values), script.stateLine(...values), script.priceLine(...values),
      ...["extra-short", "short", "medium"].map((length) => script.whenWords(...values, length))]"""
    assert ask("entry/words.js", expression, case.typed, facts, "nl") == [
        when_lines(site, "nl", event),
        event_card(site, "nl", event).state.text,
        price_words(site.words["nl"], event.price),
        *(when_words(site, "nl", event, length) for length in (Length.EXTRA_SHORT, Length.SHORT, Length.MEDIUM)),
    ]
