"""Performances in real time: local hours across clock changes, nights, days and seasons."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import Occurrence, Run, is_ambiguous, is_impossible, occurrence_of, resolve
from tests.factories import event

BRUSSELS = ZoneInfo("Europe/Brussels")
#: The last Sundays of March and October: clocks go from 2:00 to 3:00, and from 3:00 back to 2:00.
SPRING = [date(2024, 3, 31), date(2025, 3, 30), date(2026, 3, 29), date(2027, 3, 28), date(2028, 3, 26)]
SPRING += [date(2029, 3, 25), date(2030, 3, 31)]
AUTUMN = [date(2024, 10, 27), date(2025, 10, 26), date(2026, 10, 25), date(2027, 10, 31), date(2028, 10, 29)]
AUTUMN += [date(2029, 10, 28), date(2030, 10, 27)]
local = datetime.fromisoformat


def occurrence(zone: ZoneInfo = BRUSSELS, **typed: Any) -> Occurrence:
    return occurrence_of(event(**typed), 0, zone)


@pytest.mark.parametrize("day", [*SPRING, *AUTUMN])
def test_evening_is_at_its_local_hour_around_a_clock_change(day: date) -> None:
    evenings = [resolve(Moment(local(f"{day + timedelta(days=step)} 20:00")), BRUSSELS) for step in (-1, 0)]
    hours = 20 - 1 if day in SPRING else 20 - 2
    assert [evening.astimezone(UTC).hour for evening in evenings] == [hours, hours - 1 if day in SPRING else hours + 1]


@pytest.mark.parametrize("day", SPRING)
def test_hour_of_spring_that_clocks_jump_over_is_impossible(day: date) -> None:
    hours = ("01:59", "02:00", "02:59", "03:00")
    assert [is_impossible(local(f"{day} {hour}"), BRUSSELS) for hour in hours] == [False, True, True, False]
    assert [is_ambiguous(local(f"{day} {hour}"), BRUSSELS) for hour in hours] == [False] * 4


@pytest.mark.parametrize("day", AUTUMN)
def test_hour_of_autumn_that_comes_twice_is_ambiguous(day: date) -> None:
    hours = ("01:59", "02:00", "02:59", "03:00")
    assert [is_ambiguous(local(f"{day} {hour}"), BRUSSELS) for hour in hours] == [False, True, True, False]
    assert [is_impossible(local(f"{day} {hour}"), BRUSSELS) for hour in hours] == [False] * 4


@pytest.mark.parametrize("day", AUTUMN)
def test_stated_offset_tells_the_two_hours_apart(day: date) -> None:
    moment = local(f"{day} 02:30")
    first, second = (resolve(Moment(moment, offset=timedelta(hours=hours)), BRUSSELS) for hours in (2, 1))
    assert (first.replace(tzinfo=None), second.replace(tzinfo=None)) == (moment, moment)
    assert second.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=1)


def test_stated_offset_is_converted_to_the_zone_of_the_place() -> None:
    moment = Moment(local("2026-12-05 15:00"), offset=timedelta(hours=-5))
    assert resolve(moment, BRUSSELS).isoformat() == "2026-12-05T21:00:00+01:00"


@given(
    st.datetimes(local("2024-01-01"), local("2030-12-31")), st.sampled_from([BRUSSELS, ZoneInfo("Australia/Lord_Howe")])
)
def test_possible_local_time_is_kept(moment: datetime, zone: ZoneInfo) -> None:
    resolved = resolve(Moment(moment), zone)
    back = resolved.astimezone(UTC).astimezone(zone).replace(tzinfo=None)
    assert (back == moment) is not is_impossible(moment, zone)


def test_night_belongs_to_its_evening() -> None:
    night = occurrence(start="2026-12-05 22:00", end="2026-12-06 04:00")
    assert (night.day, night.last_day) == (date(2026, 12, 5), date(2026, 12, 6))
    assert night.over_at == local("2026-12-06 04:00").replace(tzinfo=BRUSSELS)


def test_end_at_midnight_is_of_the_same_day() -> None:
    evening = occurrence(start="2026-12-05 20:00", end="2026-12-06 00:00")
    assert (evening.day, evening.last_day) == (date(2026, 12, 5), date(2026, 12, 5))


@pytest.mark.parametrize(
    ("typed", "last_day"),
    [
        ({"start": "2026-12-05 20:00"}, date(2026, 12, 5)),
        ({"start": "2026-12-05"}, date(2026, 12, 5)),
        ({"start": "2026-12"}, date(2026, 12, 31)),
        ({"start": "2026-winter"}, date(2027, 2, 28)),
        ({"dates": [{"start": "2026-12-05", "end": "2026-12-07"}]}, date(2026, 12, 7)),
        ({"start": "2026-12-05 20:00", "date_precision": "month"}, date(2026, 12, 31)),
        ({"start": "2026-12-05 20:00", "end": "2026-12-05 22:00", "date_precision": "month"}, date(2026, 12, 31)),
        ({"start": "2027-01-05 20:00", "date_precision": "season"}, date(2027, 2, 28)),
    ],
)
def test_occurrence_without_an_end_is_over_at_the_end_of_its_last_night(typed: dict[str, Any], last_day: date) -> None:
    subject = occurrence(**typed)
    assert subject.last_day == last_day
    assert subject.over_at == local(f"{last_day + timedelta(days=1)} 05:00").replace(tzinfo=BRUSSELS)


def test_occurrence_whose_date_is_not_fixed_has_no_hour() -> None:
    subject = occurrence(start="2026-12-05 20:00", end="2026-12-05 22:00", date_precision="month")
    assert (subject.day, subject.start, subject.end) == (date(2026, 12, 1), None, None)
    assert (subject.id, subject.precision) == ("20261205T2000", Precision.MONTH)


def test_occurrence_is_of_the_day_at_its_place() -> None:
    subject = occurrence(ZoneInfo("America/New_York"), start="2026-12-05 20:00Z")
    assert (subject.day, str(subject.start)) == (date(2026, 12, 5), "2026-12-05 15:00:00-05:00")
    abroad = occurrence(ZoneInfo("Asia/Tokyo"), start="2026-12-05 20:00Z")
    assert (abroad.day, str(abroad.start)) == (date(2026, 12, 6), "2026-12-06 05:00:00+09:00")


def test_occurrences_are_in_the_order_in_which_they_happen() -> None:
    starts = ("2026-10-25 02:15+01:00", "2026-10-25 02:30+02:00", "2026-10-25", "2026-10-24 23:00")
    found = [occurrence(dates=[{"start": start, "id": f"n{rank}"}]) for rank, start in enumerate(starts)]
    assert [each.id for each in sorted(found, key=lambda each: each.sort_key)] == ["n3", "n2", "n1", "n0"]


@pytest.mark.parametrize(
    ("first", "last", "on"),
    [
        (date(2026, 12, 5), date(2026, 12, 6), [False, True, True, False]),
        (None, date(2026, 12, 5), [True, True, False, False]),
        (date(2026, 12, 6), None, [False, False, True, True]),
    ],
)
def test_run_is_on_between_the_ends_that_are_known(first: date | None, last: date | None, on: list[bool]) -> None:
    run = Run(first, last, BRUSSELS, "scheduled")
    assert [run.is_on(date(2026, 12, day)) for day in (4, 5, 6, 7)] == on


def test_run_is_over_at_the_midnight_after_its_last_day() -> None:
    assert Run(None, date(2026, 12, 5), BRUSSELS, "scheduled").over_at == datetime(2026, 12, 5, 23, tzinfo=UTC)
    assert Run(date(2026, 12, 5), None, BRUSSELS, "scheduled").over_at is None
