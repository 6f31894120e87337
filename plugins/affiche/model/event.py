"""Events: what happens, who makes it, when, where, for whom and for how much."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from pydantic import PlainValidator, WithJsonSchema, model_validator

from affiche.model.accessibility import Accessibility
from affiche.model.fields import (
    Country,
    Day,
    Email,
    Id,
    IsTrue,
    LanguageCode,
    Line,
    MomentField,
    Phone,
    Url,
    matching,
    one_of,
)
from affiche.model.localised import L, Note, Summary, Title
from affiche.model.moment import Moment, Precision
from affiche.model.opening import Adjustment, Closure, RunHours
from affiche.model.organisation import Discipline
from affiche.model.performance import Availability, Performance, Status, refuse_disorder
from affiche.model.place import VenueField
from affiche.model.price import PriceField
from affiche.model.reading import refusal
from affiche.model.record import Part, Record, at_most
from affiche.model.recurrence import MOST_PERFORMANCES, Recurrence
from affiche.model.text import Text
from affiche.model.vocabulary import (
    AUDIENCES,
    BOOKING_REQUIREMENTS,
    EVENT_TYPES,
    PARTICIPATIONS,
    PRECISIONS,
    ROLES,
    SOCIAL_TARIFFS,
)
from affiche.problems import Fault

WHEN = ("start", "dates", "period", "recurrence")


class Organiser(Part):
    """An organisation's part in an event."""

    organisation: Id
    role: Annotated[str, one_of(ROLES)] = "organiser"


class Performer(Part):
    """Who is on stage: a name, an address, an organisation of ours."""

    name: Line
    url: Url | None = None
    organisation: Id | None = None


class Period(Part):
    """The days of a run, both included; a day that is not known is absent."""

    start: Day | None = None
    end: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.end < self.start:
            raise refusal("end-before-start", at="end", start=str(self.start), end=str(self.end))
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


_TEXT = {"type": "string"}
OrganiserField = Annotated[
    Organiser, PlainValidator(_parse_organiser), WithJsonSchema({"anyOf": [_TEXT, Organiser.model_json_schema()]})
]
PerformerField = Annotated[
    Performer, PlainValidator(_parse_performer), WithJsonSchema({"anyOf": [_TEXT, Performer.model_json_schema()]})
]
AgeRange = Annotated[str, matching("[0-9]{1,2}-[0-9]{1,2}|[0-9]{1,2}-|-[0-9]{1,2}", "age-format", "6-12")]


class Event(Record):
    """An event, whatever its number of dates (schema.org Event)."""

    collection: ClassVar[str] = "events"

    title: Title
    summary: Summary | None = None
    type: Annotated[str, one_of(tuple(EVENT_TYPES))]
    disciplines: tuple[Discipline, ...] = ()
    keywords: Annotated[tuple[Line, ...], at_most(20)] = ()
    audience: Annotated[str, one_of(AUDIENCES)] = "public"
    typical_age_range: AgeRange | None = None
    participation: Annotated[str, one_of(PARTICIPATIONS)] | None = None
    organisers: tuple[OrganiserField, ...]
    performers: tuple[PerformerField, ...] = ()
    groups: tuple[Id, ...] = ()
    projects: tuple[Id, ...] = ()
    campaigns: tuple[Id, ...] = ()
    part_of: Id | None = None
    venue: VenueField | None = None
    room: L | None = None
    online_url: Url | None = None
    start: MomentField | None = None
    end: MomentField | None = None
    dates: Annotated[tuple[Performance, ...], at_most(MOST_PERFORMANCES)] = ()
    period: Period | None = None
    opening_hours: RunHours = ()
    closed: tuple[Closure, ...] = ()
    adjusted: tuple[Adjustment, ...] = ()
    recurrence: Recurrence | None = None
    date_precision: Annotated[str, one_of(PRECISIONS)] | None = None
    status: Status = "scheduled"
    status_reason: Note | None = None
    previous_start: tuple[MomentField, ...] = ()
    availability: Availability | None = None
    price: PriceField | None = None
    social_tariffs: tuple[Annotated[str, one_of(SOCIAL_TARIFFS)], ...] = ()
    booking: Booking | None = None
    spoken_languages: tuple[LanguageCode, ...] = ()
    surtitles: tuple[LanguageCode, ...] = ()
    sign_languages: tuple[LanguageCode, ...] = ()
    no_language_needed: IsTrue = False
    accessibility: Accessibility = {}
    accessibility_note: Note | None = None
    video: Url | None = None
    international: Reach | None = None
    sustainability: Footprint | None = None

    @property
    def label(self) -> Text:
        """Its title."""
        return self.title

    @cached_property
    def performances(self) -> tuple[Performance, ...]:
        """Every time it happens, in order: the short form, the dates, or the rule and the dates in place of its own."""
        if self.start is not None:
            return (self._short_form(self.start),)
        replaced = {performance.start.local for performance in self.dates}
        ruled = self.recurrence.performances if self.recurrence else ()
        kept = (performance for performance in ruled if performance.start.local not in replaced)
        return tuple(sorted((*self.dates, *kept), key=lambda performance: performance.start.local))

    def _short_form(self, start: Moment) -> Performance:
        return Performance.model_construct(start=start, end=self.end, previous_start=self.previous_start)

    @property
    def precision(self) -> Precision:
        """How exactly its dates are known at most; as they are typed, unless it says that they are not fixed yet."""
        return Precision[(self.date_precision or "minute").upper()]

    def status_of(self, performance: Performance) -> str:
        """The status of one performance: its own wins over the event's."""
        return performance.status or self.status

    def availability_of(self, performance: Performance) -> str | None:
        """The availability of one performance: its own wins over the event's."""
        return performance.availability or self.availability

    def faults(self, given: frozenset[str]) -> Iterator[Fault]:
        """Rules between fields: exactly one "when", ids of dates, what needs a period, somewhere to be."""
        yield from super().faults(given)
        yield from self._when_faults(given)
        yield from self._identity_faults()
        if "organisers" in given and self.model_fields_set >= {"organisers"} and not self.organisers:
            yield Fault("field-missing", ("organisers",), values={"name": "organisers"})

    def _when_faults(self, given: frozenset[str]) -> Iterator[Fault]:
        stated = [name for name in WHEN if name in given]
        allowed_pair = len(stated) == 2 and "dates" in stated and "start" not in stated
        if not stated:
            yield Fault("when-missing")
        elif len(stated) > 1 and not allowed_pair:
            yield Fault("when-twice", (stated[1],), values={"first": stated[0], "second": stated[1]})
        readable = self.model_fields_set.issuperset(stated)
        if stated and readable and self.period is None and not self.performances:
            yield Fault("when-empty", (stated[0],), values={"name": stated[0]})
        for name in ("opening_hours", "closed", "adjusted"):
            if name in given and "period" not in given:
                yield Fault("period-missing", (name,), values={"name": name})
        if "end" in given and "start" not in given:
            yield Fault("start-missing", ("end",))
        if self.start:
            yield from self._order_faults(self.start)

    def _order_faults(self, start: Moment) -> Iterator[Fault]:
        try:
            refuse_disorder(start, self.end)
        except ValueError as error:
            context = error.context or {}  # type: ignore[attr-defined]
            yield Fault("end-before-start", ("end",), values=context["values"], hint=context["hint"])
        if self.end and Precision.MINUTE is not start.precision and self.end.last_day > start.last_day:
            yield Fault("run-as-start", ("end",), hint=f"period:\n  start: {start}\n  end: {self.end}")

    def _identity_faults(self) -> Iterator[Fault]:
        """Dates with the same id: each needs its own, since calendars know it by that."""
        seen: dict[str, int] = {}
        for index, performance in enumerate(self.dates):
            if performance.id.casefold() in seen:
                yield Fault(
                    "date-twice",
                    ("dates", index),
                    values={"value": performance.id},
                    hint=f'id: "{performance.id.lower()}-b"',
                )
            seen[performance.id.casefold()] = index
