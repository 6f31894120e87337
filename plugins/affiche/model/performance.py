"""A performance: one time at which an event happens, with its own status and identity."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Self

from pydantic import Field, model_validator

from affiche.model.accessibility import Accessibility
from affiche.model.fields import Hour, LanguageCode, MomentField, PerformanceId, Url, one_of
from affiche.model.localised import L, Note
from affiche.model.moment import Moment, Precision
from affiche.model.place import VenueField
from affiche.model.reading import refusal
from affiche.model.record import Part
from affiche.model.vocabulary import AVAILABILITIES, STATUSES

#: The part of the UID that stands for the run of an event.
RUN = "run"
RESERVED_IDS = (RUN, "deadline")

Status = Annotated[str, one_of(STATUSES)]
Availability = Annotated[str, one_of(AVAILABILITIES)]


class Performance(Part):
    """One date of an event; what it leaves out, the event says."""

    start: MomentField
    end: MomentField | None = None
    doors: Hour | None = None
    typed_id: PerformanceId | None = Field(default=None, alias="id")
    status: Status | None = None
    status_reason: Note | None = None
    availability: Availability | None = None
    booking_url: Url | None = None
    venue: VenueField | None = None
    room: L | None = None
    previous_start: tuple[MomentField, ...] = ()
    surtitles: tuple[LanguageCode, ...] = ()
    sign_languages: tuple[LanguageCode, ...] = ()
    accessibility: Accessibility = {}
    note: Note | None = None

    @model_validator(mode="after")
    def _can_be(self) -> Self:
        if self.typed_id in RESERVED_IDS:
            raise refusal("id-reserved", at="id", value=self.typed_id)
        refuse_disorder(self.start, self.end)
        return self

    @property
    def id(self) -> str:
        """Its part of the UID: the stated id, else the digits of its first start, so that a moved date keeps it."""
        return self.typed_id or self.first_start.digits

    @property
    def first_start(self) -> Moment:
        """When it was to start at first: a date may have been moved forward and back, each earlier start after it."""
        return self.previous_start[0] if self.previous_start else self.start


def refuse_disorder(start: Moment, end: Moment | None, at: str = "end") -> None:
    """Refuses an end that is not after its start, proposing the next day for one shortly after midnight.

    Nothing is proposed for one that is its start: only who wrote it knows what was meant.

    `at` names the field of the end.
    """
    if end is None or _is_later(start, end):
        return
    begins, ends = str(start), str(end)
    if start.precision is end.precision and _instant(start) == _instant(end):
        raise refusal("end-before-start", at=at, start=begins, end=ends, reason="same")
    raise refusal("end-before-start", _next_morning(start, end), at=at, start=begins, end=ends)


def _is_later(start: Moment, end: Moment) -> bool:
    if start.precision is Precision.MINUTE and end.precision is Precision.MINUTE:
        if (start.offset is None) != (end.offset is None):
            return True  # only the zone of the place tells: the check of local times, which knows it, judges
        return _instant(end) > _instant(start)
    return end.last_day >= start.day


def _instant(moment: Moment) -> datetime:
    return moment.local - (moment.offset or timedelta())


def _next_morning(start: Moment, end: Moment) -> str:
    """The end moved to the next day, when it is the small hours after the start."""
    if end.precision is Precision.MINUTE and end.day == start.day and end.local.hour < 12:
        return str(Moment(end.local + timedelta(days=1)))
    return ""
