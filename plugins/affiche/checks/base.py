"""What a change does to what is published: only seen beside an earlier state of the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from affiche.checks.base_dates import check_dates
from affiche.checks.scope import Scope, problem
from affiche.model.collections import COLLECTIONS
from affiche.model.event import WHEN, Event
from affiche.model.occurrence import resolve
from affiche.model.record import Record
from affiche.problems import Entries, Problem, Severity, Value
from affiche.sources.base import Base
from affiche.sources.hints import restored


def check_base(base: Base, scope: Scope) -> Iterator[Problem]:
    """`event-removed`, `record-removed`, `id-changed`, `start-moved`, `performance-removed`, of what `base` published.

    `date-suspicious` (warning): an event that `base` had not, and that is over.
    """
    for model in COLLECTIONS:
        yield from _check_collection(model, base, scope)


def _check_collection(model: type[Record], base: Base, scope: Scope) -> Iterator[Problem]:
    now = {record.id: record for record in scope.records if isinstance(record, model)}
    renamed = {old: record for record in now.values() for old in record.redirect_from}
    kept = scope.stems.get(model.collection, frozenset()) | renamed.keys()
    known = base.stems.get(model.collection, frozenset())
    new = {each.id: each for each in now.values() if known.isdisjoint((each.id, *each.redirect_from))}
    for record in base.records:
        if not isinstance(record, model) or _is_hidden(scope, record):
            continue
        if successor := now.get(record.id) or renamed.get(record.id):
            yield from _check_change(scope, record, successor)
        elif record.id not in kept:
            yield from _check_removed(scope, record, new)
    for record in new.values():
        if isinstance(record, Event):
            yield from _check_past(scope, record)


def _is_hidden(scope: Scope, record: Record) -> bool:
    """Whether a record is a draft, or not to be seen yet."""
    opens, calendar = record.publish_from, scope.calendar
    return record.draft or (opens is not None and resolve(opens, calendar.settings.time_zone) > calendar.now)


def _check_change(scope: Scope, before: Record, after: Record) -> Iterator[Problem]:
    """What becomes of a record whose file is there, under its name or under another that leads to it."""
    if _is_hidden(scope, after):
        yield _hidden(scope, before, after)
        return
    if before.identity != after.identity:
        yield _renamed(before, after)
    if isinstance(before, Event) and isinstance(after, Event):
        yield from check_dates(before, after, scope.calendar.today.date())


def _hidden(scope: Scope, before: Record, after: Record) -> Problem:
    """A published record that became a draft; an event that is still to come may be cancelled instead."""
    name = "draft" if after.draft else "publish_from"
    is_open = _is_to_come(scope, before) and ("status",) not in after.origin.places
    hint: Value = Entries({"status": "cancelled"}) if is_open else ""
    if isinstance(before, Event):
        return problem(after, (name,), "event-removed", hint=hint, id=before.id, reason="hidden")
    return problem(after, (name,), "record-removed", id=before.id, reason="hidden")


def _renamed(before: Record, after: Record) -> Problem:
    """A record whose old addresses lead to it no more, or whose first id is not the first any more."""
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


def _check_removed(scope: Scope, record: Record, new: dict[str, Record]) -> Iterator[Problem]:
    """A file that is gone: renamed where a new one, which then counts no more, has its name, and its first date."""
    successor = next((other for other in new.values() if _is_same(record, other)), None)
    if successor is None:
        yield _removed(scope, record)
    else:
        del new[successor.id]
        yield _renamed(record, successor)


def _is_same(record: Record, other: Record) -> bool:
    return record.label == other.label and _first_day(record) == _first_day(other)


def _first_day(record: Record) -> object:
    if not isinstance(record, Event):
        return None
    return [performance.start for performance in record.performances[:1]], record.period


def _removed(scope: Scope, record: Record) -> Problem:
    """A record whose file is gone, with its fields: cancelled, unless it took place or was not to be seen as itself."""
    is_open = record.is_itself and _is_to_come(scope, record)
    head = restored(record.origin, "status", "cancelled") if is_open else record.origin.head
    is_event = isinstance(record, Event)
    told = problem(record, (), "event-removed" if is_event else "record-removed", id=record.id)
    return replace(told, hint=head.rstrip("\n"), last_line=1)


def _is_to_come(scope: Scope, record: Record) -> bool:
    if not isinstance(record, Event):
        return False
    today = scope.calendar.today.date()
    days = [performance.start.last_day for performance in record.performances]
    if record.period:
        days.append(record.period.end or today)
    return any(day >= today for day in days)
