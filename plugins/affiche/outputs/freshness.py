"""What somebody should look at again: facts age, and nothing is unpublished for that."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.occurrence import OFF
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record

#: After how many months somebody confirms an organisation or a venue, and a run or a rule that is under way.
YEAR, QUARTER = 12, 3


class Due(NamedTuple):
    """A record to be confirmed, and the day on which it last was; None for never."""

    record: Record
    verified: date | None


def is_verified_since(record: Record, calendar: Calendar, months: int) -> bool:
    """Whether somebody confirmed a record in the last months."""
    return record.verified is not None and record.verified >= months_before(calendar.today.date(), months)


def months_before(day: date, months: int) -> date:
    """The same day some months earlier, or the last of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def find_due(calendar: Calendar, day: date | None = None) -> Iterator[Due]:
    """The records to be confirmed on a day, today's by default: houses once a year, what is under way four times.

    What was never confirmed is due a year, or a quarter, after it was published.
    """
    for record, months in _ageing(calendar):
        confirmed = (
            record.verified or calendar.dates_of(record).published.astimezone(calendar.settings.time_zone).date()
        )
        if confirmed < months_before(day or calendar.today.date(), months):
            yield Due(record, record.verified)


def _ageing(calendar: Calendar) -> Iterator[tuple[Record, int]]:
    for organisation in calendar.all(Organisation):
        if organisation.status == "active":
            yield organisation, YEAR
    for venue in calendar.all(Venue):
        yield venue, YEAR
    for event in calendar.all(Event):
        if is_under_way(event, calendar):
            yield event, QUARTER


def is_under_way(event: Event, calendar: Calendar) -> bool:
    """Whether a run or a recurrence has begun, is not over, and takes place."""
    if (event.period is None and event.recurrence is None) or event.status in OFF or calendar.is_over(event):
        return False
    run = calendar.run_of(event)
    if run is not None:
        return run.first is None or run.first <= calendar.today.date()
    return any(each.over_at <= calendar.now for each in calendar.occurrences[event.id])
