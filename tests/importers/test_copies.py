"""Copies of one event: dates that are joined, days that make a run, and what stays apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from affiche.importers.copies import without_copies
from affiche.importers.imported import Entry, Imported

WEEK = {"opens": "10:00", "closes": "18:00"}


def event(number: int, *dates: Entry, title: str = "Nuit ouverte", body: str = "", **fields: object) -> Imported:
    bodies = {"": body} if body else {}
    return Imported(f"ics:{number}", {"title": title, "dates": [*dates], **fields}, bodies)


def days(
    first: str, count: int, *, without: Sequence[int] = (), hours: tuple[str, str] | None = None
) -> list[Imported]:
    """One event a day, from a first day on."""
    made = []
    for number in range(count):
        day = date.fromisoformat(first) + timedelta(days=number)
        if number not in without:
            times = {"start": f"{day} {hours[0]}", "end": f"{day} {hours[1]}"} if hours else {"start": str(day)}
            made.append(event(number, times))
    return made


def test_performances_of_one_title_are_one_event_with_the_first_identity() -> None:
    (found,) = without_copies([event(2, {"start": "2026-12-06 20:00"}), event(1, {"start": "2026-12-05 20:00"})])
    assert found == replace(
        event(1, {"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00"}), other_ids=("ics:2",)
    )


def test_what_a_copy_says_of_itself_is_said_of_its_date() -> None:
    cancelled = event(2, {"start": "2026-12-06 20:00"}, status="cancelled", booking={"url": "https://example.org/2"})
    (found,) = without_copies([event(1, {"start": "2026-12-05 20:00"}), cancelled])
    second = {"start": "2026-12-06 20:00", "status": "cancelled", "booking_url": "https://example.org/2"}
    assert found.entry == {"title": "Nuit ouverte", "dates": [{"start": "2026-12-05 20:00"}, second]}


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Nuit fermée"},
        {"body": "Un autre invité."},
        {"venue": {"name": "Ailleurs"}},
        {"price": "12"},
    ],
)
def test_what_differs_for_its_visitors_stays_apart(other: dict[str, object]) -> None:
    apart = [event(1, {"start": "2026-12-05 20:00"}), event(2, {"start": "2026-12-06 20:00"}, **other)]  # type: ignore[arg-type]
    assert without_copies(apart) == tuple(apart)


def test_days_of_an_exhibition_are_a_run_with_its_week_and_its_closed_days() -> None:
    # from Tuesday 1 December, closed on Mondays, and on Christmas
    copies = days("2026-12-01", 34, without=(6, 13, 20, 27, 24), hours=("10:00", "18:00"))
    (found,) = without_copies(copies)
    assert found.entry == {
        "title": "Nuit ouverte",
        "period": {"start": "2026-12-01", "end": "2027-01-03"},
        "opening_hours": [{"days": ["tue", "wed", "thu", "fri", "sat", "sun"], **WEEK}],
        "closed": [{"from": "2026-12-25", "to": "2026-12-25"}],
    }


def test_a_late_evening_of_a_run_is_adjusted() -> None:
    copies = days("2026-12-01", 14, hours=("10:00", "18:00"))
    late = event(2, {"start": "2026-12-03 10:00", "end": "2026-12-03 22:00"})
    (found,) = without_copies([late if each.external_id == "ics:2" else each for each in copies])
    thursday = {"days": ["thu"], "opens": "10:00", "closes": "22:00"}
    # of two Thursdays the first one is the usual one
    assert found.entry["opening_hours"][1] == thursday
    assert found.entry["adjusted"] == [
        {"from": "2026-12-10", "to": "2026-12-10", "opening_hours": [{"days": ["thu"], **WEEK}]}
    ]


def test_a_cancelled_day_of_a_run_is_a_closed_one() -> None:
    off = event(9, {"start": "2026-12-06", "status": "cancelled"})
    (found,) = without_copies([*days("2026-12-01", 5), off, *days("2026-12-07", 3)])
    assert found.entry["period"] == {"start": "2026-12-01", "end": "2026-12-09"}
    assert found.entry["closed"] == [{"from": "2026-12-06", "to": "2026-12-06"}]


def test_a_rule_that_was_cut_gives_its_first_day_and_no_end_that_is_none() -> None:
    (first, *others) = days("2026-12-01", 10)
    ruled = replace(first, since="2026-10-01", goes_on=True)
    (found,) = without_copies([ruled, *others])
    assert found.entry["period"] == {"start": "2026-10-01"}


def test_whole_days_are_a_run_without_hours() -> None:
    (found,) = without_copies(days("2026-12-01", 10))
    assert found.entry == {"title": "Nuit ouverte", "period": {"start": "2026-12-01", "end": "2026-12-10"}}


@pytest.mark.parametrize(
    ("copies", "reason"),
    [
        (days("2026-12-01", 10, hours=("20:00", "22:00")), "a play"),
        (days("2026-12-01", 4), "too few"),
        ([event(n, {"start": str(date(2026, 12, 3) + timedelta(weeks=n))}) for n in range(8)], "a class a week"),
        ([*days("2026-12-01", 3), *days("2026-12-20", 4)], "a long pause"),
        ([*days("2026-12-01", 5), event(9, {"start": "2026-12-06 20:00"})], "an evening among days"),
    ],
)
def test_dates_that_are_no_run_stay_dates(copies: list[Imported], reason: str) -> None:
    (found,) = without_copies(copies)
    assert "period" not in found.entry, reason


def test_the_order_of_the_source_makes_no_difference() -> None:
    copies = [*days("2026-12-01", 8, hours=("10:00", "18:00")), event(20, {"start": "2026-12-02"}, title="Autre")]
    assert without_copies(copies) == without_copies([*reversed(copies)])
