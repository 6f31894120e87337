"""Events: what happens, who makes it, when, where, for whom and for how much."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Any, ClassVar

from affiche.model.accessibility import Accessibility
from affiche.model.event_parts import AgeRange, Booking, Footprint, OrganiserField, PerformerField, Period, Reach
from affiche.model.fields import (
    CampaignId,
    EventId,
    GroupId,
    IsTrue,
    LanguageCode,
    Line,
    MomentField,
    ProjectId,
    Url,
    one_of,
)
from affiche.model.localised import L, Note, Summary, Title
from affiche.model.moment import Moment, Precision
from affiche.model.opening import Adjustment, Closure, RunHours
from affiche.model.organisation import Discipline
from affiche.model.performance import Availability, Performance, Status, refuse_disorder
from affiche.model.place import VenueField
from affiche.model.price import PriceField
from affiche.model.record import AtMost, Record
from affiche.model.recurrence import MOST_PERFORMANCES, Recurrence
from affiche.model.references import Reference, listed
from affiche.model.text import Text
from affiche.model.vocabulary import (
    AUDIENCES,
    EVENT_TYPES,
    PARTICIPATIONS,
    PRECISIONS,
    SOCIAL_TARIFFS,
)
from affiche.problems import Entries, Fault, Value

WHEN = ("start", "dates", "period", "recurrence")


class Event(Record):
    """An event, whatever its number of dates (schema.org Event)."""

    collection: ClassVar[str] = "events"
    label_field: ClassVar[str] = "title"
    stand_ins: ClassVar[Mapping[str, Any]] = {"title": Text.neutral("?"), "type": "meeting", "organisers": ()}

    title: Title
    summary: Summary | None = None
    type: Annotated[str, one_of(tuple(EVENT_TYPES))]
    disciplines: tuple[Discipline, ...] = ()
    keywords: Annotated[tuple[Line, ...], AtMost(20)] = ()
    audience: Annotated[str, one_of(AUDIENCES)] = "public"
    typical_age_range: AgeRange | None = None
    participation: Annotated[str, one_of(PARTICIPATIONS)] | None = None
    organisers: tuple[OrganiserField, ...]
    performers: tuple[PerformerField, ...] = ()
    groups: tuple[GroupId, ...] = ()
    projects: tuple[ProjectId, ...] = ()
    campaigns: tuple[CampaignId, ...] = ()
    part_of: EventId | None = None
    venue: VenueField | None = None
    room: L | None = None
    online_url: Url | None = None
    start: MomentField | None = None
    end: MomentField | None = None
    dates: Annotated[tuple[Performance, ...], AtMost(MOST_PERFORMANCES)] = ()
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

    @cached_property
    def performances(self) -> tuple[Performance, ...]:
        """Every time it happens, in order: the short form, the dates, or the rule and the dates in place of its own."""
        if self.start is not None:
            return (self._short_form(self.start),)
        return tuple(sorted((*self.dates, *self.ruled), key=lambda performance: performance.start.local))

    @cached_property
    def ruled(self) -> tuple[Performance, ...]:
        """The dates that its rule makes, without those that an entry of `dates` stands for or was moved from."""
        if self.recurrence is None:
            return ()
        starts = {str(moment) for each in self.dates for moment in (each.start, each.first_start)}
        ids, ruled = {each.id for each in self.dates}, self.recurrence.performances
        return tuple(each for each in ruled if each.id not in ids and str(each.start) not in starts)

    def _short_form(self, start: Moment) -> Performance:
        return Performance.known({"start": start, "end": self.end, "previous_start": self.previous_start})

    @property
    def precision(self) -> Precision:
        """How exactly its dates are known at most; as they are typed, unless it says that they are not fixed yet."""
        return Precision[(self.date_precision or "minute").upper()]

    def room_of(self, performance: Performance | None) -> Text | None:
        """The room a performance states, else its own, which is no room of another place."""
        if performance and (performance.room or performance.venue):
            return performance.room
        return self.room

    def status_of(self, performance: Performance) -> str:
        """The status of one performance: its own, else the event's; one with an earlier start and neither was moved."""
        is_moved = bool(performance.previous_start) and "status" not in self.model_fields_set
        return performance.status or ("rescheduled" if is_moved else self.status)

    def availability_of(self, performance: Performance) -> str | None:
        """The availability of one performance: its own wins over the event's."""
        return performance.availability or self.availability

    def references(self) -> Iterator[Reference]:
        """Who makes it and is on stage, what it belongs to, where it is."""
        yield from super().references()
        for index, organiser in enumerate(self.organisers):
            yield ("organisers", index, "organisation"), "organisations", organiser.organisation
        for index, performer in enumerate(self.performers):
            if performer.organisation:
                yield ("performers", index, "organisation"), "organisations", performer.organisation
        yield from listed("groups", "groups", self.groups)
        yield from listed("projects", "projects", self.projects)
        yield from listed("campaigns", "campaigns", self.campaigns)
        if self.part_of:
            yield ("part_of",), "events", self.part_of
        if isinstance(self.venue, str):
            yield ("venue",), "venues", self.venue
        for index, performance in enumerate(self.dates):
            if isinstance(performance.venue, str):
                yield ("dates", index, "venue"), "venues", performance.venue

    def faults(self, given: frozenset[str]) -> Iterator[Fault]:
        """Rules between fields: exactly one "when", ids of dates, what needs a period, somewhere to be."""
        yield from super().faults(given)
        yield from self._when_faults(given)
        yield from self._identity_faults()
        if "organisers" in self.model_fields_set and not self.organisers:
            yield Fault("field-missing", ("organisers",), values={"name": "organisers"})

    def _when_faults(self, given: frozenset[str]) -> Iterator[Fault]:
        stated = [name for name in WHEN if name in given]
        rivals = [name for name in stated if name != "dates" or "start" in stated]
        if not stated:
            yield Fault("when-missing")
        elif len(rivals) > 1:
            yield Fault("when-twice", (rivals[1],), values={"first": rivals[0], "second": rivals[1]})
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
        by_the_minute = self.end is not None and start.precision is self.end.precision is Precision.MINUTE
        if self.end and not by_the_minute and self.end.last_day > start.last_day:
            period: Value = {"start": str(start.day), "end": str(self.end.last_day)}
            yield Fault("run-as-start", ("start",), hint=Entries({"period": period}, ("end",)))

    def _identity_faults(self) -> Iterator[Fault]:
        """Dates with the same id: each needs its own, since calendars know it by that."""
        seen: dict[str, int] = {}
        for index, performance in enumerate(self.dates):
            known = performance.id.casefold()
            if known in seen:
                own = f"{known}-{'bcdefghijklmnopqrstuvwxyz'[seen[known] % 25]}"
                yield Fault("date-twice", ("dates", index, "id"), values={"value": performance.id}, hint=own)
            seen[known] = seen.get(known, -1) + 1
