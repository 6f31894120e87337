"""Renamed and merged records: what replaces them leads somewhere, and never back."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.problems import Problem


def check_redirects(scope: Scope) -> Iterator[Problem]:
    """`redirect-loop`: a chain of `replaced_by` that comes back to where it began."""
    onward = {(record.collection, record.id): record.replaced_by for record in scope.records if record.replaced_by}
    for record in scope.records:
        seen = {record.id}
        step = record.replaced_by
        while step and step not in seen:
            seen.add(step)
            step = onward.get((record.collection, step))
        if step:
            yield problem(record, ("replaced_by",), "redirect-loop", value=step)
