"""Runs told day by day, where a case is not enough."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.runs import check_runs
from tests.scopes import event, scope_of, told

RULE = "recurrence: {every: day, from: 2026-12-01, count: 6, start: '11:00', end: '18:00', extra: [2026-12-08 20:00]}"


def found(folder: Path, *lines: str, kind: str = "exhibition") -> list[str]:
    """The hint of each run that is found."""
    text = event(*lines).replace("type: concert", f"type: {kind}")
    return [each.hint for each in told(check_runs(scope_of(folder, {"events/nuit.md": text})))]


def test_dates_beside_a_rule_stay_beside_the_period(tmp_path: Path) -> None:
    (hint,) = found(tmp_path, RULE.replace(", extra: [2026-12-08 20:00]", ""), "dates: [{start: 2026-12-01 19:00}]")
    assert hint.split("\n")[:3] == ["period:", "  start: 2026-12-01", "  end: 2026-12-06"]
    assert "dates:" not in hint


def test_no_field_is_proposed_twice(tmp_path: Path) -> None:
    rule = RULE.replace("2026-12-08 20:00", "2026-12-08")
    assert found(tmp_path, rule, "dates: [{start: 2026-12-09 19:00}]") == [""]
    (hint,) = found(tmp_path, rule)
    assert hint.endswith("dates:\n  - start: 2026-12-08")


def test_date_at_a_place_of_its_own_leaves_nothing_to_paste(tmp_path: Path) -> None:
    days = [f"  - {{start: 2026-12-0{day} 10:00, end: 2026-12-0{day} 18:00}}" for day in range(1, 7)]
    other = "  - {start: 2026-12-08 10:00, venue: {name: Ici, municipality: Liège}}"
    assert found(tmp_path, "dates:", *days, other) == [""]


@pytest.mark.parametrize(
    ("kind", "count", "apart", "runs"),
    [("exhibition", 5, 7, 1), ("exhibition", 5, 8, 0), ("fair", 8, 3, 1), ("fair", 8, 4, 0), ("fair", 7, 1, 0)],
)
def test_run_is_of_enough_dates_near_enough(tmp_path: Path, kind: str, count: int, apart: int, runs: int) -> None:
    days = [1 + apart * number for number in range(count)]
    stated = [f"2027-01-{day:02}" if day <= 31 else f"2027-02-{day - 31:02}" for day in days]
    entries = [f"  - {{start: {day} 10:00, end: {day} 18:00}}" for day in stated]
    assert len(found(tmp_path, "dates:", *entries, kind=kind)) == runs
