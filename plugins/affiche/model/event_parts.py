"""Parts of an event: who makes it, its days, how to book, how far it reaches."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import AfterValidator, PlainValidator, model_validator

from affiche.model.age_words import guess_ages
from affiche.model.fields import Country, Day, Email, Line, MomentField, OrganisationId, Phone, Url, matching, one_of
from affiche.model.forms import Forms
from affiche.model.localised import L, Note
from affiche.model.performance import refuse_disorder
from affiche.model.reading import refusal
from affiche.model.record import Part
from affiche.model.vocabulary import BOOKING_REQUIREMENTS, ROLES


class Organiser(Part):
    """An organisation's part in an event."""

    organisation: OrganisationId
    role: Annotated[str, one_of(ROLES)] = "organiser"


class Performer(Part):
    """Who is on stage: a name, an address, an organisation of ours."""

    name: Line
    url: Url | None = None
    organisation: OrganisationId | None = None


class Period(Part):
    """The days of a run, both included; a day that is not known is absent."""

    start: Day | None = None
    end: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise refusal("end-before-start", at="end", start=str(self.start), end=str(self.end), reason="days")
        if self.start is None and self.end is None:
            raise refusal("period-empty")
        return self


class Booking(Part):
    """How to book."""

    requirement: Annotated[str, one_of(BOOKING_REQUIREMENTS)] | None = None
    url: Url | None = None
    label: L | None = None
    email: Email | None = None
    phone: Phone | None = None
    opens: MomentField | None = None
    closes: MomentField | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.opens:
            refuse_disorder(self.opens, self.closes, at="closes")
        return self


class Reach(Part):
    """An event's countries and partners abroad."""

    countries: tuple[Country, ...] = ()
    partners: L | None = None


class Footprint(Part):
    """What an event says of its sustainability."""

    labels: tuple[Line, ...] = ()
    transport: Note | None = None
    note: Note | None = None


def _parse_organiser(value: object, info: Any) -> Organiser:
    return Organiser.model_validate({"organisation": value} if isinstance(value, str) else value, context=info.context)


def _parse_performer(value: object, info: Any) -> Performer:
    return Performer.model_validate({"name": value} if isinstance(value, str) else value, context=info.context)


def _refuse_reversed_ages(ages: str) -> str:
    youngest, _, oldest = ages.partition("-")
    if youngest and oldest and int(youngest) > int(oldest):
        raise refusal("age-reversed", f"{oldest}-{youngest}", value=ages)
    return ages


OrganiserField = Annotated[Organiser, PlainValidator(_parse_organiser), Forms((OrganisationId, Organiser))]
PerformerField = Annotated[Performer, PlainValidator(_parse_performer), Forms((Line, Performer))]
AgeRange = Annotated[
    str,
    matching("[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}-|-[0-9]{1,2}", "age-format", "6-12", "age", guess_ages),
    AfterValidator(_refuse_reversed_ages),
]
