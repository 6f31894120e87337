"""Joint projects: what several organisations make together, how far it is, and what it still seeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from affiche.model.event_parts import OrganiserField
from affiche.model.fields import Country, GroupId, MomentField, one_of
from affiche.model.localised import L, Note
from affiche.model.moment import Moment
from affiche.model.organisation import Discipline, Offer, Sustainability
from affiche.model.record import AtMost, Record
from affiche.model.references import Reference, listed
from affiche.model.text import Text
from affiche.model.vocabulary import STAGES
from affiche.problems import Fault

MOST_PARTNERS = 200


class Project(Record):
    """A joint project of several organisations (schema.org Project); its events name it."""

    collection: ClassVar[str] = "projects"
    stand_ins: ClassVar[Mapping[str, Any]] = {"name": Text.neutral("?"), "organisations": ()}

    name: L
    organisations: Annotated[tuple[OrganiserField, ...], AtMost(MOST_PARTNERS)]
    groups: tuple[GroupId, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    countries: tuple[Country, ...] = ()
    start: MomentField | None = None
    end: MomentField | None = None
    stage: Annotated[str, one_of(STAGES)] | None = None
    seeks: tuple[Offer, ...] = ()
    funding: Note | None = None
    sustainability: Sustainability | None = None

    def references(self) -> Iterator[Reference]:
        """Its partners and groups."""
        yield from super().references()
        for index, partner in enumerate(self.organisations):
            yield ("organisations", index, "organisation"), "organisations", partner.organisation
        yield from listed("groups", "groups", self.groups)

    def faults(self, given: frozenset[str]) -> Iterator[Fault]:
        """Somebody who makes it; its days in order."""
        yield from super().faults(given)
        if "organisations" in self.model_fields_set and not self.organisations:
            yield Fault("field-missing", ("organisations",), values={"name": "organisations"})
        yield from days_in_order(self.start, self.end)


def days_in_order(start: Moment | None, end: Moment | None) -> Iterator[Fault]:
    """`end-before-start` for an end whose last day lies before the first of the start, each as exact as it is known."""
    if start and end and end.last_day < start.day:
        values = {"start": str(start), "end": str(end), "reason": "days"}
        yield Fault("end-before-start", ("end",), values=values)
