"""Periods: days that are not known, hours that are nowhere to be found."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.place import Venue
from affiche.problems import Problem, Severity


def check_periods(scope: Scope) -> Iterator[Problem]:
    """`period-open` (notice), a run without a first or last day; `hours-missing` (warning), a venue's that has none."""
    for record in scope.records:
        if isinstance(record, Event) and record.origin.path not in scope.faulty:
            yield from _check_days(record)
            yield from _check_hours(scope, record)


def _check_days(event: Event) -> Iterator[Problem]:
    for name in ("start", "end") if event.period else ():
        if getattr(event.period, name) is None:
            yield problem(event, ("period",), "period-open", severity=Severity.NOTICE, name=name)


def _check_hours(scope: Scope, event: Event) -> Iterator[Problem]:
    place = scope.calendar.place_of(event)
    if event.opening_hours != "venue" or (isinstance(place, Venue) and place.opening_hours):
        return
    if isinstance(event.venue, str) and place is None:
        return  # the venue is unknown or hidden, which is said of it
    yield problem(event, ("opening_hours",), "hours-missing", severity=Severity.WARNING)
