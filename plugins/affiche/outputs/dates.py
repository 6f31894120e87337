"""Dates and hours in words, as a Belgian editor writes them; every pattern is in the catalogues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from itertools import groupby

from affiche.locales import Words
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import Occurrence, Run


class Length(StrEnum):
    """How much is said: on a card, in a line of a list, in a sentence of its own."""

    EXTRA_SHORT = "extra-short"
    SHORT = "short"
    MEDIUM = "medium"


#: From this number on, days are counted rather than listed; on a card, sooner.
MANY_DAYS, MANY_FOR_A_CARD = 7, 4


@dataclass(frozen=True, slots=True)
class Dates:
    """Writes dates in one language.

    `hours_style` is an example of how hours are written, one of `HOURS_STYLES`. `this_year` is the year that goes
    without saying, none in what must read the same next year.
    """

    words: Words
    hours_style: str = ""
    length: Length = Length.MEDIUM
    this_year: int | None = None

    def at(self, length: Length, this_year: int) -> Dates:
        """The same, said at another length to who reads it in that year."""
        return replace(self, length=length, this_year=None if length is Length.MEDIUM else this_year)

    @property
    def is_brief(self) -> bool:
        """Whether names are abbreviated, and only the next start is said."""
        return self.length is Length.EXTRA_SHORT

    # Days

    def day(self, day: date, *, weekday: bool = True, year: bool = True) -> str:
        """A day: `samedi 3 octobre 2026`, `jeudi 1er octobre`, `sam. 3 oct.`."""
        dated = self._dated(day, year=year and day.year != self.this_year)
        return f"{self._name('weekday', day.weekday())} {dated}" if weekday else dated

    def month(self, day: date) -> str:
        """A month with its year: `octobre 2026`, `oct. 2026`."""
        return f"{self._name('month', day.month)} {day.year}"

    def coarse(self, moment: Moment) -> str:
        """A day, a month or a season that is not known better: `en octobre 2026`, `à l’automne 2026`."""
        if moment.precision is Precision.SEASON:
            return self.words(f"date.season.{moment.season}", year=moment.day.year)
        if moment.precision is Precision.MONTH:
            return self.words(self._key("date.month"), month=self.month(moment.day))
        return self.day(moment.day)

    def enumerated(self, texts: Sequence[str]) -> str:
        """Several texts in a row: `vendredi, samedi et dimanche`."""
        if len(texts) < 2:
            return "".join(texts)
        return self.words("list.and", first=", ".join(texts[:-1]), last=texts[-1])

    def few(self, days: Sequence[date]) -> str:
        """Days with their months and years said once: `les 3, 4 et 10 octobre 2026`."""
        months = [list(found) for _, found in groupby(days, key=lambda day: (day.year, day.month))]
        is_this_year = days[0].year == days[-1].year == self.this_year
        texts = []
        for month, following in zip(months, [*months[1:], None], strict=True):
            *others, last = month
            says_year = (following is None or following[0].year != last.year) and not is_this_year
            texts.append(self.enumerated([*map(self._number, others), self._dated(last, year=says_year)]))
        return self.words(self._key("date.few"), days=self.enumerated(texts))

    # Hours

    def hour(self, hour: time | datetime) -> str:
        """An hour: `20 h 30`, `20.30 uur`, `20:30`."""
        return self._hour(hour, "hour")

    def hours(self, start: datetime, end: datetime | None) -> str:
        """From one hour to another, naming the day of an end on another one; midnight is still the evening's."""
        if end is None:
            return self.words("hours.at", start=self.hour(start))
        if end.time() == time() and (end.date() - start.date()).days == 1:
            return self.words("hours.to_midnight", start=self.hour(start))
        between = self.words("hours.between", start=self._hour(start, "hour.bare"), end=self.hour(end))
        if end.date() == start.date():
            return between
        if (end - start).days < 1:
            return f"{between} ({self.words(f'weekday.{end.weekday()}')})"
        return self.words("hours.until_day", start=self.hour(start), day=self.day(end.date()), end=self.hour(end))

    def with_hours(self, day: str, start: datetime, end: datetime | None) -> str:
        """A day or a rule with its hours: `samedi 3 octobre 2026 de 20 h à 22 h 30`; on a card, `sam. 3 oct., 20 h`."""
        if self.is_brief:
            return self.words("date.with_hour.brief", day=day, hour=self.hour(start))
        return self.words("date.with_hours" if end else "date.with_hour", day=day, hours=self.hours(start, end))

    # Runs

    def period(self, first: date | None, last: date | None) -> str:
        """The days of a run, both included, as far as they are known."""
        if first is None:
            return self.words(self._key("run.until"), last=self.day(last, weekday=False)) if last else ""
        if last is None:
            return self.words(self._key("run.since"), first=self.day(first, weekday=False))
        if first == last:
            return self.day(first)
        is_one_year = first.year == last.year
        is_one_month = is_one_year and first.month == last.month
        opening = (
            self._number(first)
            if is_one_month
            else self._dated(first, year=not is_one_year and first.year != self.this_year)
        )
        closing = self._dated(last, year=not is_one_year or last.year != self.this_year)
        return self.words(self._key("run.between"), first=opening, last=closing)

    def run(self, run: Run, today: date) -> str:
        """A run, seen from a day: all of it before it begins, its end while it is on, or its beginning without one."""
        if run.first and run.last is None and run.is_on(today):
            return self.words("run.begun", first=self.day(run.first, weekday=False))
        return self.period(None if run.last and run.is_on(today) else run.first, run.last)

    # Performances

    def occurrence(self, occurrence: Occurrence, *, is_over: bool = False) -> str:
        """A performance, as exactly as it is known: `samedi 3 octobre 2026 à 20 h 30`, `en octobre 2026`.

        Once it is over, or off, an hour that was never stated is not said to be confirmed any more.
        """
        if occurrence.start is not None:
            return self.with_hours(self.day(occurrence.day), occurrence.start, occurrence.end)
        if occurrence.precision > Precision.DAY:
            return self.coarse(Moment(datetime.combine(occurrence.day, time()), occurrence.precision))
        if occurrence.last_day > occurrence.day:
            return self.period(occurrence.day, occurrence.last_day)
        if is_over or self.is_brief or not occurrence.takes_place:
            return self.day(occurrence.day)
        return self.words("date.day_only", day=self.day(occurrence.day, weekday=False))

    def on_its_day(self, occurrences: Sequence[Occurrence], *, is_over: bool = False) -> str:
        """Performances under the heading of their day: `20 h 30`, `de 20 h à 22 h`, `11 h et 15 h (annulé)`."""
        timed = [(occurrence, occurrence.start) for occurrence in occurrences if occurrence.start]
        if len(timed) == 1 and timed[0][0].end:
            return self.hours(timed[0][1], timed[0][0].end)
        if timed:
            return self._starts([start for _, start in timed], self._marks([each for each, _ in timed]))
        if is_over or occurrences[0].last_day > occurrences[0].day:
            return self.occurrence(occurrences[0], is_over=True)
        return self.words("date.hour_open")

    def _starts(self, starts: Sequence[datetime], marks: Sequence[str] = ()) -> str:
        """Hours in a row, each before what marks it; where nothing does, their unit is said once: `11 en 15 uur`."""
        if not any(marks):
            return self.enumerated([*(self._hour(start, "hour.bare") for start in starts[:-1]), self.hour(starts[-1])])
        return self.enumerated(
            [
                self.words("date.hour_off", hour=self.hour(start), state=mark) if mark else self.hour(start)
                for start, mark in zip(starts, marks, strict=True)
            ]
        )

    def _marks(self, occurrences: Sequence[Occurrence]) -> list[str]:
        """`annulé` for each performance of a day that is off while another is not."""
        if len({occurrence.takes_place for occurrence in occurrences}) < 2:
            return []
        return ["" if each.takes_place else self.words(f"status.short.{each.status}") for each in occurrences]

    def several(
        self,
        occurrences: Sequence[Occurrence],
        *,
        among: Sequence[Occurrence] = (),
        is_over: bool = False,
        names_next: bool = True,
    ) -> str:
        """Performances in one line: one date, a few days, or their number and stretch.

        Where they are many, `among` has all the performances of the event: these are counted, and the next day named.
        """
        days = sorted({occurrence.day for occurrence in occurrences})
        if len(occurrences) == 1:
            return self.occurrence(occurrences[0], is_over=is_over)
        if any(occurrence.precision > Precision.DAY for occurrence in occurrences):
            return self.enumerated([self.occurrence(occurrence) for occurrence in occurrences])
        if len(days) == 1:
            return self._same_day(days[0], occurrences)
        if len(days) < (MANY_FOR_A_CARD if self.is_brief else MANY_DAYS):
            return self.few(days)
        if self.is_brief:
            return self._next_and_others(occurrences)
        return self._many(days[0] if names_next else None, among or occurrences)

    def _same_day(self, day: date, occurrences: Sequence[Occurrence]) -> str:
        starts = [occurrence.start for occurrence in occurrences if occurrence.start]
        if len(starts) < len(occurrences):
            return self.day(day)
        hours = self._starts(starts)
        if self.is_brief:
            return self.words("date.with_hour.brief", day=self.day(day), hour=hours)
        return self.words("date.with_hour", day=self.day(day), hours=self.words("hours.at", start=hours))

    def _many(self, following: date | None, occurrences: Sequence[Occurrence]) -> str:
        days = [occurrence.day for occurrence in occurrences]
        many = self.words("date.many", n=len(days), stretch=self.period(min(days), max(days)))
        if following is None or following == min(days):
            return many
        return self.words("date.many.next", dates=many, day=self.day(following, year=False))

    def _next_and_others(self, occurrences: Sequence[Occurrence]) -> str:
        following = self.occurrence(occurrences[0])
        return self.words.count("date.many.others", len(occurrences) - 1, next=following)

    # Names and numbers

    def _dated(self, day: date, *, year: bool) -> str:
        text = f"{self._number(day)} {self._name('month', day.month)}"
        return f"{text} {day.year}" if year else text

    def _name(self, kind: str, number: int) -> str:
        return self.words(f"{kind}.brief.{number}" if self.is_brief else f"{kind}.{number}")

    def _number(self, day: date) -> str:
        return self.words("day.first") if day.day == 1 else str(day.day)

    def _key(self, key: str) -> str:
        return f"{key}.brief" if self.is_brief else key

    def _hour(self, hour: time | datetime, key: str) -> str:
        """`key` is `hour`, or `hour.bare` for the first of two hours that share their unit."""
        compact = ".compact" if self.hours_style and " " not in self.hours_style else ""
        exact = ".exact" if hour.minute == 0 and "00" not in self.hours_style else ""
        return self.words(f"{key}{compact}{exact}", hour=hour.hour, minute=f"{hour.minute:02}")
