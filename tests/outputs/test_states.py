from __future__ import annotations

from datetime import date

import pytest

from affiche.model.occurrence import Run
from affiche.model.settings import Settings
from affiche.outputs.cards import event_card
from affiche.outputs.states import State, agreed_state, is_ending, state_of
from tests import factories as make
from tests.tables import LANGUAGES, cases, expected, site_of

TABLE = cases("words/states.yml")


@pytest.mark.parametrize("name", TABLE)
def test_states_in_words_are_those_of_the_table(name: str) -> None:
    case = TABLE[name]
    site, event = site_of(case, **case["event"])
    assert {language: event_card(site, language, event).state.text for language in LANGUAGES} == expected(case)


@pytest.mark.parametrize(
    ("status", "off"),
    [("scheduled", False), ("cancelled", True), ("postponed", True), ("rescheduled", False), ("moved-online", False)],
)
def test_a_state_says_whether_the_event_is_off(status: str, *, off: bool) -> None:
    event = make.event(status=status, online_url="https://example.org/live")
    site = make.site(event, make.organisation())
    assert state_of(site, "fr", event, ()).off is off


def test_each_date_has_its_own_state() -> None:
    dates = [
        {"start": "2026-11-20 20:00"},
        {"start": "2026-12-05 20:00", "status": "cancelled"},
        {"start": "2026-12-06 20:00", "availability": "sold-out"},
        {"start": "2026-12-07 20:00"},
    ]
    event = make.event(dates=dates)
    site = make.site(event, make.organisation())
    found = [state_of(site, "fr", event, [occurrence]) for occurrence in site.calendar.occurrences[event.id]]
    assert found == [State("Passé"), State("Annulé", off=True), State("Complet"), State()]


def test_the_last_days_are_seven_and_the_last_is_one_of_them() -> None:
    run = Run(date(2026, 10, 1), date(2026, 10, 20), Settings().time_zone, "scheduled")
    assert [day for day in range(1, 25) if is_ending(run, date(2026, 10, day))] == [14, 15, 16, 17, 18, 19, 20]


def test_a_run_without_an_end_is_never_in_its_last_days() -> None:
    assert not is_ending(Run(date(2026, 10, 1), None, Settings().time_zone, "scheduled"), date(2026, 10, 2))


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_no_places_are_left_of_what_is_off(status: str) -> None:
    event = make.event(status=status, availability="available")
    found = make.site(event).calendar.occurrences[event.id]
    assert agreed_state(event, found) == (status, None)


@pytest.mark.parametrize("typed", [{"status": "cancelled"}, {"availability": "sold-out"}])
def test_an_opening_does_not_speak_for_its_exhibition(typed: dict[str, str]) -> None:
    opening = {"start": "2026-12-01 18:00", **typed}
    event = make.event(type="exhibition", period={"start": "2026-12-02", "end": "2026-12-31"}, dates=[opening])
    assert agreed_state(event, make.calendar(event).occurrences[event.id]) == ("scheduled", None)


def test_what_is_full_is_not_while_one_of_its_dates_has_places() -> None:
    dates = [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00", "availability": "available"}]
    event = make.event(availability="sold-out", dates=dates)
    found = make.calendar(event).occurrences[event.id]
    assert [agreed_state(event, each) for each in (found, found[:1], ())] == [
        ("scheduled", None),
        ("scheduled", "sold-out"),
        ("scheduled", "sold-out"),
    ]
