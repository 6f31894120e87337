from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.week import Week

BRUSSELS = ZoneInfo("Europe/Brussels")
moments = st.integers(1_577_836_800, 2_366_841_600).map(lambda seconds: datetime.fromtimestamp(seconds, UTC))


@pytest.mark.parametrize(
    ("now", "week"),
    [
        ("2026-11-23T04:59:59", "2026-W47"),  # Monday 05:59:59 in winter
        ("2026-11-23T05:00:00", "2026-W48"),
        ("2026-06-01T03:59:59", "2026-W22"),  # and in summer
        ("2026-06-01T04:00:00", "2026-W23"),
        ("2026-03-29T12:00:00", "2026-W13"),  # the Sunday of a clock change
        ("2026-03-30T03:59:59", "2026-W13"),
        ("2026-03-30T04:00:00", "2026-W14"),
        ("2026-10-26T04:59:59", "2026-W43"),
        ("2026-10-26T05:00:00", "2026-W44"),
        ("2026-12-31T12:00:00", "2026-W53"),
        ("2027-01-03T23:00:00", "2026-W53"),
        ("2027-01-04T05:00:00", "2027-W01"),
        ("2024-12-30T05:00:00", "2025-W01"),
    ],
)
def test_the_open_week_is_that_of_the_latest_monday_at_six(now: str, week: str) -> None:
    assert str(Week.at(datetime.fromisoformat(now).replace(tzinfo=UTC), BRUSSELS)) == week


@given(moments)
def test_the_open_week_has_opened_and_the_next_one_has_not(now: datetime) -> None:
    week = Week.at(now, BRUSSELS)
    assert week.opens(BRUSSELS) <= now < week.back(-1).opens(BRUSSELS)
    assert week.opens(BRUSSELS).astimezone(BRUSSELS).strftime("%a %H:%M:%S") == "Mon 06:00:00"
    assert str(week) == week.monday.strftime("%G-W%V")


@given(moments)
def test_the_first_week_from_a_moment_opens_at_it_or_next(moment: datetime) -> None:
    first = Week.from_moment(moment, BRUSSELS)
    assert first.back(1).opens(BRUSSELS) < moment <= first.opens(BRUSSELS)
    assert Week.from_moment(first.opens(BRUSSELS), BRUSSELS) == first


def test_a_week_has_its_seven_days_and_no_unknown_one() -> None:
    week = Week.of(date(2027, 1, 1))
    days = [date(2026, 12, 25) + timedelta(days=count) for count in range(14)]
    assert [day for day in days if day in week] == days[3:10]
    assert (week.monday, week.sunday, None in week) == (date(2026, 12, 28), date(2027, 1, 3), False)
