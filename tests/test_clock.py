"""The clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from affiche.clock import ClockError, read_clock, read_language, read_stopwatch


@pytest.mark.parametrize(
    ("stated", "moment"),
    [
        ("1795262400", datetime(2026, 11, 21, 12, tzinfo=UTC)),
        ("0", datetime(1970, 1, 1, tzinfo=UTC)),
    ],
)
def test_clock_is_the_stated_second(monkeypatch: pytest.MonkeyPatch, stated: str, moment: datetime) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    assert read_clock() == moment
    assert read_clock().tzinfo is UTC


@pytest.mark.parametrize("stated", ["now", "2026-11-21", "1e9", "1.5", "9" * 30])
def test_stated_second_that_is_no_number_is_an_error(monkeypatch: pytest.MonkeyPatch, stated: str) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    with pytest.raises(ClockError, match=f"^SOURCE_DATE_EPOCH={stated}$"):
        read_clock()


@pytest.mark.parametrize("stated", [None, ""])
def test_clock_is_else_the_present_second(monkeypatch: pytest.MonkeyPatch, stated: str | None) -> None:
    if stated is None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    else:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", stated)
    before = datetime.now(UTC)
    read = read_clock()
    assert before - timedelta(seconds=1) < read <= datetime.now(UTC)
    assert read.microsecond == 0


def test_stopwatch_never_goes_back() -> None:
    first, second = read_stopwatch(), read_stopwatch()
    assert first <= second


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"LANG": "nl_BE.UTF-8"}, "nl"),
        ({"LANG": "nl_BE.UTF-8", "LC_ALL": "en_GB"}, "en"),
        ({"LC_ALL": "", "LC_MESSAGES": "nl", "LANG": "en"}, "nl"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({}, "fr"),
    ],
)
def test_language_is_that_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, stated: dict[str, str], expected: str
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in stated.items():
        monkeypatch.setenv(name, value)
    assert read_language(("fr", "nl", "en"), "fr") == expected
