from __future__ import annotations

import pytest

from affiche.outputs.opening import Hours, opening_hours, schedule_words
from tests import factories as make
from tests.tables import LANGUAGES, cases, expected, site_of

TABLE = {name: case for name, case in cases("dates/opening-hours.yml").items() if "hours" in case}
PERIOD = {"start": "2026-12-01", "end": "2027-01-31"}


def lines(hours: Hours, separator: str) -> list[str]:
    return [f"{days}{separator}{times}" for days, times in (*hours.week, *hours.exceptions)]


@pytest.mark.parametrize("name", TABLE)
def test_opening_hours_in_words_are_those_of_the_table(name: str) -> None:
    case = TABLE[name]
    site, event = site_of(case, period=PERIOD, **case["hours"])
    found = {
        language: lines(opening_hours(site, event, language), " : " if language == "fr" else ": ")
        for language in LANGUAGES
    }
    assert found == expected(case)


def test_a_run_takes_the_hours_of_its_venue_and_adds_its_own_closed_days() -> None:
    weekend = [{"days": ["sat", "sun"], "opens": "10:00", "closes": "18:00"}]
    closed = [{"from": "2026-12-25", "to": "2026-12-25"}]
    venue = make.venue(opening_hours=weekend, closed=[{"from": "2027-01-01", "to": "2027-01-01"}])
    event = make.event(period=PERIOD, venue=venue.id, opening_hours="venue", closed=closed)
    site = make.site(event, venue, make.organisation())
    assert lines(opening_hours(site, event, "nl"), ": ") == [
        "zaterdag en zondag: van 10 tot 18 uur",
        "maandag tot en met vrijdag: gesloten",
        "vrijdag 25 december 2026: gesloten",
        "vrijdag 1 januari 2027: gesloten",
    ]


def test_a_run_without_hours_says_none() -> None:
    site, event = site_of({}, period=PERIOD)
    assert not opening_hours(site, event, "fr")


def test_a_venue_has_its_own_hours() -> None:
    venue = make.venue(opening_hours=[{"days": ["mon"], "opens": "09:00", "closes": "12:00"}])
    hours = schedule_words(make.site(venue), venue.schedule, "fr")
    assert hours.week == [("lundi", "de 9 h à 12 h"), ("du mardi au dimanche", "fermé")]
