"""Opening hours: closed days before adjusted ones, adjusted ones before the week."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest

from affiche.model.opening import Closure, RunHours, Schedule
from tests.typed import Refused, read

WEEK: dict[str, Any] = {
    "opening_hours": [
        {"days": ["tue", "wed"], "opens": "14:00", "closes": "18:00"},
        {"days": ["tue"], "opens": "10:00", "closes": "12:30"},
        {"days": ["fri"], "opens": "20:00", "closes": "02:00"},
    ],
    "closed": [{"from": "2026-12-25", "to": "2027-01-01", "note": {"fr": "Fêtes"}}],
    "adjusted": [
        {
            "from": "2026-12-22",
            "to": "2027-01-03",
            "opening_hours": [{"days": ["tue", "sat"], "opens": "10:00", "closes": "20:00"}],
        }
    ],
}


@pytest.mark.parametrize(
    ("day", "hours"),
    [
        (date(2026, 12, 1), ((time(10), time(12, 30)), (time(14), time(18)))),
        (date(2026, 12, 2), ((time(14), time(18)),)),
        (date(2026, 12, 3), ()),
        (date(2026, 12, 4), ((time(20), time(2)),)),
        (date(2026, 12, 22), ((time(10), time(20)),)),
        (date(2026, 12, 23), ()),
        (date(2026, 12, 29), ()),
        (date(2027, 1, 2), ((time(10), time(20)),)),
        (date(2027, 1, 5), ((time(10), time(12, 30)), (time(14), time(18)))),
    ],
)
def test_schedule_gives_the_hours_of_a_day(day: date, hours: tuple[tuple[time, time], ...]) -> None:
    assert read(Schedule, WEEK).hours_on(day) == hours


@pytest.mark.parametrize(
    ("typed", "hours"),
    [
        (["10:00-18:00", "18:00-21:00"], [(time(10), time(21))]),
        (["18:00-21:00", "10:00-19:00"], [(time(10), time(21))]),
        (["10:00-18:00", "11:00-12:00"], [(time(10), time(18))]),
        (["18:00-22:00", "22:00-02:00"], [(time(18), time(2))]),
        (["18:00-02:00", "19:00-20:00"], [(time(18), time(2)), (time(19), time(20))]),
        (["10:00-12:00", "13:00-18:00"], [(time(10), time(12)), (time(13), time(18))]),
    ],
)
def test_hours_that_touch_are_one_stretch(typed: list[str], hours: list[tuple[time, time]]) -> None:
    week = [{"days": ["tue"], "opens": each[:5], "closes": each[6:]} for each in typed]
    assert read(Schedule, {"opening_hours": week}).hours_on(date(2026, 12, 1)) == tuple(hours)


def test_schedule_without_hours_says_nothing() -> None:
    assert Schedule().hours_on(date(2026, 12, 1)) == ()


def test_later_adjustment_wins() -> None:
    first = {"from": "2026-12-01", "to": "2026-12-31", "opening_hours": []}
    then = {
        "from": "2026-12-08",
        "to": "2026-12-08",
        "opening_hours": [{"days": ["tue"], "opens": "9:00", "closes": "10:00"}],
    }
    schedule = read(Schedule, {"adjusted": [first, then]})
    assert schedule.hours_on(date(2026, 12, 8)) == ((time(9), time(10)),)


def test_closure_has_both_its_ends() -> None:
    closure = read(Closure, {"from": "2026-12-24", "to": "2026-12-26"})
    assert [closure.covers(date(2026, 12, day)) for day in range(23, 28)] == [False, True, True, True, False]


def test_closure_of_one_day_is_allowed_and_of_none_refused() -> None:
    assert read(Closure, {"from": "2026-12-24", "to": "2026-12-24"}).covers(date(2026, 12, 24))
    assert read(Closure, {"from": "2026-12-24", "to": "2026-12-23"}) == Refused("end-before-start")


def test_run_has_its_venue_s_hours_or_its_own() -> None:
    assert read(RunHours, "venue") == "venue"
    assert read(RunHours, [{"days": ["mon"], "opens": "10:00", "closes": "18:00"}])[0].opens == time(10)
    assert read(RunHours, "venues") == Refused("value-unknown", "venue")
    assert read(RunHours, [{"days": ["monday"], "opens": "10:00", "closes": "18:00"}]) == Refused(
        "value-unknown", "mon"
    )
