"""Clashes of events that a change brings or moves: those that were there before are known to their houses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from affiche.checks.clashes import Clash, Programme
from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.problems import Place, Problem, Severity
from affiche.sources.base import Base

#: How many clashes of one event are named.
MOST_NAMED = 3


def check_clashes(base: Base, scope: Scope) -> Iterator[Problem]:
    """`clash` (notice), one for each event that `base` had not, or had at another time or place."""
    before = {record.id: record for record in base.records if isinstance(record, Event)}
    programme = Programme.of(scope.calendar)
    for event in scope.records:
        if isinstance(event, Event) and scope.calendar.find(Event, event.id) is event:
            known = next((before[name] for name in (event.id, *event.redirect_from) if name in before), None)
            if known is None or _plan(known) != _plan(event):
                clashes = programme.clashes_of(event)
                yield from (clash_problem(clashes, programme),) if clashes else ()


def clash_problem(clashes: Sequence[Clash], programme: Programme) -> Problem:
    """What is said of the clashes of one event, three at most, with quieter days in the week of the first."""
    event, occurrence = clashes[0].event, clashes[0].occurrence
    quiet = programme.quiet_days(event, occurrence.day)
    others = "; ".join(_named(clash) for clash in clashes[:MOST_NAMED])
    return problem(
        event, _place_of(event, occurrence.index), "clash", severity=Severity.NOTICE,
        value=str(event.performances[occurrence.index].start), others=others, quiet=", ".join(map(str, quiet)),
        reason="" if quiet else "alone",
    )  # fmt: skip


def _named(clash: Clash) -> str:
    """The other event of a clash: its title, its hour, its file."""
    start = clash.other_occurrence.start
    title = next(iter(clash.other.title.values()))
    return f"{title} ({start:%H:%M}, {clash.other.origin.path})" if start else title


def _place_of(event: Event, index: int) -> Place:
    """Where the start of one of an event's performances is typed."""
    performance = event.performances[index]
    dates = (("dates", at, "start") for at, each in enumerate(event.dates) if each is performance)
    return next(dates, ("start",) if event.start else ("recurrence",))


def _plan(event: Event) -> object:
    """When and where an event takes place, and for whom."""
    dates = [(each.start, each.venue) for each in event.performances]
    return dates, event.venue, event.audience, event.disciplines
