"""Which calls are open, in which order, and where those that are closed stand."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from affiche.model.call import Call
from affiche.outputs.calls.lists import ALL, CallList, Calls
from tests import factories as make

CALLS = (
    make.call("noel", deadline="2026-12-24", kind="funding", disciplines=["music"]),
    make.call("demain", deadline="2026-11-22 09:00", disciplines=["music", "dance"]),
    make.call("toujours", rolling="true", kind="volunteering"),
    make.call("saison", rolling="true", kind="volunteering", end="2026-11-20"),
    make.call("mois", deadline="2025-06"),
    make.call("hier", deadline="2026-11-20"),
)


def calls(*records: Call, now: datetime = make.NOW) -> Calls:
    return Calls(make.calendar(*records, now=now))


def ids(found: Any) -> list[str]:
    return [call.id for call in found]


def test_open_calls_stand_by_their_deadline_and_those_without_one_last() -> None:
    assert ids(calls(*CALLS).current()) == ["demain", "noel", "toujours"]


def test_closed_calls_stand_by_year_the_latest_in_front() -> None:
    found = calls(*CALLS)
    assert ids(found.closed()) == ["saison", "hier", "mois"]
    assert {year: ids(each) for year, each in found.years.items()} == {2026: ["saison", "hier"], 2025: ["mois"]}


def test_no_call_is_lost_at_the_turn_of_a_year() -> None:
    """The last day of a year ends at the moment that a deadline at midnight of the next one names."""
    evenings = (make.call(each, deadline="2025-12-31") for each in ("a", "c"))
    found = calls(*evenings, make.call("b", deadline="2026-01-01 00:00"))
    assert {year: ids(each) for year, each in found.years.items()} == {2026: ["b"], 2025: ["c", "a"]}


def test_each_kind_and_discipline_of_a_call_has_a_list_closed_ones_too() -> None:
    assert calls(*CALLS).lists == [
        ALL,
        *(CallList(kind) for kind in ("residency", "funding", "volunteering")),
        *(CallList(discipline=name) for name in ("music", "dance")),
    ]
    assert ids(calls(*CALLS).current(CallList(discipline="music"))) == ["demain", "noel"]
    assert calls().lists == [ALL]


@pytest.mark.parametrize(
    ("deadline", "last_moment"),
    [
        ("2026-12-24 17:00", "2026-12-24T15:59:59"),
        ("2026-12-24 17:00+00:00", "2026-12-24T16:59:59"),
        ("2026-12-24", "2026-12-24T22:59:59"),
        ("2026-12", "2026-12-31T22:59:59"),
        ("2026-10-25", "2026-10-25T22:59:59"),
    ],
)
def test_a_call_is_open_until_the_end_of_its_deadline(deadline: str, last_moment: str) -> None:
    moment = datetime.fromisoformat(last_moment).replace(tzinfo=UTC)
    call = make.call(deadline=deadline)
    assert calls(call, now=moment).current() == [call]
    assert calls(call, now=moment.replace(microsecond=999_999)).current() == [call]
    assert calls(call, now=datetime.fromtimestamp(moment.timestamp() + 1, UTC)).current() == []


def test_a_deadline_at_midnight_is_of_the_day_that_it_begins() -> None:
    (call,) = found = (make.call(deadline="2026-12-24 00:00"),)
    assert calls(*found).last_day(call).isoformat() == "2026-12-24"


def test_who_calls_is_there_once_and_only_who_has_a_page() -> None:
    call = make.call(organisations=["zinneke", "inconnue", "zinneke"])
    found = Calls(make.calendar(call, make.organisation()))
    assert [each.id for each in found.callers(call)] == ["zinneke"]


def test_an_organisation_has_its_open_calls_then_its_closed_ones() -> None:
    zinneke = make.organisation()
    found = Calls(make.calendar(*CALLS, make.call("autre", organisations=["bureau"]), zinneke))
    assert ids(found.by(zinneke)) == ["demain", "noel", "toujours", "saison", "hier", "mois"]
