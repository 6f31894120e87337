"""When a synthetic event takes place: one evening for most, every other kind of date and status for some."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

#: The length of a performance, and the days that a run is open.
LENGTH = timedelta(hours=2)
OPEN_DAYS = ("tue", "wed", "thu", "fri", "sat", "sun")
RUN = timedelta(days=30)
DATES, WEEKS = 3, 6
STATUSES = {9: "cancelled", 11: "rescheduled", 13: "moved-online", 17: "postponed"}


@dataclass(frozen=True, slots=True)
class When:
    """The times of an event, whose `kind` is date, dates, run, rule or month.

    `starts` are local times, none for a run or a month; `first` and `last` are its days. `status` is as in the content
    model; one that was rescheduled was a week before.
    """

    kind: str
    first: date
    last: date
    starts: Sequence[datetime] = ()
    status: str = "scheduled"

    @property
    def previous(self) -> datetime | None:
        """The first start before it was moved."""
        return self.starts[0] - timedelta(days=7) if self.status == "rescheduled" else None


def when_of(number: int, day: date) -> When:
    """The times of an event by its number: of forty, four runs, four with several dates, two rules, two months."""
    status = STATUSES.get(number % 40, "scheduled")
    match number % 20:
        case 0 | 10:
            return When("run", day, day + RUN)
        case 5 | 15:
            return _repeated("dates", day, DATES, 5)
        case 3:
            return _repeated("rule", day, WEEKS, 7)
        case 7:
            return When("month", day.replace(day=1), day.replace(day=28))
    return When("date", day, day, (_evening(day, number),), status)


def _repeated(kind: str, day: date, times: int, apart: int) -> When:
    starts = [datetime.combine(day + timedelta(days=apart * index), time(20)) for index in range(times)]
    return When(kind, starts[0].date(), starts[-1].date(), starts)


def _evening(day: date, number: int) -> datetime:
    return datetime.combine(day, time(18 + number % 4, 30 * (number % 2)))
