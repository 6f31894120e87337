"""Events for the same people at the same time: which count, and the days that are proposed instead."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from affiche.checks.base_clashes import check_clashes
from affiche.checks.clashes import Programme, clashes_of
from affiche.checks.scope import Scope
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.sources.base import Base
from tests import factories as make

MUSIC = {"disciplines": ["music"]}


def here(record_id: str, **typed: Any) -> Event:
    """A concert in Brussels, of a house of its own, on Saturday 5 December 2026 at 20:00."""
    plain = {"venue": {"name": record_id, "municipality": "Bruxelles"}, "organisers": [f"house-{record_id}"], **MUSIC}
    return make.event(record_id, **{**plain, **typed})


def rivals(*events: Event) -> list[str]:
    """The events that the first one clashes with."""
    return [clash.other.id for clash in clashes_of(events[0], make.calendar(*events))]


@pytest.mark.parametrize(
    ("typed", "clashes"),
    [
        ({}, True),
        ({"start": "2026-12-05 17:00"}, True),
        ({"start": "2026-12-05 23:00"}, True),
        ({"start": "2026-12-05 23:01"}, False),
        ({"start": "2026-12-05"}, False),
        ({"disciplines": ["dance", "music"]}, True),
        ({"disciplines": ["dance"]}, False),
        ({"audience": "professionals"}, False),
        ({"venue": {"name": "b", "municipality": "Elsene"}}, False),
        ({"venue": {"name": "b", "municipality": "Brussel"}}, True),
        ({"venue": {"name": "b", "municipality": "Elsene"}, "campaigns": ["fete"]}, True),
        ({"organisers": ["house-a"]}, False),
        ({"organisers": ["house-b", {"organisation": "house-a", "role": "partner"}]}, True),
        ({"part_of": "a"}, False),
        ({"status": "cancelled"}, False),
        ({"dates": [{"start": "2026-12-04 20:00"}, {"start": "2026-12-05 20:00"}]}, False),
        ({"dates": [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}]}, True),
        (
            {"dates": [{"start": "2026-12-04 20:00"}, {"start": "2026-12-05 20:00"}], "organisers": ["x", "y"]},
            True,
        ),
        ({"period": {"start": "2026-12-05", "end": "2027-01-03"}, "dates": [{"start": "2026-12-05 18:00"}]}, True),
        ({"period": {"start": "2026-12-05", "end": "2027-01-03"}}, False),
        ({"draft": "true"}, False),
    ],
)
def test_event_clashes_with_another(typed: dict[str, Any], clashes: bool) -> None:  # noqa: FBT001 - a column
    assert rivals(here("a", campaigns=["fete"]), here("b", **typed)) == ["b"] * clashes


def test_what_is_over_clashes_with_nothing() -> None:
    start = "2026-11-20 20:00"
    assert rivals(here("a", start=start), here("b", start=start)) == []


def test_clashes_are_told_the_nearest_first() -> None:
    others = [here("late", start="2026-12-05 22:00"), here("near", start="2026-12-05 20:30"), here("same")]
    assert rivals(here("a"), *others) == ["same", "near", "late"]


def test_clashes_of_a_season_are_each_told_once() -> None:
    events = [here("a"), here("b", start="2026-12-05 21:00"), here("c", start="2026-12-12 20:00"), here("d")]
    found = Programme.of(make.calendar(*events)).clashes()
    assert [(clash.event.id, clash.other.id) for clash in found] == [("a", "d"), ("a", "b"), ("d", "b")]


def test_quiet_days_are_the_two_emptiest_of_the_week_for_the_same_people() -> None:
    busy = [here(f"d{day}", start=f"2026-12-0{day} 20:00") for day in (1, 2, 3, 6)]
    busy.append(here("monday", start="2026-11-30 09:00"))
    elsewhere = here("dance", start="2026-12-04 20:00", disciplines=["dance"])
    programme = Programme.of(make.calendar(here("a"), *busy, elsewhere, here("e", start="2026-12-03 11:00")))
    assert programme.quiet_days(here("a"), date(2026, 12, 5)) == [date(2026, 12, 4), date(2026, 12, 6)]


def test_quiet_days_are_still_to_come() -> None:
    programme = Programme.of(make.calendar())
    assert programme.quiet_days(here("a"), date(2026, 11, 22)) == [date(2026, 11, 21)]
    assert programme.quiet_days(here("a"), date(2026, 11, 21)) == [date(2026, 11, 22)]


def told(before: list[Record], after: list[Record]) -> list[tuple[str, str, dict[str, str]]]:
    stems = frozenset(record.id for record in after)
    scope = Scope(after, {"events": stems}, make.calendar(*after))
    return [(each.path, each.field, dict(each.values)) for each in check_clashes(Base(tuple(before)), scope)]


def test_clash_is_told_of_an_event_that_is_new_and_names_three() -> None:
    before = [here(name) for name in ("b", "c", "d", "e")]
    assert told([*before], [*before, here("a")]) == [
        (
            "content/events/a.md",
            "start",
            {
                "value": "2026-12-05 20:00",
                "others": "; ".join(f"Nuit ouverte (20:00, content/events/{name}.md)" for name in ("b", "c", "d")),
                "quiet": "2026-12-04, 2026-12-06",
                "reason": "",
            },
        )
    ]


def test_clash_is_told_of_an_event_that_moved_and_of_no_other() -> None:
    other = here("b", dates=[{"start": "2026-12-05 20:00"}, {"start": "2026-12-12 20:00"}])
    before, moved = here("a", start="2026-12-06 20:00"), here("a", previous_start=["2026-12-06 20:00"])
    assert [path for path, *_ in told([before, other], [moved, other])] == ["content/events/a.md"]
    assert told([moved, other], [moved, other]) == []
    venue = {"name": "old", "municipality": "Bruxelles"}
    renamed = here("a", redirect_from=["old"], venue=venue)
    assert told([here("old"), other], [renamed, other]) == []
