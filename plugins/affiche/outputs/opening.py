"""Opening hours in words: the week, the days that differ, the days that are closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from affiche.model.event import Event
from affiche.model.opening import Closure, Schedule
from affiche.model.opening import Hours as WeekHours
from affiche.model.place import Venue
from affiche.model.vocabulary import WEEKDAYS
from affiche.outputs.site import Site

#: A line: when, and which hours.
Row = tuple[str, str]
ANY_DAY = date(2000, 1, 3)


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a run or a place, in words, for one language."""

    week: Sequence[Row] = ()
    exceptions: Sequence[Row] = ()

    def __bool__(self) -> bool:
        return bool(self.week or self.exceptions)


def schedule_of(site: Site, event: Event) -> Schedule:
    """When a run is open: its own week, or its venue's, with its own closed and adjusted days on top."""
    place = site.calendar.place_of(event)
    inherited = place.schedule if event.opening_hours == "venue" and isinstance(place, Venue) else Schedule()
    own = () if isinstance(event.opening_hours, str) else event.opening_hours
    return Schedule.model_construct(
        opening_hours=own or inherited.opening_hours,
        closed=(*event.closed, *inherited.closed),
        adjusted=(*inherited.adjusted, *event.adjusted),
    )


def opening_hours(site: Site, event: Event, language: str) -> Hours:
    """A run's hours in words."""
    return schedule_words(site, schedule_of(site, event), language)


def schedule_words(site: Site, schedule: Schedule, language: str) -> Hours:
    """The hours of a schedule in words; closed days of the week are said too."""
    closed = [(_days(site, day, language), site.words[language]("hours.closed")) for day in schedule.closed]
    adjusted = [
        (_days(site, day, language), ", ".join(hours for _, hours in _week(site, day.opening_hours, language)))
        for day in schedule.adjusted
    ]
    return Hours(_with_closed_days(site, schedule.opening_hours, language), [*adjusted, *closed])


def _week(site: Site, week: Sequence[WeekHours], language: str) -> list[Row]:
    return [
        (_weekdays(site, hours.days, language), _from_to(site, hours.opens, hours.closes, language)) for hours in week
    ]


def _with_closed_days(site: Site, week: Sequence[WeekHours], language: str) -> list[Row]:
    rows = _week(site, week, language)
    open_days = {day for hours in week for day in hours.days}
    closed_days = [day for day in WEEKDAYS if day not in open_days]
    if week and closed_days:
        rows.append((_weekdays(site, closed_days, language), site.words[language]("hours.closed")))
    return rows


def _weekdays(site: Site, days: Sequence[str], language: str) -> str:
    """Days of the week: three or more in a row as a stretch."""
    words = site.words[language]
    numbers = sorted(WEEKDAYS.index(day) for day in days)
    names = [words(f"weekday.{number}") for number in numbers]
    if len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return words("hours.days", first=names[0], last=names[-1])
    return site.dates[language].enumerated(names)


def _from_to(site: Site, opens: time, closes: time, language: str) -> str:
    start, end = datetime.combine(ANY_DAY, opens), datetime.combine(ANY_DAY, closes)
    return site.dates[language].hours(start, end)


def _days(site: Site, closure: Closure, language: str) -> str:
    words = site.dates[language].period(closure.first, closure.last)
    note = site.show(closure.note, language).text
    return f"{words} ({note})" if note else words
