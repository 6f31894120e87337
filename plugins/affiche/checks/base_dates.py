"""What a change does to the dates of an event: which keep their identity in people's calendars, which are lost."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from affiche.checks.entries import entry_of, typed
from affiche.checks.scope import problem
from affiche.model.event import WHEN, Event
from affiche.model.moment import Precision
from affiche.model.performance import Performance
from affiche.problems import Beside, Entries, Items, Place, Problem, Severity, Value

#: How many entries a hint adds: a rule that changes as a whole is not to be written date by date.
MOST_ENTRIES = 20
#: How many dates a message names.
MOST_NAMED = 3
#: Fields of the short form, which go when it becomes an entry of `dates`.
SHORT_FORM = ("end", "previous_start")

Move = tuple[Performance, Performance]


def check_dates(before: Event, after: Event, today: date) -> Iterator[Problem]:
    """`start-moved`, `performance-removed`, `id-changed` (warnings), for dates whose identity is gone.

    A date moved where a new one stands for it; one that is over took place, and did not move to a later day.
    """
    if not _is_readable(after):
        return
    known, current = _by_id(before), _by_id(after)
    gone = [known[key] for key in known if key not in current]
    come = [current[key] for key in current if key not in known]
    moves = _pairs(gone, come, today)
    moved = {id(old) for old, _ in moves}
    ruled = {id(each) for each in after.ruled}
    for old, new in moves:
        if id(new) not in ruled and not _was_unknown(old, new):
            yield _moved(after, old, new)
    yield from _check_rule(after, [move for move in moves if id(move[1]) in ruled])
    yield from _check_removed(after, [old for old in gone if id(old) not in moved], today)
    if before.period and not after.period:
        yield _run_removed(before, after)


def _is_readable(event: Event) -> bool:
    """Whether every field that says when was understood: what was not is told already."""
    return all(name in event.model_fields_set for name in WHEN if (name,) in event.origin.places)


def _by_id(event: Event) -> dict[str, Performance]:
    return {performance.id: performance for performance in event.performances}


def _pairs(gone: Sequence[Performance], come: Sequence[Performance], today: date) -> list[Move]:
    """Each date that is gone with the nearest one that came, the nearest pairs first."""
    pairs = [(abs(new.start.local - old.start.local), i, j) for i, old in enumerate(gone) for j, new in enumerate(come)]
    found: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(pairs):
        may_be = gone[i].start.last_day >= today or come[j].start.last_day < today
        if may_be and i not in found and j not in taken:
            found[i] = j
            taken.add(j)
    return [(gone[i], come[found[i]]) for i in sorted(found)]


def _was_unknown(old: Performance, new: Performance) -> bool:
    """Whether a date only became known: a month or season is in nobody's calendar."""
    return old.start.precision > Precision.DAY and old.start.day <= new.start.day <= old.start.last_day


def _kept(old: Performance, new: Performance) -> dict[str, Value]:
    """The field that gives a date the identity of another one: its old moments, or, where those do not, its id."""
    moments = dict.fromkeys([*old.previous_start, old.start, *new.previous_start])
    previous = [moment for moment in moments if moment != new.start]
    first = min(previous, key=lambda moment: moment.local, default=new.start)
    if old.typed_id or new.typed_id or first.digits != old.id:
        return {"id": old.id}
    return {"previous_start": [typed(moment) for moment in previous]}


def _moved(event: Event, old: Performance, new: Performance) -> Problem:
    """A date that stands for another one: with its old moment, it keeps its identity in everybody's calendar."""
    (name, value), = _kept(old, new).items()  # fmt: skip
    at: Place = (name,)
    hint = value
    if new in event.dates:
        at = ("dates", event.dates.index(new), name)
    elif name == "id":
        at, hint = ("start",), Entries({"dates": [{**entry_of(new), name: value}]}, SHORT_FORM)
    elif not event.previous_start:
        at, hint = ("start",), Beside({name: value})
    if old.start == new.start:
        values = {"value": str(new.start), "id": new.id, "old": old.id}
        return problem(event, at, "id-changed", severity=Severity.WARNING, hint=hint, **values, reason="date")
    return problem(
        event, at, "start-moved", severity=Severity.WARNING, hint=hint, old=str(old.start), new=str(new.start)
    )


def _check_rule(event: Event, moves: Sequence[Move]) -> Iterator[Problem]:
    """Dates of a rule that moved, told together: only entries of `dates` hold their old moments."""
    if moves:
        at, hint = _with_entries(event, [entry_of(new) | _kept(old, new) for old, new in moves])
        values = {"old": _named([old for old, _ in moves]), "new": _named([new for _, new in moves])}
        yield problem(event, at, "start-moved", severity=Severity.WARNING, hint=hint, **values)


def _check_removed(event: Event, gone: Sequence[Performance], today: date) -> Iterator[Problem]:
    """Dates that nothing stands for, told together; days of a run are still said by it."""
    lost = [each for each in gone if not _is_in_run(event, each)]
    if lost:
        at, hint = _with_entries(event, [_as_cancelled(each, today) for each in lost])
        yield problem(event, at, "performance-removed", severity=Severity.WARNING, hint=hint, value=_named(lost))


def _is_in_run(event: Event, performance: Performance) -> bool:
    period, day = event.period, performance.start.day
    return period is not None and (period.start or date.min) <= day <= (period.end or date.max)


def _as_cancelled(performance: Performance, today: date) -> dict[str, Value]:
    """The entry of a date that is not to take place; of one that is over, as it was."""
    entry = entry_of(performance) or {"start": typed(performance.start), "id": performance.id}
    return {**entry, "status": "cancelled"} if performance.start.last_day >= today else entry


def _with_entries(event: Event, entries: Sequence[Mapping[str, Value]]) -> tuple[Place, Value]:
    """Where entries of `dates` go, and the hint that puts them there: the short form becomes one of them."""
    more: list[Value] = [dict(entry) for entry in entries]
    at: Place = (next((name for name in ("dates", "start", "recurrence", "period") if getattr(event, name)), "dates"),)
    if len(more) > MOST_ENTRIES:
        return at, ""
    if at == ("start",):
        return at, Entries({"dates": [entry_of(event.performances[0]), *more]}, SHORT_FORM)
    return at, Items(more) if at == ("dates",) else Beside({"dates": more})


def _run_removed(before: Event, after: Event) -> Problem:
    """A period that is gone, with its entry in calendars: it may stand beside dates."""
    period = before.period
    days = {name: str(day) for name in ("start", "end") if (day := getattr(period, name))}
    at, hint = (("dates",), Beside({"period": {**days}})) if after.dates else (("start",), "")
    value = ", ".join(days.values())
    return problem(after, at, "performance-removed", severity=Severity.WARNING, hint=hint, value=value, reason="run")


def _named(performances: Sequence[Performance]) -> str:
    """The starts of some dates, the first few of many."""
    starts = [str(performance.start) for performance in performances]
    return ", ".join([*starts[:MOST_NAMED], *(["…"] if len(starts) > MOST_NAMED else [])])
