"""References: every id that a file names has a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from affiche.checks.scope import Scope, problem
from affiche.model.campaign import Campaign
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.nearest import names_within, nearly_called
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.problems import Place, Problem, Severity

#: A reference: where it is typed in full, the collection it leads to, and the id.
Reference = tuple[Place, str, str]
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
}


def check_references(scope: Scope) -> Iterator[Problem]:
    """The codes of `CODES`: an id without a file, with the nearest that have one.

    `reference-hidden` (warning): a file that is not shown, such as a draft. `part-of-itself`: an event in itself.
    """
    names = _Names(scope)
    for record in scope.records:
        named = [*references(record)]
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
    """Where a reference is typed: an organiser or a pick is a mapping, or its id alone."""
    return at[:-1] if at[0] in ("organisers", "selection") and at not in record.origin.places else at


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
    elif isinstance(record, Campaign):
        yield from _campaign_references(record)


def _event_references(event: Event) -> Iterator[Reference]:
    for index, organiser in enumerate(event.organisers):
        yield ("organisers", index, "organisation"), "organisations", organiser.organisation
    for index, performer in enumerate(event.performers):
        if performer.organisation:
            yield ("performers", index, "organisation"), "organisations", performer.organisation
    yield from ((("campaigns", index), "campaigns", campaign) for index, campaign in enumerate(event.campaigns))
    if event.part_of:
        yield ("part_of",), "events", event.part_of
    if isinstance(event.venue, str):
        yield ("venue",), "venues", event.venue
    for index, performance in enumerate(event.dates):
        if isinstance(performance.venue, str):
            yield ("dates", index, "venue"), "venues", performance.venue


def _campaign_references(campaign: Campaign) -> Iterator[Reference]:
    for index, pick in enumerate(campaign.selection):
        yield ("selection", index, "event"), "events", pick.event
    for index, step in enumerate(campaign.steps):
        if step.organisation:
            yield ("steps", index, "organisation"), "organisations", step.organisation


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
