"""Opening hours in words: the week, the days that differ, the days that are closed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from affiche.model.event import Event
from affiche.model.opening import Closure, Schedule, joined
from affiche.model.opening import Hours as WeekHours
from affiche.model.place import Venue
from affiche.model.vocabulary import WEEKDAYS
from affiche.outputs.dates import Length
from affiche.outputs.site import Site

#: A line: when, and which hours.
Row = tuple[str, str]
ANY_DAY = date(2000, 1, 3)
#: In a sentence, more closed days of the week go without saying.
MOST_CLOSED = 3


@dataclass(frozen=True, slots=True)
class Hours:
    """The hours of a run or a place, in words, for one language."""

    week: Sequence[Row] = ()
    exceptions: Sequence[Row] = ()

    def __bool__(self) -> bool:
        return bool(self.week or self.exceptions)


def schedule_of(site: Site, event: Event) -> Schedule:
    """When a run is open: its own week, or its venue's, with its own closed and adjusted days on top.

    Of the closed and adjusted days, those that share a day with the run.
    """
    place, run = site.calendar.place_of(event), site.calendar.run_of(event)
    inherited = place.schedule if event.opening_hours == "venue" and isinstance(place, Venue) else Schedule()
    own = () if isinstance(event.opening_hours, str) else event.opening_hours
    closed, adjusted = (*event.closed, *inherited.closed), (*inherited.adjusted, *event.adjusted)
    return Schedule.model_construct(
        opening_hours=own or inherited.opening_hours,
        closed=tuple(days for days in closed if run is None or run.meets(days.first, days.last)),
        adjusted=tuple(days for days in adjusted if run is None or run.meets(days.first, days.last)),
    )


def schedule_words(site: Site, schedule: Schedule, language: str) -> Hours:
    """The hours of a schedule in words, for a table; closed days of the week are said too."""
    shut = site.words[language]("hours.closed")
    week = _week(site, schedule.opening_hours, language)
    if week and (closed := closed_weekdays(schedule)):
        week.append((_weekdays(site, closed, language), shut))
    return Hours(week, list(_exceptions(site, schedule, language)))


def hours_lines(site: Site, schedule: Schedule, language: str) -> list[str]:
    """The hours of a schedule as sentences: `du mardi au dimanche, de 10 h à 18 h`, `fermé le lundi`."""
    words = site.words[language]
    lines = [
        words("hours.line", days=days, times=times) for days, times in _week(site, schedule.opening_hours, language)
    ]
    if lines and 0 < len(closed := closed_weekdays(schedule)) <= MOST_CLOSED:
        lines.append(_closed_on(site, closed, language))
    named = (words("calendar.named", name=days, value=times) for days, times in _exceptions(site, schedule, language))
    return [*lines, *named]


def open_words(site: Site, schedule: Schedule, language: str, day: date) -> str:
    """Whether something is open on a day, beside that day: `jeudi 26 novembre : ouvert de 10 h à 18 h`."""
    if not schedule.is_known_on(day):
        return ""
    words, dates = site.words[language], site.dates[language].at(Length.SHORT, day.year)
    times = [_from_to(site, opens, closes, language) for opens, closes in schedule.hours_on(day)]
    state = words("hours.open", times=dates.enumerated(times)) if times else words("hours.closed")
    return words("calendar.named", name=dates.day(day), value=state)


def closed_weekdays(schedule: Schedule) -> list[str]:
    """The days of the week on which a schedule has no hours."""
    open_days = {day for hours in schedule.opening_hours for day in hours.days}
    return [day for day in WEEKDAYS if day not in open_days]


def _exceptions(site: Site, schedule: Schedule, language: str) -> Iterator[Row]:
    """The adjusted days, then the closed ones."""
    for adjustment in schedule.adjusted:
        rows = _week(site, adjustment.opening_hours, language)
        times = [hours if len(rows) == 1 else f"{days} {hours}" for days, hours in rows]
        yield _days(site, adjustment, language), ", ".join(times) or site.words[language]("hours.closed")
    for closure in schedule.closed:
        yield _days(site, closure, language), site.words[language]("hours.closed")


def _week(site: Site, week: Sequence[WeekHours], language: str) -> list[Row]:
    """The hours of a week: days with the same hours on one line, and no day on two."""
    by_day: dict[str, list[tuple[time, time]]] = defaultdict(list)
    for hours in week:
        for day in dict.fromkeys(hours.days):
            by_day[day].append((hours.opens, hours.closes))
    days_by_times: dict[tuple[tuple[time, time], ...], list[str]] = defaultdict(list)
    for day, times in by_day.items():
        days_by_times[joined(times)].append(day)
    return [
        (
            _weekdays(site, sorted(days, key=WEEKDAYS.index), language),
            site.dates[language].enumerated([_from_to(site, *each, language) for each in times]),
        )
        for times, days in days_by_times.items()
    ]


def _weekdays(site: Site, days: Sequence[str], language: str) -> str:
    """Days of the week: three or more in a row as a stretch, all of them as every day."""
    words, numbers = site.words[language], [WEEKDAYS.index(day) for day in days]
    if len(numbers) == len(WEEKDAYS):
        return words("rule.day.1")
    names = [words(f"weekday.{number}") for number in numbers]
    if _are_in_a_row(numbers):
        return words("hours.days", first=names[0], last=names[-1])
    return site.dates[language].enumerated(names)


def _closed_on(site: Site, days: Sequence[str], language: str) -> str:
    """`fermé le lundi et le mardi`, `fermé du lundi au mercredi`."""
    words, numbers = site.words[language], [WEEKDAYS.index(day) for day in days]
    if _are_in_a_row(numbers):
        return words("hours.closed_days", days=_weekdays(site, days, language))
    names = [words(f"weekday.each.{number}") for number in numbers]
    return words("hours.closed_on", days=site.dates[language].enumerated(names))


def _are_in_a_row(numbers: Sequence[int]) -> bool:
    return len(numbers) > 2 and numbers[-1] - numbers[0] == len(numbers) - 1


def _from_to(site: Site, opens: time, closes: time, language: str) -> str:
    start, end = datetime.combine(ANY_DAY, opens), datetime.combine(ANY_DAY, closes)
    return site.dates[language].hours(start, end)


def _days(site: Site, closure: Closure, language: str) -> str:
    words = site.dates[language].period(closure.first, closure.last)
    note = site.show(closure.note, language).text
    return f"{words} ({note})" if note else words
