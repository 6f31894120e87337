"""Exhibitions told day by day: many dates with the same long hours are a period with opening hours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from affiche.checks.entries import entry_of
from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.performance import Performance
from affiche.model.vocabulary import WEEKDAYS
from affiche.problems import Entries, Problem, Severity, Value

#: How long something is open for people to come when they like, rather than shown at a time.
OPEN_HOURS = range(4, 17)
#: What begins later is a show, however long.
LATEST_OPENING = 17
#: Days of lessons, which one comes to from the first hour on, every day.
LESSONS = ("workshop", "course")
#: From how many dates on, at most so many days from one another: less of them for what is an exhibition by its type.
FEWEST, FARTHEST = 8, 3
FEWEST_OF_EXHIBITION, FARTHEST_OF_EXHIBITION = 5, 7
DAY = timedelta(days=1)

#: Opening and closing hour by weekday, from 0.
Week = dict[int, tuple[str, str]]


def check_runs(scope: Scope) -> Iterator[Problem]:
    """`run-as-dates` (warning), for dates and, of an exhibition, for a rule; with the period that they are."""
    for event in scope.records:
        if isinstance(event, Event) and event.period is None and event.origin.path not in scope.faulty:
            if event.recurrence is None:
                yield from _check(event, "dates", event.dates)
            elif event.type == "exhibition":
                yield from _check(event, "recurrence", event.ruled)


def _check(event: Event, name: str, performances: Sequence[Performance]) -> Iterator[Problem]:
    open_days = {each.start.day: each for each in performances if _is_open_day(each)}
    days, week = sorted(open_days), _week_of(open_days.values())
    others = [each for each in performances if open_days.get(each.start.day) is not each]
    if not _is_run(event, days) or week is None or len(others) > len(days) // 2:
        return
    has_dates = bool(event.dates) and name != "dates"
    hint = "" if others and has_dates else _as_period(days, week, [entry_of(each) for each in others])
    values = {"count": str(len(days)), "start": str(days[0]), "end": str(days[-1])}
    yield problem(event, (name,), "run-as-dates", severity=Severity.WARNING, hint=hint, **values)


def _is_open_day(performance: Performance) -> bool:
    """Whether a date has opening hours and nothing else."""
    start, end = performance.start, performance.end
    if end is None or performance.model_fields_set - {"start", "end"} or start.offset or end.offset:
        return False
    hours = (end.local - start.local) // timedelta(hours=1)
    is_timed = start.precision is end.precision is Precision.MINUTE
    return is_timed and hours in OPEN_HOURS and start.local.hour < LATEST_OPENING


def _is_run(event: Event, days: Sequence[date]) -> bool:
    is_exhibition = event.type == "exhibition"
    fewest, farthest = (FEWEST_OF_EXHIBITION, FARTHEST_OF_EXHIBITION) if is_exhibition else (FEWEST, FARTHEST)
    apart = [(later - day).days for day, later in pairwise(days)]
    return event.type not in LESSONS and len(days) >= fewest and max(apart) <= farthest


def _week_of(open_days: Iterable[Performance]) -> Week | None:
    """The hours of each weekday; None where one weekday has several."""
    week: Week = {}
    for each in open_days:
        hours = f"{each.start.local:%H:%M}", f"{(each.end or each.start).local:%H:%M}"
        if week.setdefault(each.start.day.weekday(), hours) != hours:
            return None
    return week


def _as_period(days: Sequence[date], week: Week, others: Sequence[dict[str, Value]]) -> Value:
    """The fields of the run, and the dates that stand beside it; nothing where one of those cannot be said."""
    if not all(others):
        return ""
    hours: list[Value] = [
        {"days": [WEEKDAYS[day] for day in sorted(week) if week[day] == each], "opens": each[0], "closes": each[1]}
        for each in dict.fromkeys(week[day] for day in sorted(week))
    ]
    closed: list[Value] = [{"from": str(first), "to": str(last)} for first, last in _closures(days, week)]
    period: Value = {"start": str(days[0]), "end": str(days[-1])}
    fields: dict[str, Value] = {"period": period, "opening_hours": hours, "closed": closed, "dates": [*others]}
    return Entries({name: value for name, value in fields.items() if value})


def _closures(days: Sequence[date], week: Week) -> Iterator[tuple[date, date]]:
    """The first and last day of each time when it is closed on days that are usually open."""
    for before, after in pairwise(days):
        between = [before + DAY * number for number in range(1, (after - before).days)]
        if missing := [day for day in between if day.weekday() in week]:
            yield missing[0], missing[-1]
