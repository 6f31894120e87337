"""Campaigns: many small voices made one, with what is chosen for them and who says what, where and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import Field, PlainValidator

from affiche.model.event import Event
from affiche.model.fields import Day, EventId, Line, OrganisationId, matching, one_of
from affiche.model.forms import Forms
from affiche.model.localised import L, Note
from affiche.model.organisation import Discipline
from affiche.model.record import AtMost, Part, Record
from affiche.model.references import Reference
from affiche.model.text import Text
from affiche.model.vocabulary import CHANNELS, EVENT_TYPES
from affiche.problems import Fault

#: More than anybody reads on one page; what is more is better found by a rule.
MOST_PICKS, MOST_STEPS, MOST_HASHTAGS = 100, 200, 10


class Pick(Part):
    """An event that editors chose, and why."""

    event: EventId
    comment: Note | None = None


class Step(Part):
    """One step of the shared marketing calendar: who says what, where and when."""

    date: Day
    channel: Annotated[str, one_of(CHANNELS)]
    action: L
    organisation: OrganisationId | None = None


def _parse_pick(value: object, info: Any) -> Pick:
    return Pick.model_validate({"event": value} if isinstance(value, str) else value, context=info.context)


PickField = Annotated[Pick, PlainValidator(_parse_pick), Forms((EventId, Pick))]
#: A hashtag without its sign, as all networks read it: letters, digits and underscores, not digits alone.
Hashtag = Annotated[
    str,
    matching(
        "(?=.{1,60}$)[0-9_]*[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ0-9_]*",
        "hashtag-format",
        "brussels2027",
        "hashtag",
        lambda typed: re.sub("[^A-Za-zÀ-ÖØ-öø-ÿ0-9_]", "", typed),
    ),
]


class Campaign(Record):
    """A coordinated campaign: a season, a festival week, last chances (schema.org EventSeries).

    Its events are those that were picked, those that name it, and those that its rule finds between its days: of one of
    its disciplines, in one of its municipalities, of one of its types, as far as it says.
    """

    collection: ClassVar[str] = "campaigns"
    stand_ins: ClassVar[Mapping[str, Any]] = {"name": Text.neutral("?")}

    name: L
    slogan: L | None = None
    hashtags: Annotated[tuple[Hashtag, ...], AtMost(MOST_HASHTAGS)] = ()
    first: Day | None = Field(default=None, alias="from")
    last: Day | None = Field(default=None, alias="until")
    selection: Annotated[tuple[PickField, ...], AtMost(MOST_PICKS)] = ()
    disciplines: tuple[Discipline, ...] = ()
    municipalities: tuple[Line, ...] = ()
    types: tuple[Annotated[str, one_of(tuple(EVENT_TYPES))], ...] = ()
    steps: Annotated[tuple[Step, ...], AtMost(MOST_STEPS)] = ()

    def is_over(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.last is not None and self.last < today

    def is_on(self, today: date) -> bool:
        """Whether a day is one of its own; without a first or last day it has always begun, or never ends."""
        return (self.first is None or self.first <= today) and not self.is_over(today)

    def picks(self, event_id: str) -> bool:
        """Whether editors chose an event."""
        return any(pick.event == event_id for pick in self.selection)

    def takes(self, event: Event) -> bool:
        """Whether its rule takes an event for what it is; where and when it happens is for the calendar to compare."""
        return (
            bool(self.disciplines or self.municipalities or self.types)
            and (not self.disciplines or not {*self.disciplines}.isdisjoint(event.disciplines))
            and (not self.types or event.type in self.types)
        )

    def meets(self, first: date | None, last: date | None) -> bool:
        """Whether one of its days lies between two, both included; None is open."""
        begins = self.first is None or last is None or self.first <= last
        return begins and (self.last is None or first is None or first <= self.last)

    def references(self) -> Iterator[Reference]:
        """What editors chose, and who does the steps."""
        yield from super().references()
        for index, pick in enumerate(self.selection):
            yield ("selection", index, "event"), "events", pick.event
        for index, step in enumerate(self.steps):
            if step.organisation:
                yield ("steps", index, "organisation"), "organisations", step.organisation

    def faults(self, given: frozenset[str]) -> Iterator[Fault]:
        """Its days in order; an event picked once."""
        yield from super().faults(given)
        if self.first and self.last and self.last < self.first:
            days = {"start": str(self.first), "end": str(self.last), "reason": "days"}
            yield Fault("end-before-start", ("until",), values=days)
        seen: set[str] = set()
        for index, pick in enumerate(self.selection):
            if pick.event in seen:
                yield Fault("pick-twice", ("selection", index), values={"value": pick.event})
            seen.add(pick.event)
