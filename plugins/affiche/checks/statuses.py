"""States that say half of what they should: a new date without the old one, online without an address."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.problems import Place, Problem, Severity


def check_statuses(scope: Scope) -> Iterator[Problem]:
    """`previous-start-missing`, `online-url-missing` (notices); `previous-start-same`, `status-reason-alone`."""
    for event in scope.records:
        if isinstance(event, Event) and event.origin.path not in scope.faulty:
            yield from chain(_check_moved(event), _check_online(event), _check_reasons(event))


def _check_moved(event: Event) -> Iterator[Problem]:
    """A new date without the old one, or with an old one that is no other."""
    starts = [(("previous_start",), event.start, event.previous_start)] if event.start else []
    listed = [
        (("dates", index, "previous_start"), each.start, each.previous_start) for index, each in enumerate(event.dates)
    ]
    for at, start, previous in (*starts, *listed):
        if start in previous:
            yield problem(event, at, "previous-start-same", severity=Severity.WARNING, value=str(start))
    moved: list[Place] = [
        ("dates", index, "status")
        for index, each in enumerate(event.dates)
        if each.status == "rescheduled" and not (each.previous_start or event.previous_start)
    ]
    if event.status == "rescheduled" and not any(
        (event.previous_start, *(each.previous_start for each in event.dates))
    ):
        moved.append(("status",))
    for place in moved:
        yield problem(event, place, "previous-start-missing", severity=Severity.NOTICE)


def _check_online(event: Event) -> Iterator[Problem]:
    states = [
        (("status",), event.status),
        *((("dates", at, "status"), each.status) for at, each in enumerate(event.dates)),
    ]
    for place, status in states:
        if status == "moved-online" and not event.online_url:
            yield problem(event, place, "online-url-missing", severity=Severity.NOTICE)
            return


def _check_reasons(event: Event) -> Iterator[Problem]:
    """Reasons for what goes on as planned."""
    if event.status_reason and {event.status, *map(event.status_of, event.performances)} == {"scheduled"}:
        yield problem(event, ("status_reason",), "status-reason-alone", severity=Severity.WARNING)
    for index, each in enumerate(event.dates):
        if each.status_reason and event.status_of(each) == "scheduled":
            at = ("dates", index, "status_reason")
            yield problem(event, at, "status-reason-alone", severity=Severity.WARNING)
