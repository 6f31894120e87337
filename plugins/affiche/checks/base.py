"""What a change does to what is published: only seen beside an earlier state of the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.performance import Performance
from affiche.model.record import Record
from affiche.problems import Problem, Severity, Value


def check_base(base: Sequence[Record], scope: Scope) -> Iterator[Problem]:
    """`event-removed`, `id-changed`, `start-moved`, `performance-removed`, for events that `base` had published."""
    now = {record.id: record for record in scope.records if isinstance(record, Event)}
    kept = scope.stems.get("events", frozenset()) | {old for event in now.values() for old in event.redirect_from}
    before = {record.id: record for record in base if isinstance(record, Event) and not record.draft}
    new = {event_id: event for event_id, event in now.items() if event_id not in before}
    for event_id, event in before.items():
        if event_id in now:
            yield from _check_dates(event, now[event_id])
        elif event_id not in kept:
            yield from _check_removed(event, new)


def _check_removed(event: Event, new: Mapping[str, Event]) -> Iterator[Problem]:
    """A file that is gone: renamed where a new one has its title and first date, else removed."""
    successor = next((other for other in new.values() if _is_same(event, other)), None)
    if successor is None:
        yield problem(event, (), "event-removed", id=event.id)
    else:
        at = ("redirect_from",)
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
