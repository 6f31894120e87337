"""Events: their performances, and the rules between their fields."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.problems import Fault, Value
from tests.factories import event
from tests.typed import Refused, codes_of, faults_of, read

WEEKLY = {"every": "week", "from": "2026-12-03", "until": "2026-12-17", "start": "20:00"}


def ids(**typed: Any) -> list[str]:
    return [performance.id for performance in event(**typed).performances]


def test_event_of_one_start_has_one_performance() -> None:
    [performance] = event(start="2026-12-05 20:00", end="2026-12-05 22:00").performances
    assert (str(performance.start), str(performance.end)) == ("2026-12-05 20:00", "2026-12-05 22:00")


def test_event_keeps_its_identity_from_the_short_form_to_dates() -> None:
    assert ids(start="2026-12-05 20:00") == ids(dates=[{"start": "2026-12-05 20:00"}])
    assert ids(start="2026-12-06 20:00", previous_start=["2026-12-05 20:00"]) == ["20261205T2000"]


def test_event_has_its_dates_in_order() -> None:
    assert ids(dates=[{"start": "2026-12-06"}, {"start": "2026-12-05 20:00"}]) == ["20261205T2000", "20261206"]


def test_event_of_a_period_has_only_the_dates_beside_it() -> None:
    period = {"start": "2026-12-01", "end": "2026-12-31"}
    assert ids(period=period) == []
    assert ids(period=period, dates=[{"start": "2026-11-30 18:00"}]) == ["20261130T1800"]


def test_date_replaces_the_occurrence_of_a_rule_with_its_start() -> None:
    dates = [{"start": "2026-12-10 20:00", "status": "cancelled"}]
    performances = event(recurrence=WEEKLY, dates=dates).performances
    assert [(each.id, each.status) for each in performances] == [
        ("20261203T2000", None),
        ("20261210T2000", "cancelled"),
        ("20261217T2000", None),
    ]


def test_date_replaces_the_occurrence_of_a_rule_that_was_moved() -> None:
    dates = [{"start": "2026-12-11 20:00", "previous_start": ["2026-12-10 20:00"]}]
    performances = event(recurrence=WEEKLY, dates=dates).performances
    assert [(each.id, str(each.start)) for each in performances] == [
        ("20261203T2000", "2026-12-03 20:00"),
        ("20261210T2000", "2026-12-11 20:00"),
        ("20261217T2000", "2026-12-17 20:00"),
    ]


def test_performance_has_its_own_status_before_the_event_s() -> None:
    dates = [{"start": "2026-12-05"}, {"start": "2026-12-06", "status": "scheduled", "availability": "sold-out"}]
    subject = event(dates=dates, status="postponed", availability="limited")
    assert [subject.status_of(each) for each in subject.performances] == ["postponed", "scheduled"]
    assert [subject.availability_of(each) for each in subject.performances] == ["limited", "sold-out"]


def test_event_says_how_exactly_its_dates_are_known() -> None:
    assert event().precision is Precision.MINUTE
    assert event(date_precision="season").precision is Precision.SEASON


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ({}, [("when-missing", "")]),
        ({"start": "2026-12-05", "dates": [{"start": "2026-12-06"}]}, [("when-twice", "dates")]),
        ({"start": "2026-12-05", "period": {"start": "2026-12-05"}}, [("when-twice", "period")]),
        ({"period": {"start": "2026-12-05"}, "recurrence": WEEKLY}, [("when-twice", "recurrence")]),
        (
            {"period": {"start": "2026-12-05"}, "recurrence": WEEKLY, "dates": [{"start": "2026-12-06"}]},
            [("when-twice", "recurrence")],
        ),
        ({"dates": []}, [("when-empty", "dates")]),
        ({"dates": [], "period": {"start": "2026-12-05"}}, []),
        ({"recurrence": {**WEEKLY, "days": ["mon"], "until": "2026-12-04"}}, [("when-empty", "recurrence")]),
        ({"recurrence": WEEKLY, "dates": [{"start": "2026-12-06"}]}, []),
        ({"start": "soon"}, [("date-format", "start")]),
        ({"start": "2026-12-05", "opening_hours": "venue"}, [("period-missing", "opening_hours")]),
        ({"dates": [{"start": "2026-12-05"}], "end": "2026-12-06"}, [("start-missing", "end")]),
        ({"start": "2026-12-05 20:00", "end": "2026-12-05 19:00"}, [("end-before-start", "end")]),
        ({"start": "2026-12-05", "organisers": []}, [("field-missing", "organisers")]),
        ({"start": "2026-12-05", "organisers": None}, [("field-missing", "")]),
        (
            {"dates": [{"start": "2026-12-05"}, {"start": "2026-12-06", "id": "20261205"}]},
            [("date-twice", "dates.1.id")],
        ),
    ],
)
def test_event_has_one_way_to_say_when(typed: dict[str, Any], codes: list[tuple[str, str]]) -> None:
    assert codes_of(Event, **typed) == codes


@pytest.mark.parametrize(
    ("start", "end", "period"),
    [
        ("2026-12-05", "2026-12-20", {"start": "2026-12-05", "end": "2026-12-20"}),
        ("2026-12-05 20:00", "2026-12-20", {"start": "2026-12-05", "end": "2026-12-20"}),
        ("2026-12-05", "2026-12-20 18:00", {"start": "2026-12-05", "end": "2026-12-20"}),
        ("2026-11", "2026-12", {"start": "2026-11-01", "end": "2026-12-31"}),
    ],
)
def test_start_and_end_of_other_days_are_a_period(start: str, end: str, period: dict[str, Value]) -> None:
    assert faults_of(Event, start=start, end=end) == [Fault("run-as-start", ("start",), hint={"period": period})]


@pytest.mark.parametrize(
    ("start", "end"),
    [("2026-12-05", "2026-12-05"), ("2026-12-05 20:00", "2026-12-05"), ("2026-12-04 18:00", "2026-12-06 23:00")],
)
def test_start_and_end_may_be_of_one_performance(start: str, end: str) -> None:
    assert faults_of(Event, start=start, end=end) == []


def test_hint_for_a_date_typed_twice_is_an_id() -> None:
    dates = [{"start": "2026-12-05 20:00"}] * 4
    assert [fault.hint for fault in faults_of(Event, dates=dates)] == [
        "20261205t2000-b",
        "20261205t2000-c",
        "20261205t2000-d",
    ]
    named = [dates[0], *({**date, "id": f"20261205t2000-{letter}"} for date, letter in zip(dates, "bcd", strict=False))]
    assert faults_of(Event, dates=named) == []


@pytest.mark.parametrize("typed", ["6-12", "12-", "-6"])
def test_age_range_is_read(typed: str) -> None:
    assert event(typical_age_range=typed).typical_age_range == typed


@pytest.mark.parametrize(
    ("field", "value", "code"),
    [
        ("typical_age_range", "6 - 12", "age-format"),
        ("title", "a" * 91, "text-too-long"),
        ("summary", "a" * 201, "text-too-long"),
        ("type", "concerts", "value-unknown"),
        ("keywords", ["a"] * 21, "too-many"),
        ("disciplines", "music", "list-expected"),
        ("draft", "yes", "true-expected"),
        ("booking", "free", "mapping-expected"),
    ],
)
def test_field_of_an_event_is_refused(field: str, value: object, code: str) -> None:
    assert [fault.code for fault in faults_of(Event, **{"start": "2026-12-05", field: value})] == [code]


def test_unknown_accessibility_feature_is_refused() -> None:
    accessibility = {"wheelchairs": "yes"}
    assert read(Event.model_fields["accessibility"].annotation, accessibility) == Refused("value-unknown", "wheelchair")
