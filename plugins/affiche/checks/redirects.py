"""Renamed and merged records: what replaces them leads somewhere, and never back."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, is_seen, problem
from affiche.problems import Problem


def check_redirects(scope: Scope) -> Iterator[Problem]:
    """`redirect-loop`: a chain of `replaced_by` that comes back; `redirect-nowhere`: one that ends where no page is."""
    known = {(record.collection, record.id): record for record in scope.records}
    onward = {key: record.replaced_by for key, record in known.items() if record.replaced_by}
    for record in scope.records:
        seen = {last := record.id}
        step = record.replaced_by
        while step and step not in seen:
            seen.add(last := step)
            step = onward.get((record.collection, step))
        if not step and is_seen(scope, record) and (record.collection, last) in known:
            if not is_seen(scope, known[record.collection, last]):
                yield problem(record, ("replaced_by",), "redirect-nowhere", value=last)
        elif step:
            yield problem(record, ("replaced_by",), "redirect-loop", value=step)
