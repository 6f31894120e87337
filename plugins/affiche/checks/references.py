"""References: every id that a file names has a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from affiche.checks.scope import Scope, problem
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.nearest import names_within, nearly_called
from affiche.model.record import Record
from affiche.model.references import Reference
from affiche.problems import Place, Problem, Severity

#: How many unknown ids of a file are compared with the known ones, which takes its time.
GUESSES = 20
#: How many of the nearest are told.
MOST_NEAR = 3
MODELS = {model.collection: model for model in COLLECTIONS}
CODES = {
    "organisations": "organiser-unknown",
    "venues": "venue-unknown",
    "events": "event-unknown",
    "campaigns": "campaign-unknown",
    "groups": "group-unknown",
    "projects": "project-unknown",
}


def check_references(scope: Scope) -> Iterator[Problem]:
    """The codes of `CODES`: an id without a file, with the nearest that have one.

    `reference-hidden` (warning): a file that is not shown, such as a draft. `part-of-itself`: an event in itself.
    """
    names = _Names(scope)
    for record in scope.records:
        named = [*record.references()]
        unknown = [each for each in named if each[2] not in scope.stems.get(each[1], ())]
        for index, (at, collection, record_id) in enumerate(unknown):
            near = names.near(collection, record_id) if index < GUESSES else []
            near = [each for each in near if (collection, each) != (record.collection, record.id)]
            place, code, hint = _typed_at(record, at), CODES[collection], "".join(near[:1])
            if near:
                yield problem(record, place, code, hint=hint, value=record_id, reason="near", near=", ".join(near))
            else:
                yield problem(record, place, code, value=record_id)
        if scope.calendar.find(type(record), record.id) is record:
            yield from _check_hidden(scope, names, record, named)
        if isinstance(record, Event) and record.part_of == record.id:
            yield problem(record, ("part_of",), "part-of-itself", value=record.id)


def _check_hidden(scope: Scope, names: _Names, record: Record, named: Sequence[Reference]) -> Iterator[Problem]:
    """References of a record on the site to what is not; what replaces a record is for the rule of redirections."""
    for at, collection, record_id in named:
        is_shown = at == ("replaced_by",) or scope.calendar.find(MODELS[collection], record_id) is not None
        if not is_shown and (collection, record_id) in names.readable:
            where = _typed_at(record, at)
            yield problem(record, where, "reference-hidden", severity=Severity.WARNING, value=record_id)


def _typed_at(record: Record, at: Place) -> Place:
    """Where a reference is typed: an organiser, a partner or a pick is a mapping, or its id alone."""
    return at[:-1] if len(at) > 2 and at not in record.origin.places else at


class _Names:
    """Ids by everything a record is called, so that a name typed for an id finds it; made when one is looked for."""

    def __init__(self, scope: Scope) -> None:
        self._scope = scope

    @cached_property
    def readable(self) -> frozenset[tuple[str, str]]:
        """The collection and id of every record."""
        return frozenset((record.collection, record.id) for record in self._scope.records)

    @cached_property
    def _known(self) -> Mapping[str, dict[str, str]]:
        known: dict[str, dict[str, str]] = {name: {} for name in self._scope.stems}
        called = [(record, name) for record in self._scope.records for name in record.names]
        within = [(record, part) for record, name in called for part in names_within(name)]
        for record, name in within:
            known.setdefault(record.collection, {})[name] = record.id
        for collection, ids in self._scope.stems.items():
            known[collection] |= {stem: stem for stem in ids}
        for record, name in called:
            known.setdefault(record.collection, {})[name] = record.id
        return known

    def near(self, collection: str, typed: str) -> list[str]:
        """The ids whose id or name looks most like what was typed, best first."""
        return nearly_called(typed, self._known.get(collection, {}), most=MOST_NEAR)
