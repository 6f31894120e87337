"""Everything upcoming in one file: the events and the words of the static pages, no other, in their order."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from tests.factories import NOW
from tests.outputs.finder.reading import LANGUAGES, shown_by_entry, static_cards
from tests.pages import BuiltSite

TODAY = str(NOW.date())
BLOCKS = ("undated", "runs")


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def data(small: BuiltSite, language: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(small.files[f"{language}/upcoming.json"])
    return read


def test_the_file_says_its_day_and_where_events_and_their_calendar_files_are(
    small: BuiltSite, data: dict[str, Any]
) -> None:
    assert (data["day"], data["zone"]) == (TODAY, "Europe/Brussels")
    assert data["entries"]
    for entry in data["entries"]:
        page = f"{data['events']}{entry['id']}/"
        assert f"{page}index.html".lstrip("/") in small.files
        assert f"{page}{entry['id']}{data['ics']}".lstrip("/") in small.files


def test_every_day_is_said_as_the_card_under_it_says_it(small: BuiltSite, data: dict[str, Any], language: str) -> None:
    static = {
        (day, href): shown
        for day, href, shown in static_cards(small, language)
        if re.match(r"\d", day) and day >= TODAY
    }
    found = {
        (day[0], f"{data['events']}{entry['id']}/"): shown_by_entry(entry, day)
        for entry in data["entries"]
        for day in entry.get("days", ())
    }
    assert found == static
    assert len({day for day, _ in found}) > 20


def test_a_run_and_what_has_no_day_are_said_as_their_cards_say_it(
    small: BuiltSite, data: dict[str, Any], language: str
) -> None:
    entries = {f"{data['events']}{entry['id']}/": entry for entry in data["entries"]}
    static = [(place, href, shown) for place, href, shown in static_cards(small, language) if place in BLOCKS]
    assert {place for place, _, _ in static} == {*BLOCKS}
    for place, href, shown in static:
        if href in entries:
            assert shown_by_entry(entries[href]) == shown
            assert {"undated": "vague", "runs": "run"}[place] in entries[href]
    undated = {href for href, entry in entries.items() if entry.keys() & {"run", "vague"}}
    assert undated - {href for _, href, _ in static} == set()


def test_every_entry_stands_under_a_day_in_a_run_or_without_a_day(data: dict[str, Any]) -> None:
    assert [entry["id"] for entry in data["entries"] if not entry.keys() & {"days", "run", "vague"}] == []


def test_nothing_is_said_in_the_place_of_what_is_not_known(data: dict[str, Any]) -> None:
    nothing: tuple[object, ...] = ("", None, False, [], {})
    said = [(entry["id"], key) for entry in data["entries"] for key, value in entry.items() if value in nothing]
    assert said == []


def test_the_file_has_no_space_beside_those_of_its_texts(small: BuiltSite, language: str) -> None:
    text = small.files[f"{language}/upcoming.json"].decode()
    assert text == json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def test_days_are_days(data: dict[str, Any]) -> None:
    days = [day for entry in data["entries"] for day in entry.get("days", ())]
    assert [day for day in days if date.fromisoformat(day[0]).isoformat() != day[0] or day[0] < TODAY] == []


def test_hidden_and_professional_events_are_not_in_it(small: BuiltSite, data: dict[str, Any]) -> None:
    ids = {entry["id"] for entry in data["entries"]}
    assert ids & {"pas-fini", "rencontre-pro", "reunion-des-membres", "retire", "doublon", "pas-encore"} == set()
    assert ids & {"hier-soir", "il-y-a-longtemps"} == set()
