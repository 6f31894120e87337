"""Random opening hours: closed days before adjusted ones, adjusted ones before the week."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from affiche.model.opening import Schedule
from affiche.model.vocabulary import WEEKDAYS
from tests.examples import examples
from tests.typed import read

FIRST = date(2028, 2, 20)
HOURS = st.times().map(lambda hour: f"{hour:%H:%M}")
WEEKS = st.lists(
    st.fixed_dictionaries(
        {
            "days": st.lists(st.sampled_from(WEEKDAYS), min_size=1, max_size=4, unique=True),
            "opens": HOURS,
            "closes": HOURS,
        }
    ),
    max_size=4,
)


@st.composite
def stretches(draw: st.DrawFn) -> dict[str, str]:
    first = FIRST + timedelta(days=draw(st.integers(-3, 20)))
    return {"from": str(first), "to": str(first + timedelta(days=draw(st.integers(0, 6))))}


@st.composite
def adjustments(draw: st.DrawFn) -> dict[str, Any]:
    return {**draw(stretches()), "opening_hours": draw(WEEKS)}


@given(WEEKS, st.lists(stretches(), max_size=3), st.lists(adjustments(), max_size=3))
@examples(40)
def test_schedule_is_open_when_no_closed_day_and_no_adjusted_one_says_otherwise(
    week: list[dict[str, Any]], closed: list[dict[str, str]], adjusted: list[dict[str, Any]]
) -> None:
    schedule = read(Schedule, {"opening_hours": week, "closed": closed, "adjusted": adjusted})
    for day in (FIRST + timedelta(days=step) for step in range(21)):
        shown = [(f"{opens:%H:%M}", f"{closes:%H:%M}") for opens, closes in schedule.hours_on(day)]
        holds = [each["opening_hours"] for each in adjusted if each["from"] <= str(day) <= each["to"]]
        hours = [each for each in (holds[-1] if holds else week) if f"{day:%a}".lower() in each["days"]]
        is_closed = any(each["from"] <= str(day) <= each["to"] for each in closed)
        typed = [] if is_closed else [(each["opens"], each["closes"]) for each in hours]
        assert minutes(shown) == minutes(typed)


def minutes(hours: Iterable[tuple[str, str]]) -> set[int]:
    """The minutes since midnight at which it is open; a time that is not after the first is on the next day."""
    found: set[int] = set()
    for opens, closes in hours:
        first, last = (int(text[:2]) * 60 + int(text[3:]) for text in (opens, closes))
        found.update(range(first, last + 24 * 60 * (last <= first)))
    return found
