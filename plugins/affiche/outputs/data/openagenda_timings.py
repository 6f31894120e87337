"""The hours of an event as OpenAgenda counts them: none longer than 24, those of a run within the coming weeks."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.outputs.data.mapping import Told
from affiche.outputs.data.values import Fields
from affiche.outputs.opening import schedule_of

#: A run is open on the days of so many weeks, the present one included.
WEEKS = 26
DAY = timedelta(days=1)
ALL_DAY = (time(), time(23, 59))


def monday_of(day: date) -> date:
    """The first day of the present week."""
    return day - day.weekday() * DAY


def timings(told: Told, monday: date) -> Iterator[Fields]:
    """Its hours, none longer than 24: those of its run in the coming weeks, then those of its performances."""
    if run := told.site.calendar.run_of(told.event):
        yield from _run_timings(told, run, monday)
    for occurrence in _here(told):
        yield from _pieces(occurrence)


def _here(told: Told) -> list[Occurrence]:
    """The performances at the place of the first, which take place unless none does: there is one place and status."""
    calendar, event = told.site.calendar, told.event
    stands = told.status in OFF
    kept = [each for each in told.dated if stands or each.status not in OFF]
    return [each for each in kept if calendar.place_of(event, event.performances[each.index]) == told.place]


def _run_timings(told: Told, run: Run, monday: date) -> Iterator[Fields]:
    schedule, last = schedule_of(told.site, told.event), monday + WEEKS * 7 * DAY - DAY
    day = max(monday, run.first or monday)
    while day <= min(last, run.last or last):
        hours = schedule.hours_on(day) if schedule.is_known_on(day) else (ALL_DAY,)
        for opens, closes in hours:
            end = day if closes > opens else day + DAY
            yield _timing(datetime.combine(day, opens, run.zone), datetime.combine(end, closes, run.zone))
        day += DAY


def _pieces(occurrence: Occurrence) -> Iterator[Fields]:
    """A performance in pieces of at most 24 hours; one without an hour from midnight to midnight."""
    if occurrence.start is None:
        for number in range((occurrence.last_day - occurrence.day).days + 1):
            day = occurrence.day + number * DAY
            yield _timing(*(datetime.combine(day, moment, occurrence.zone) for moment in ALL_DAY))
        return
    begin, end = occurrence.start.astimezone(UTC), (occurrence.end or occurrence.start).astimezone(UTC)
    while end - begin > DAY:
        yield _timing(begin.astimezone(occurrence.zone), (begin + DAY).astimezone(occurrence.zone))
        begin += DAY
    yield _timing(begin.astimezone(occurrence.zone), end.astimezone(occurrence.zone))


def _timing(begin: datetime, end: datetime) -> Fields:
    return {"begin": begin.isoformat(), "end": end.isoformat()}
