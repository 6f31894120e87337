"""What a change does to what is published: only seen beside an earlier state of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from affiche.checks.base_dates import check_dates
from affiche.checks.scope import Scope, problem
from affiche.model.event import WHEN, Event
from affiche.model.occurrence import resolve
from affiche.problems import Entries, Problem, Severity, Value
from affiche.sources.base import Base
from affiche.sources.hints import restored


def check_base(base: Base, scope: Scope) -> Iterator[Problem]:
    """`event-removed`, `id-changed`, `start-moved`, `performance-removed`, for events that `base` had published.

    `date-suspicious` (warning): an event that `base` had not, and that is over.
    """
    now = {record.id: record for record in scope.records if isinstance(record, Event)}
    renamed = {old: event for event in now.values() for old in event.redirect_from}
    kept = scope.stems.get("events", frozenset()) | renamed.keys()
    events = {record.id: record for record in base.records if isinstance(record, Event)}
    known = base.stems.get("events", frozenset())
    new = {event_id: event for event_id, event in now.items() if known.isdisjoint((event_id, *event.redirect_from))}
    for event_id, event in events.items():
        if _is_hidden(scope, event):
            continue
        if successor := now.get(event_id) or renamed.get(event_id):
            yield from _check_change(scope, event, successor)
        elif event_id not in kept:
            yield from _check_removed(scope, event, new)
    for event in new.values():
        yield from _check_past(scope, event)


def _is_hidden(scope: Scope, event: Event) -> bool:
    """Whether an event is a draft, or not to be seen yet."""
    opens, calendar = event.publish_from, scope.calendar
    return event.draft or (opens is not None and resolve(opens, calendar.settings.time_zone) > calendar.now)


def _check_change(scope: Scope, before: Event, after: Event) -> Iterator[Problem]:
    """What becomes of an event whose file is there, under its name or under another that leads to it."""
    if _is_hidden(scope, after):
        yield _hidden(scope, before, after)
        return
    if before.identity != after.identity:
        yield _renamed(before, after)
    yield from check_dates(before, after, scope.calendar.today.date())


def _hidden(scope: Scope, before: Event, after: Event) -> Problem:
    """A published event that became a draft; one that is still to come may be cancelled instead."""
    name = "draft" if after.draft else "publish_from"
    is_open = _is_to_come(scope, before) and ("status",) not in after.origin.places
    hint: Value = Entries({"status": "cancelled"}) if is_open else ""
    return problem(after, (name,), "event-removed", hint=hint, id=before.id, reason="hidden")


def _renamed(before: Event, after: Event) -> Problem:
    """An event whose old addresses lead to it no more, or whose first id is not the first any more."""
    old = [before.id] if before.id != after.id else []
    names = dict.fromkeys([*before.redirect_from, *old, *after.redirect_from])
    return problem(after, ("redirect_from",), "id-changed", hint=[*names], id=after.id, old=before.identity)


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


def _check_removed(scope: Scope, event: Event, new: dict[str, Event]) -> Iterator[Problem]:
    """A file that is gone: renamed where a new one, which then counts no more, has its title and first date."""
    successor = next((other for other in new.values() if _is_same(event, other)), None)
    if successor is None:
        yield _removed(scope, event)
    else:
        del new[successor.id]
        yield _renamed(event, successor)


def _is_same(event: Event, other: Event) -> bool:
    starts = [[performance.start for performance in each.performances[:1]] for each in (event, other)]
    return event.title == other.title and starts[0] == starts[1] and event.period == other.period


def _removed(scope: Scope, event: Event) -> Problem:
    """An event whose file is gone, with its fields: cancelled, unless it took place or was not to be seen as itself."""
    is_open = event.is_itself and _is_to_come(scope, event)
    head = restored(event.origin, "status", "cancelled") if is_open else event.origin.head
    return replace(problem(event, (), "event-removed", id=event.id), hint=head.rstrip("\n"), last_line=1)


def _is_to_come(scope: Scope, event: Event) -> bool:
    today = scope.calendar.today.date()
    days = [performance.start.last_day for performance in event.performances]
    if event.period:
        days.append(event.period.end or today)
    return any(day >= today for day in days)
