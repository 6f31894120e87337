"""A bounded rule of repetition, expanded in local time, so that 20:00 stays 20:00 across clock changes."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Annotated, Self

from pydantic import Field, model_validator

from affiche.model.fields import Count, Day, Hour, MomentField, one_of
from affiche.model.moment import Moment, Precision
from affiche.model.opening import Weekday
from affiche.model.performance import Performance
from affiche.model.reading import refusal
from affiche.model.record import Part
from affiche.model.vocabulary import WEEKDAYS

LONGEST = timedelta(days=366)
MOST_PERFORMANCES = 400
NTHS = ("1", "2", "3", "4", "last")


class Recurrence(Part):
    """Every nth day, week or month from a day until another, or a number of times; at most 12 months."""

    every: Annotated[str, one_of(("day", "week", "month"))]
    interval: Count = 1
    days: tuple[Weekday, ...] = ()
    nth: Annotated[str, one_of(NTHS)] | None = None
    first: Day = Field(alias="from")
    until: Day | None = None
    count: Count | None = None
    start: Hour | None = None
    end: Hour | None = None
    except_: tuple[Day, ...] = Field(default=(), alias="except")
    extra: tuple[MomentField, ...] = ()

    @model_validator(mode="after")
    def _bounded(self) -> Self:
        if (self.until is None) == (self.count is None):
            raise refusal("recurrence-unbounded", at="until")
        if self.until and self.until < self.first:
            raise refusal("end-before-start", at="until", start=str(self.first), end=str(self.until), reason="days")
        if self.until and self.until - self.first > LONGEST:
            raise refusal("recurrence-too-long", at="until", value=str(self.until))
        if not self.interval or self.count == 0 or (self.count or 0) > MOST_PERFORMANCES:
            raise refusal("recurrence-too-long", at="count" if self.count is not None else "interval")
        if (self.nth is not None) != (self.every == "month" and bool(self.days)):
            raise refusal("recurrence-nth", at="nth")
        if self.count and len(list(self._days())) < self.count:
            raise refusal("recurrence-too-long", at="count", value=str(self.count))
        return self

    @property
    def performances(self) -> tuple[Performance, ...]:
        """Every occurrence once, `extra` ones included and `except` days left out, in order of time."""
        regular = (self._on(day) for day in self._days() if day not in self.except_)
        added = (self._at(moment) for moment in self.extra)
        by_id = {performance.id: performance for performance in (*regular, *added)}
        return tuple(sorted(by_id.values(), key=lambda performance: performance.start.local))

    def _days(self) -> Iterator[date]:
        """The days of the rule; a count counts them before exceptions, as RFC 5545 does."""
        last = self.until or self.first + LONGEST
        days = (day for day in self._candidates(last) if self.first <= day <= last)
        return islice(days, self.count or MOST_PERFORMANCES)

    def _candidates(self, last: date) -> Iterator[date]:
        if self.every == "month":
            yield from self._monthly(last)
            return
        monday = self.first - timedelta(days=self.first.weekday())
        for offset in range((last - self.first).days + 1):
            day = self.first + timedelta(days=offset)
            periods = offset if self.every == "day" else (day - monday).days // 7
            named = (
                WEEKDAYS[day.weekday()] in self.days
                if self.days
                else self.every == "day" or day.weekday() == self.first.weekday()
            )
            if periods % self.interval == 0 and named:
                yield day

    def _monthly(self, last: date) -> Iterator[date]:
        for month in range(self.first.year * 12 + self.first.month - 1, last.year * 12 + last.month, self.interval):
            yield from self._in_month(month // 12, month % 12 + 1)

    def _in_month(self, year: int, month: int) -> list[date]:
        days = [date(year, month, day) for day in range(1, monthrange(year, month)[1] + 1)]
        if not self.days:
            return [day for day in days if day.day == self.first.day]
        rank = -1 if self.nth == "last" else int(self.nth or 1) - 1
        by_name = ([day for day in days if WEEKDAYS[day.weekday()] == name] for name in self.days)
        return sorted({named[rank] for named in by_name})

    def _on(self, day: date) -> Performance:
        if self.start is None:
            return Performance.known({"start": Moment(datetime.combine(day, time()), Precision.DAY)})
        return self._at(Moment(datetime.combine(day, self.start)))

    def _at(self, moment: Moment) -> Performance:
        return Performance.known({"start": moment, "end": self.end_of(moment)})

    def end_of(self, moment: Moment) -> Moment | None:
        """The end of what starts at a local moment: as long after it as the rule's end is after its start.

        An end that is not after the start is on the next day. At another hour than the rule's, it lasts as long.
        """
        if self.end is None or moment.precision is not Precision.MINUTE:
            return None
        start = datetime.combine(moment.day, self.start) if self.start else moment.local
        end = datetime.combine(moment.day, self.end)
        lasts = (end if end > start else end + timedelta(days=1)) - start
        return Moment(moment.local + lasts)
