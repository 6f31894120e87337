"""Calls: opportunities with a deadline, for those who make culture."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, time, timedelta
from typing import Annotated, Any, ClassVar
from zoneinfo import ZoneInfo

from affiche.model.fields import Country, IsTrue, LanguageCode, MomentField, OrganisationId, Url, one_of
from affiche.model.localised import Note, Title
from affiche.model.moment import Precision
from affiche.model.occurrence import resolve
from affiche.model.organisation import Discipline
from affiche.model.project import days_in_order
from affiche.model.record import Record
from affiche.model.references import Reference, listed
from affiche.model.text import Text
from affiche.model.vocabulary import CALL_KINDS
from affiche.problems import Fault


class Call(Record):
    """An opportunity: open call, residency, mentoring, mission, fair, funding, volunteering (RFC 5545 VEVENT)."""

    collection: ClassVar[str] = "calls"
    label_field: ClassVar[str] = "title"
    stand_ins: ClassVar[Mapping[str, Any]] = {"title": Text.neutral("?"), "kind": "open-call", "apply": ""}

    title: Title
    kind: Annotated[str, one_of(CALL_KINDS)]
    organisations: tuple[OrganisationId, ...] = ()
    deadline: MomentField | None = None
    rolling: IsTrue = False
    start: MomentField | None = None
    end: MomentField | None = None
    countries: tuple[Country, ...] = ()
    disciplines: tuple[Discipline, ...] = ()
    eligibility: Note | None = None
    costs: Note | None = None
    covered: Note | None = None
    languages: tuple[LanguageCode, ...] = ()
    apply: Url

    def closes_at(self, zone: ZoneInfo) -> datetime | None:
        """When it closes, aware: at its deadline, at its end where that is a day; None while rolling."""
        if self.deadline is None or self.deadline.precision is Precision.MINUTE:
            return resolve(self.deadline, zone) if self.deadline else None
        return datetime.combine(self.deadline.last_day + timedelta(days=1), time(), zone)

    def references(self) -> Iterator[Reference]:
        """Who calls."""
        yield from super().references()
        yield from listed("organisations", "organisations", self.organisations)

    def faults(self, given: frozenset[str]) -> Iterator[Fault]:
        """A deadline, or none for as long as it lasts; its days in order."""
        yield from super().faults(given)
        if not {"deadline", "rolling"} & given:
            yield Fault("deadline-missing")
        elif {"deadline", "rolling"} <= given:
            yield Fault("deadline-twice", ("rolling",))
        yield from days_in_order(self.start, self.end)
