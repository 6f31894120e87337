"""What a change does to what is published: only seen beside an earlier state of the files."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.event import WHEN, Event
from affiche.model.performance import Performance
from affiche.problems import Problem, Severity, Value
from affiche.sources.base import Base


def check_base(base: Base, scope: Scope) -> Iterator[Problem]:
    """`event-removed`, `id-changed`, `start-moved`, `performance-removed`, for events that `base` had published.

    `date-suspicious` (warning): an event that `base` had not, and that is over.
    """
    now = {record.id: record for record in scope.records if isinstance(record, Event)}
    kept = scope.stems.get("events", frozenset()) | {old for event in now.values() for old in event.redirect_from}
    before = {record.id: record for record in base.records if isinstance(record, Event) and not record.draft}
    known = base.stems.get("events", frozenset())
    new = {event_id: event for event_id, event in now.items() if known.isdisjoint((event_id, *event.redirect_from))}
    for event_id, event in before.items():
        if event_id in now:
            yield from _check_dates(event, now[event_id])
        elif event_id not in kept:
            yield from _check_removed(event, new)
    for event in new.values():
        yield from _check_past(scope, event)


def _check_past(scope: Scope, event: Event) -> Iterator[Problem]:
    """The last date of an event that nobody had seen before it was over."""
    calendar = scope.calendar
    if calendar.find(Event, event.id) is not event or not calendar.is_over(event):
        return
    run = calendar.run_of(event)
    days = [occurrence.last_day for occurrence in calendar.occurrences[event.id]]
    days += [run.last] if run and run.last else []
    at = next(name for name in WHEN if getattr(event, name))
    yield problem(event, (at,), "date-suspicious", severity=Severity.WARNING, value=str(max(days)))


def _check_removed(event: Event, new: dict[str, Event]) -> Iterator[Problem]:
    """A file that is gone: renamed where a new one, which then counts no more, has its title and first date."""
    successor = next((other for other in new.values() if _is_same(event, other)), None)
    if successor is None:
        yield problem(event, (), "event-removed", id=event.id)
    else:
        at = ("redirect_from",)
        del new[successor.id]
        yield problem(successor, at, "id-changed", hint=[event.id], id=successor.id, old=event.id)


def _is_same(event: Event, other: Event) -> bool:
    starts = [[performance.start for performance in each.performances[:1]] for each in (event, other)]
    return event.title == other.title and starts[0] == starts[1] and event.period == other.period


def _check_dates(before: Event, after: Event) -> Iterator[Problem]:
    """Dates whose identity is gone: moved where a new one stands for it, else removed."""
    known, current = _by_id(before), _by_id(after)
    gone = [known[key] for key in known if key not in current]
    come = [current[key] for key in current if key not in known]
    for index, performance in enumerate(gone):
        if index < len(come):
            yield _moved(after, performance, come[index])
        elif after.dates or after.start:
            yield problem(
                after, ("dates",), "performance-removed", severity=Severity.WARNING, value=str(performance.start)
            )


def _moved(event: Event, old: Performance, new: Performance) -> Problem:
    """A date that stands for another one: with its old moment, it keeps its identity in everybody's calendar."""
    around = ("dates", event.dates.index(new)) if new in event.dates else ()
    at = (*around, "previous_start")
    hint: Value = "" if new.previous_start or event.recurrence else [str(old.start)]
    return problem(
        event, at, "start-moved", severity=Severity.WARNING, hint=hint, old=str(old.start), new=str(new.start)
    )


def _by_id(event: Event) -> dict[str, Performance]:
    return {performance.id: performance for performance in event.performances}
