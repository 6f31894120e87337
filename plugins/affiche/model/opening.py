"""Opening hours: the week, the adjusted days and the closed days of a place or a run."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, time
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, ValidationInfo, model_validator

from affiche.model.fields import Day, Hour, Scalar, one_of
from affiche.model.localised import Note
from affiche.model.nearest import nearest
from affiche.model.reading import refusal
from affiche.model.record import Part
from affiche.model.span_words import guess_hours
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import WEEKDAYS

#: What stands for the hours of the place.
OF_VENUE = "venue"

Weekday = Annotated[str, one_of(WEEKDAYS)]


class Hours(Part):
    """The hours of some days of the week (schema.org OpeningHoursSpecification); closing after midnight is allowed."""

    days: tuple[Weekday, ...]
    opens: Hour
    closes: Hour


class Closure(Part):
    """Days on which nothing is open, both ends included."""

    first: Day = Field(alias="from")
    last: Day = Field(alias="to")
    note: Note | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise refusal("end-before-start", at="to", start=str(self.first), end=str(self.last), reason="days")
        return self

    def covers(self, day: date) -> bool:
        """Whether a day is one of them."""
        return self.first <= day <= self.last


class Adjustment(Closure):
    """Days on which other hours hold than in a usual week."""

    opening_hours: tuple[Hours, ...]


def _hours_kind(value: Any) -> str:
    return "venue" if isinstance(value, str) else "own"


def _parse_hours_word(value: str, _info: ValidationInfo) -> str:
    """The word `venue`; another text is hours that were typed in words."""
    if value == OF_VENUE:
        return value
    meant = guess_hours(value) or value_meant(value, (OF_VENUE,)) or nearest(value, (OF_VENUE,))
    raise refusal("hours-format" if meant != OF_VENUE else "value-unknown", meant, value=value, choices=OF_VENUE)


_HOURS_WORD = Scalar(_parse_hours_word, {"enum": [OF_VENUE]}, {"kind": "choice", "choices": [OF_VENUE]})
#: A run's hours: its own week, or the word `venue`.
RunHours = Annotated[
    Annotated[str, _HOURS_WORD, Tag("venue")] | Annotated[tuple[Hours, ...], Tag("own")],
    Discriminator(_hours_kind),
]


class Schedule(Part):
    """When something is open: closed days win over adjusted ones, adjusted ones over the week."""

    opening_hours: tuple[Hours, ...] = ()
    closed: tuple[Closure, ...] = ()
    adjusted: tuple[Adjustment, ...] = ()

    def is_known_on(self, day: date) -> bool:
        """Whether it says anything of a day: without hours of its week, only of the days that it names."""
        return bool(self.opening_hours) or any(days.covers(day) for days in (*self.closed, *self.adjusted))

    def hours_on(self, day: date) -> tuple[tuple[time, time], ...]:
        """The opening and closing times of a day, in order; none when closed. Nothing is known without hours."""
        if any(closure.covers(day) for closure in self.closed):
            return ()
        week: Sequence[Hours] = self.opening_hours
        for adjustment in self.adjusted:
            if adjustment.covers(day):
                week = adjustment.opening_hours
        name = WEEKDAYS[day.weekday()]
        return joined((hours.opens, hours.closes) for hours in week if name in hours.days)


def joined(hours: Iterable[tuple[time, time]]) -> tuple[tuple[time, time], ...]:
    """The opening and closing times of one day, in order; those that touch or overlap are one stretch."""
    found: list[tuple[time, time]] = []
    for opens, closes in sorted(hours):
        first, last = found[-1] if found else (opens, opens)
        goes_on = first < last and opens <= last
        if goes_on and opens < closes:
            found[-1] = first, max(last, closes)
        elif goes_on and closes <= first:
            found[-1] = first, closes
        else:
            found.append((opens, closes))
    return tuple(found)
