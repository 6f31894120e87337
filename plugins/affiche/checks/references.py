"""References: every id that a file names has a file."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.checks.scope import Scope, problem
from affiche.model.event import Event
from affiche.model.nearest import names_within, nearly_called
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.problems import Place, Problem, Severity

#: A reference: where it is typed, the collection it leads to, and the id.
Reference = tuple[Place, str, str]
#: How many unknown ids of a file are compared with the known ones, which takes its time.
GUESSES = 20
#: How many of the nearest are told.
MOST_NEAR = 3
CODES = {"organisations": "organiser-unknown", "venues": "venue-unknown", "events": "event-unknown"}


def check_references(scope: Scope) -> Iterator[Problem]:
    """`organiser-unknown`, `venue-unknown`, `event-unknown`: an id without a file, with the nearest that have one.

    `reference-hidden` (warning): a file that is not shown, such as a draft. `part-of-itself`: an event in itself.
    """
    names = _Names(scope)
    for record in scope.records:
        unknown = [each for each in references(record) if each[2] not in scope.stems.get(each[1], ())]
        for index, (at, collection, record_id) in enumerate(unknown):
            near = names.near(collection, record_id) if index < GUESSES else []
            near = [each for each in near if (collection, each) != (record.collection, record.id)]
            code, hint = CODES[collection], "".join(near[:1])
            if near:
                yield problem(record, at, code, hint=hint, value=record_id, reason="near", near=", ".join(near))
            else:
                yield problem(record, at, code, value=record_id)
        yield from _check_hidden(scope, names, record)
        if isinstance(record, Event) and record.part_of == record.id:
            yield problem(record, ("part_of",), "part-of-itself", value=record.id)


def _check_hidden(scope: Scope, names: _Names, record: Record) -> Iterator[Problem]:
    """References of a record on the site to what is not; what replaces a record is for the rule of redirections."""
    if scope.calendar.find(type(record), record.id) is not record:
        return
    for at, collection, record_id in references(record):
        model = names.models.get((collection, record_id))
        if model and at != ("replaced_by",) and scope.calendar.find(model, record_id) is None:
            yield problem(record, at, "reference-hidden", severity=Severity.WARNING, value=record_id)


def references(record: Record) -> Iterator[Reference]:
    """Every id of another record that a record names."""
    if record.replaced_by:
        yield ("replaced_by",), record.collection, record.replaced_by
    if isinstance(record, Event):
        yield from _event_references(record)
    elif isinstance(record, Organisation):
        yield from ((("venues", index), "venues", venue) for index, venue in enumerate(record.venues))
    elif isinstance(record, Venue) and record.operator:
        yield ("operator",), "organisations", record.operator


def _event_references(event: Event) -> Iterator[Reference]:
    for index, organiser in enumerate(event.organisers):
        at: Place = ("organisers", index, "organisation")
        yield at if at in event.origin.places else at[:-1], "organisations", organiser.organisation
    for index, performer in enumerate(event.performers):
        if performer.organisation:
            yield ("performers", index, "organisation"), "organisations", performer.organisation
    if event.part_of:
        yield ("part_of",), "events", event.part_of
    if isinstance(event.venue, str):
        yield ("venue",), "venues", event.venue
    for index, performance in enumerate(event.dates):
        if isinstance(performance.venue, str):
            yield ("dates", index, "venue"), "venues", performance.venue


class _Names:
    """Ids by everything a record is called, so that a name typed for an id finds it."""

    def __init__(self, scope: Scope) -> None:
        self.models = {(record.collection, record.id): type(record) for record in scope.records}
        self._known: dict[str, dict[str, str]] = {name: {} for name in scope.stems}
        called = [(record, name) for record in scope.records for name in record.names]
        within = [(record, part) for record, name in called for part in names_within(name)]
        for record, name in within:
            self._known.setdefault(record.collection, {})[name] = record.id
        for collection, ids in scope.stems.items():
            self._known[collection] |= {stem: stem for stem in ids}
        for record, name in called:
            self._known.setdefault(record.collection, {})[name] = record.id

    def near(self, collection: str, typed: str) -> list[str]:
        """The ids whose id or name looks most like what was typed, best first."""
        return nearly_called(typed, self._known.get(collection, {}), most=MOST_NEAR)
