from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from affiche.model.record import Record
from affiche.outputs.freshness import find_due, months_before
from tests.factories import NOW, calendar, event, organisation, venue

#: A run that began in spring and goes on.
RUN: dict[str, Any] = {"period": {"start": "2026-03-01", "end": "2027-03-01"}}
RULE: dict[str, Any] = {
    "recurrence": {"every": "week", "days": ["thu"], "from": "2026-09-03", "until": "2027-03-01", "start": "20:00"}
}


def due(record: Record, now: datetime = NOW) -> bool:
    """Whether a record, which was published on 1 September 2026, is to be confirmed."""
    return [each.record for each in find_due(calendar(record, now=now))] == [record]


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (organisation(verified="2025-11-21"), False),
        (organisation(verified="2025-11-20"), True),
        (organisation(verified="2025-11-20", status="inactive"), False),
        (organisation(), False),
        (venue(verified="2025-11-20"), True),
        (venue(verified="2026-01-01"), False),
        (event(**RUN, verified="2026-08-21"), False),
        (event(**RUN, verified="2026-08-20"), True),
        (event(**RUN, verified="2026-08-20", status="cancelled"), False),
        (event(**RULE, verified="2026-08-20"), True),
        (event(period={"start": "2026-12-01"}, verified="2026-08-20"), False),
        (event(period={"end": "2026-12-01"}, verified="2026-08-20"), True),
        (event(period={"end": "2026-11-01"}, verified="2026-08-20"), False),
        (event(verified="2020-01-01"), False),
    ],
)
def test_a_record_is_confirmed_once_a_year_and_what_is_under_way_four_times(record: Record, *, expected: bool) -> None:
    assert due(record) is expected


def test_what_was_never_confirmed_is_due_some_time_after_it_was_published() -> None:
    assert [due(organisation(), datetime(2027, 9, day, 12, tzinfo=UTC)) for day in (1, 2)] == [False, True]
    assert [due(event(**RUN), datetime(2026, 12, day, 12, tzinfo=UTC)) for day in (1, 2)] == [False, True]


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 11, 21), 12, date(2025, 11, 21)),
        (date(2028, 2, 29), 12, date(2027, 2, 28)),
        (date(2026, 1, 31), 3, date(2025, 10, 31)),
        (date(2026, 5, 31), 3, date(2026, 2, 28)),
    ],
)
def test_months_before_a_day_end_with_a_shorter_month(day: date, months: int, expected: date) -> None:
    assert months_before(day, months) == expected
