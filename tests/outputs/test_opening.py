from __future__ import annotations

import json
from datetime import date

import pytest

from affiche.outputs.open_today import opening_data
from affiche.outputs.opening import hours_lines, open_words, schedule_of, schedule_words
from tests import factories as make
from tests.tables import LANGUAGES, cases, expected, site_of

TABLE = {name: case for name, case in cases("dates/opening-hours.yml").items() if "hours" in case}
PERIOD = {"start": "2026-12-01", "end": "2027-01-31"}


@pytest.mark.parametrize("name", TABLE)
def test_opening_hours_in_words_are_those_of_the_table(name: str) -> None:
    case = TABLE[name]
    site, event = site_of(case, period=PERIOD, **case["hours"])
    schedule = schedule_of(site, event)
    found = {language: hours_lines(site, schedule, language) for language in LANGUAGES}
    assert found == expected(case)


def test_a_run_takes_the_hours_of_its_venue_and_adds_its_own_closed_days() -> None:
    weekend = [{"days": ["sat", "sun"], "opens": "10:00", "closes": "18:00"}]
    closed = [{"from": "2026-12-25", "to": "2026-12-25"}]
    venue = make.venue(opening_hours=weekend, closed=[{"from": "2027-01-01", "to": "2027-01-01"}])
    event = make.event(period=PERIOD, venue=venue.id, opening_hours="venue", closed=closed)
    site = make.site(event, venue, make.organisation())
    assert hours_lines(site, schedule_of(site, event), "nl") == [
        "zaterdag en zondag, van 10 tot 18 uur",
        "vrijdag 25 december 2026: gesloten",
        "vrijdag 1 januari 2027: gesloten",
    ]


def test_a_run_without_hours_says_none() -> None:
    site, event = site_of({}, period=PERIOD)
    schedule = schedule_of(site, event)
    assert (hours_lines(site, schedule, "fr"), open_words(site, schedule, "fr", date(2026, 12, 3))) == ([], "")


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 12, 3), "jeudi 3 décembre : ouvert de 10 h à 12 h et de 14 h à 18 h"),
        (date(2026, 12, 4), "vendredi 4 décembre : fermé"),
        (date(2026, 12, 24), "jeudi 24 décembre : ouvert de 10 h à 15 h"),
        (date(2026, 12, 31), "jeudi 31 décembre : fermé"),
        (date(2027, 1, 1), "vendredi 1er janvier : fermé"),
    ],
)
def test_a_run_says_beside_a_day_whether_it_is_open(day: date, words: str) -> None:
    thursdays = [
        {"days": ["thu"], "opens": opens, "closes": closes}
        for opens, closes in (("10:00", "12:00"), ("14:00", "18:00"))
    ]
    short = {"days": ["thu"], "opens": "10:00", "closes": "15:00"}
    adjusted = [{"from": "2026-12-24", "to": "2026-12-31", "opening_hours": [short]}]
    closed = [{"from": "2026-12-31", "to": "2027-01-01"}]
    event = make.event(period=PERIOD, opening_hours=thursdays, adjusted=adjusted, closed=closed)
    site = make.site(event)
    assert open_words(site, schedule_of(site, event), "fr", day) == words


def test_a_venue_has_its_own_hours() -> None:
    venue = make.venue(opening_hours=[{"days": ["mon"], "opens": "09:00", "closes": "12:00"}])
    hours = schedule_words(make.site(venue), venue.schedule, "fr")
    assert hours.week == [("lundi", "de 9 h à 12 h"), ("du mardi au dimanche", "fermé")]


def test_the_browser_reads_hours_that_touch_as_one_stretch() -> None:
    week = [
        {"days": ["wed", "thu"], "opens": "10:00", "closes": "18:00"},
        {"days": ["thu"], "opens": "18:00", "closes": "21:00"},
    ]
    site, event = site_of({}, period=PERIOD, opening_hours=week)
    read = json.loads(opening_data(site, schedule_of(site, event), "fr"))
    assert read["week"] == [[], [], [["10:00", "18:00"]], [["10:00", "21:00"]], [], [], []]
