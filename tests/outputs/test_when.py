"""When an event is, in words: every way to write it, at every length, in every status, as tables anyone can read."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import yaml

from affiche.model.settings import Settings
from affiche.model.vocabulary import AVAILABILITIES, STATUSES
from affiche.outputs.when import ahead, iso_of, takes_place, when_words
from tests import factories as make
from tests.when_tables import LENGTHS, TABLES, lines_of, said, typed_in

STATES = (*STATUSES, *AVAILABILITIES[1:])


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("name", TABLES)
def test_a_kind_of_when_reads_in_each_status_as_its_table_says(name: str, state: str) -> None:
    assert said(TABLES[name], state) == TABLES[name]["states"][state]


@pytest.mark.parametrize("length", LENGTHS)
@pytest.mark.parametrize("name", TABLES)
def test_a_kind_of_when_reads_at_each_length_as_its_table_says(name: str, length: str) -> None:
    assert lines_of(TABLES[name], length) == TABLES[name]["lengths"][length]


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_every_status_and_every_length(name: str) -> None:
    assert ({*TABLES[name]["states"]}, {*TABLES[name]["lengths"]}) == ({*STATES}, {*LENGTHS})


def test_a_table_shows_what_is_typed_as_a_contributor_types_it() -> None:
    assert typed_in(TABLES["02-with-an-end"]) == "start: 2026-10-03 20:00\nend: 2026-10-03 22:30\n"
    assert all(yaml.load(typed_in(case), Loader=yaml.BaseLoader) == case["when"] for case in TABLES.values())  # noqa: S506


def test_dates_that_are_off_are_not_said_where_others_take_place() -> None:
    dates = [
        {"start": "2026-12-05 20:00", "status": "cancelled"},
        {"start": "2026-12-06 20:00"},
        {"start": "2026-12-07 20:00", "status": "postponed"},
    ]
    event = make.event(dates=dates)
    site = make.site(event)
    assert when_words(site, "fr", event) == "dimanche 6 décembre 2026 à 20 h"


def test_an_hour_of_another_zone_is_said_with_its_town() -> None:
    place = {"name": "Gasteig", "municipality": "London", "country": "GB", "time_zone": "Europe/London"}
    event = make.event(start="2026-12-05 20:00", venue=place)
    site = make.site(event, settings=Settings(languages=("fr", "nl", "en")))
    assert [when_words(site, language, event) for language in site.languages] == [
        "samedi 5 décembre 2026 à 20 h (heure locale, London)",
        "zaterdag 5 december 2026 om 20 uur (plaatselijke tijd, London)",
        "Saturday 5 December 2026, 20:00 (local time, London)",
    ]


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ({"start": "2026-12-05 20:00"}, "2026-12-05T20:00+01:00"),
        ({"start": "2027-07-05 20:00"}, "2027-07-05T20:00+02:00"),
        ({"start": "2026-12-05"}, "2026-12-05"),
        ({"start": "2026-12"}, ""),
    ],
)
def test_the_date_for_machines_has_the_offset_of_its_day_and_invents_nothing(typed: dict[str, Any], iso: str) -> None:
    event = make.event(**typed)
    assert iso_of(None, make.calendar(event).occurrences[event.id]) == iso


def test_what_is_coming_is_all_when_all_is_over() -> None:
    event = make.event(dates=[{"start": "2026-11-20 20:00"}, {"start": "2026-11-28 20:00"}])
    days = {
        wait: [item.day.day for item in ahead(make.site(event, now=make.NOW + timedelta(days=wait)), event)]
        for wait in (-5, 0, 20)
    }
    assert days == {-5: [20, 28], 0: [28], 20: [20, 28]}


@pytest.mark.parametrize(
    ("typed", "is_on"),
    [
        ({}, True),
        ({"status": "postponed"}, False),
        ({"dates": [{"start": "2026-12-05", "status": "cancelled"}]}, False),
        ({"dates": [{"start": "2026-12-05", "status": "cancelled"}, {"start": "2026-12-06"}]}, True),
        ({"dates": [{"start": "2026-11-20"}, {"start": "2026-12-06", "status": "cancelled"}]}, False),
        ({"period": {"end": "2026-12-31"}, "dates": [{"start": "2026-12-05", "status": "cancelled"}]}, True),
        ({"period": {"end": "2026-12-31"}, "status": "cancelled"}, False),
    ],
)
def test_what_takes_place_has_a_run_or_a_date_to_come_that_does(typed: dict[str, Any], *, is_on: bool) -> None:
    event = make.event(**typed)
    assert takes_place(make.site(event), event) is is_on
