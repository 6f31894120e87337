"""Rules of repetition, against the expander of python-dateutil."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil import rrule
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.moment import Moment, Precision
from affiche.model.recurrence import LONGEST, Recurrence
from affiche.model.vocabulary import WEEKDAYS
from tests.examples import examples
from tests.typed import Refused, read

FREQUENCIES: dict[str, Any] = {"day": rrule.DAILY, "week": rrule.WEEKLY, "month": rrule.MONTHLY}
RANKS = {"1": 1, "2": 2, "3": 3, "4": 4, "last": -1}
local = datetime.fromisoformat


@st.composite
def rules(draw: st.DrawFn) -> dict[str, Any]:
    """Rules as they are typed."""
    first = draw(st.dates(date(2024, 1, 1), date(2031, 12, 31)))
    rule: dict[str, Any] = {
        "every": draw(st.sampled_from(("day", "week", "month"))),
        "interval": str(draw(st.integers(1, 5))),
        "days": draw(st.lists(st.sampled_from(WEEKDAYS), unique=True, max_size=3)),
        "from": str(first),
        "start": "20:00",
    }
    if rule["every"] == "month" and rule["days"]:
        rule["nth"] = draw(st.sampled_from(tuple(RANKS)))
    if draw(st.booleans()):
        rule["until"] = str(first + timedelta(days=draw(st.integers(0, LONGEST.days))))
    else:
        rule["count"] = str(draw(st.integers(1, 60)))
    return rule


def expanded(rule: dict[str, Any]) -> list[datetime]:
    """The moments of a rule, by python-dateutil; a count is not applied."""
    first = local(f"{rule['from']} 20:00")
    days = [getattr(rrule, name[:2].upper()) for name in rule["days"]]
    return list(
        rrule.rrule(
            FREQUENCIES[rule["every"]],
            first,
            int(rule["interval"]),
            wkst=rrule.MO,
            until=local(f"{rule['until']} 20:00") if "until" in rule else first + LONGEST,
            byweekday=[day(RANKS[rule["nth"]]) for day in days] if "nth" in rule else days or None,
        )
    )


def starts(rule: Recurrence) -> list[datetime]:
    return [performance.start.local for performance in rule.performances]


@examples(400)
@given(rules(), st.randoms(use_true_random=False))
def test_recurrence_has_the_moments_of_its_rule(rule: dict[str, Any], random: Any) -> None:
    moments = expanded(rule)
    count = int(rule.get("count", len(moments)))
    if len(moments) < count:
        assert read(Recurrence, rule) == Refused("recurrence-too-long")
        return
    moments = moments[:count]
    left_out = random.sample(moments, min(2, len(moments)))
    added = [moment + timedelta(hours=1) for moment in left_out]
    typed = {
        **rule,
        "except": [str(moment.date()) for moment in left_out],
        "extra": [str(Moment(moment)) for moment in added],
    }
    assert starts(read(Recurrence, rule)) == moments
    assert starts(read(Recurrence, typed)) == sorted({*moments, *added} - {*left_out})


@given(rules())
def test_recurrence_gives_each_performance_its_own_id(rule: dict[str, Any]) -> None:
    read_rule = read(Recurrence, {**rule, "days": rule["days"] * 2, "extra": [f"{rule['from']} 20:00"]})
    if isinstance(read_rule, Recurrence):
        ids = [performance.id for performance in read_rule.performances]
        assert len({*ids}) == len(ids)


WEEKLY = {"every": "week", "from": "2026-12-03", "until": "2026-12-17"}


@pytest.mark.parametrize(
    ("hours", "end"),
    [
        ({"start": "20:00", "end": "22:30"}, "2026-12-03 22:30"),
        ({"start": "22:00", "end": "02:00"}, "2026-12-04 02:00"),
        ({"start": "20:00", "end": "20:00"}, "2026-12-04 20:00"),
        ({"start": "20:00", "end": "00:00"}, "2026-12-04 00:00"),
    ],
)
def test_recurrence_ends_on_the_day_or_the_next_morning(hours: dict[str, str], end: str) -> None:
    assert read(Recurrence, WEEKLY | hours).performances[0].end == Moment(local(end))


def test_recurrence_without_an_hour_is_days() -> None:
    performances = read(Recurrence, WEEKLY | {"end": "22:00"}).performances
    assert [performance.start for performance in performances] == [
        Moment(local(day), Precision.DAY) for day in ("2026-12-03", "2026-12-10", "2026-12-17")
    ]
    assert [performance.end for performance in performances] == [None, None, None]


def test_recurrence_adds_a_moment_that_lasts_as_long_as_the_others() -> None:
    added = ["2026-12-05 14:00", "2026-12-06 23:00", "2026-12-07"]
    rule = read(Recurrence, WEEKLY | {"start": "20:00", "end": "22:00", "extra": added})
    ends = {performance.id: performance.end for performance in rule.performances}
    assert ends["20261205T1400"] == Moment(local("2026-12-05 16:00"))
    assert ends["20261206T2300"] == Moment(local("2026-12-07 01:00"))
    assert ends["20261207"] is None


def test_recurrence_counts_days_before_it_leaves_some_out() -> None:
    rule = {"every": "week", "from": "2026-12-03", "count": "3", "except": ["2026-12-10"]}
    assert starts(read(Recurrence, rule)) == [local("2026-12-03"), local("2026-12-17")]


def test_recurrence_counts_the_earliest_of_several_days_of_a_month() -> None:
    rule = {"every": "month", "days": ["mon", "tue"], "nth": "1", "from": "2026-12-01", "count": "3"}
    assert starts(read(Recurrence, rule)) == [local("2026-12-01"), local("2026-12-07"), local("2027-01-04")]


def test_recurrence_skips_months_without_its_day() -> None:
    rule = {"every": "month", "from": "2027-01-31", "until": "2027-06-01"}
    assert starts(read(Recurrence, rule)) == [local("2027-01-31"), local("2027-03-31"), local("2027-05-31")]


def test_recurrence_of_a_huge_interval_happens_once() -> None:
    assert (
        len(read(Recurrence, {"every": "month", "interval": "999999", "from": "2026-12-03", "count": "1"}).performances)
        == 1
    )


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ({}, "recurrence-unbounded"),
        ({"until": "2026-12-17", "count": "3"}, "recurrence-unbounded"),
        ({"until": "2026-12-02"}, "end-before-start"),
        ({"until": "2027-12-05"}, "recurrence-too-long"),
        ({"count": "401"}, "recurrence-too-long"),
        ({"count": "0"}, "recurrence-too-long"),
        ({"count": "54"}, "recurrence-too-long"),
        ({"interval": "0", "count": "3"}, "recurrence-too-long"),
        ({"every": "month", "days": ["thu"], "count": "3"}, "recurrence-nth"),
        ({"every": "month", "nth": "1", "count": "3"}, "recurrence-nth"),
        ({"nth": "1", "days": ["thu"], "count": "3"}, "recurrence-nth"),
        ({"every": "year", "count": "3"}, "value-unknown"),
        ({"every": "month", "days": ["thu"], "nth": "5", "count": "3"}, "value-unknown"),
    ],
)
def test_recurrence_that_cannot_be_is_refused(typed: dict[str, Any], code: str) -> None:
    assert read(Recurrence, {"every": "week", "from": "2026-12-03", **typed}).code == code
