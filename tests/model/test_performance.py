"""One date of an event: its id, and the order of its start and end."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.model.performance import Performance
from tests.typed import Refused, read


@pytest.mark.parametrize(
    ("typed", "performance_id"),
    [
        ({}, "20261205T2000"),
        ({"id": "premiere"}, "premiere"),
        ({"id": "20261204T2000"}, "20261204T2000"),
        ({"previous_start": ["2026-12-04 20:00"]}, "20261204T2000"),
        ({"previous_start": ["2026-12-04 20:00", "2026-12-03"]}, "20261204T2000"),
        ({"previous_start": ["2026-12-04 20:00"], "id": "premiere"}, "premiere"),
    ],
)
def test_performance_keeps_the_id_of_its_first_start(typed: dict[str, Any], performance_id: str) -> None:
    assert read(Performance, {"start": "2026-12-05 20:00", **typed}).id == performance_id


@pytest.mark.parametrize("typed", ["run", "deadline"])
def test_performance_may_not_have_an_id_with_a_meaning(typed: str) -> None:
    assert read(Performance, {"start": "2026-12-05", "id": typed}) == Refused("id-reserved")


@pytest.mark.parametrize("typed", ["Première", "a--b", "a" * 41, "2026-12-05 20:00", ""])
def test_performance_id_has_the_form_of_ids(typed: str) -> None:
    assert read(Performance, {"start": "2026-12-05", "id": typed}).code == "id-format"


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2026-12-05 20:00", "2026-12-05 20:01"),
        ("2026-12-05 20:00", "2026-12-06 03:00"),
        ("2026-12-05", "2026-12-05"),
        ("2026-12-05", "2026-12-06"),
        ("2026-12", "2026-12-05"),
        ("2026-12-05", "2026-12"),
        ("2026-12-05 20:00", "2026-12-05"),
        ("2026-10-25 02:30+02:00", "2026-10-25 02:15+01:00"),
        ("2026-12-05 20:00Z", "2026-12-05 19:00-05:00"),
    ],
)
def test_performance_may_end_then(start: str, end: str) -> None:
    assert isinstance(read(Performance, {"start": start, "end": end}), Performance)


@pytest.mark.parametrize(
    ("start", "end", "hint"),
    [
        ("2026-12-05 22:00", "2026-12-05 03:00", "2026-12-06 03:00"),
        ("2026-12-05 20:00", "2026-12-05 20:00", ""),
        ("2026-12-05 20:00", "2026-12-05 19:00", ""),
        ("2026-12-05 20:00", "2026-12-04 21:00", ""),
        ("2026-12-05", "2026-12-04", ""),
        ("2026-12-05", "2026-11", ""),
        ("2026-12-05 20:00Z", "2026-12-05 20:30+01:00", ""),
    ],
)
def test_performance_may_not_end_before_it_starts(start: str, end: str, hint: str) -> None:
    assert read(Performance, {"start": start, "end": end}) == Refused("end-before-start", hint)
