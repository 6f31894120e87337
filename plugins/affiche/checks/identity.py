"""One id, one record; one website, one organisation."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit

from affiche.checks.scope import Scope, problem
from affiche.model.organisation import Organisation
from affiche.model.record import Record
from affiche.problems import Problem, Severity

#: Collections whose ids live in one namespace, since both go into calendars.
SHARED_NAMESPACE = {"events": "events", "calls": "events"}


def check_ids(scope: Scope) -> Iterator[Problem]:
    """`id-taken`: a second file with the id of another one, wherever it lies."""
    seen: dict[tuple[str, str], Record] = {}
    for record in scope.records:
        for record_id in (record.id, *record.redirect_from):
            key = SHARED_NAMESPACE.get(record.collection, record.collection), record_id
            if key in seen and seen[key] is not record:
                at = () if record_id == record.id else ("redirect_from", record.redirect_from.index(record_id))
                yield problem(record, at, "id-taken", id=record_id, other=seen[key].origin.path)
            seen.setdefault(key, record)


def check_websites(scope: Scope) -> Iterator[Problem]:
    """`duplicate` (warning): a second organisation with the website of another one."""
    seen: dict[str, Organisation] = {}
    for record in scope.records:
        if isinstance(record, Organisation):
            website = _bare(record.url)
            if website in seen:
                other = seen[website]
                values = {"value": record.url, "other": other.origin.path}
                yield problem(record, ("url",), "duplicate", severity=Severity.WARNING, **values)
            seen.setdefault(website, record)


def _bare(url: str) -> str:
    """An address without scheme, `www.` and last slash."""
    parts = urlsplit(url)
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}"
