"""One id, one record."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.record import Record
from affiche.problems import Place, Problem

#: Collections whose ids live in one namespace, since both go into calendars.
SHARED_NAMESPACE = {"events": "events", "calls": "events"}


def check_ids(scope: Scope) -> Iterator[Problem]:
    """`id-taken`: a second file with the id of another one, wherever it lies, or an old id that another one has."""
    taken: dict[tuple[str, str], Record] = {}
    for at, record_id, record in (*_ids(scope), *_old_ids(scope)):
        key = SHARED_NAMESPACE.get(record.collection, record.collection), record_id
        other = taken.setdefault(key, record)
        if other is not record:
            yield problem(record, at, "id-taken", id=record_id, other=other.origin.path)


def _ids(scope: Scope) -> Iterator[tuple[Place, str, Record]]:
    return (((), record.id, record) for record in scope.records)


def _old_ids(scope: Scope) -> Iterator[tuple[Place, str, Record]]:
    for record in scope.records:
        for index, old in enumerate(record.redirect_from):
            yield ("redirect_from", index), old, record
