"""What a rule across files looks at, and how it says what it found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from affiche.calendar import Calendar
from affiche.model.record import Record
from affiche.problems import Fault, Place, Problem, Severity, Value
from affiche.sources.hints import as_problem


@dataclass(frozen=True, slots=True)
class Scope:
    """All readable records in the order of their paths, the ids of all files by collection, and the calendar.

    `faulty` has the paths of files that have an error already: what follows from it is not to be said again.
    """

    records: Sequence[Record]
    stems: Mapping[str, frozenset[str]]
    calendar: Calendar
    faulty: frozenset[str] = frozenset()


def is_seen(scope: Scope, record: Record) -> bool:
    """Whether a record is no draft, and not to be published later only."""
    return record.id in scope.calendar.records.get(record.collection, {})


def problem(
    record: Record, at: Place, code: str, /, *, severity: Severity = Severity.ERROR, hint: Value = "", **values: str
) -> Problem:
    """A problem of a record at one of its values; `hint` is the corrected value."""
    return as_problem(Fault(code, at, severity, values, hint), record.origin)
