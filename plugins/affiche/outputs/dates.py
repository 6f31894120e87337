"""Dates and hours in words, as a Belgian editor writes them; every pattern is in the catalogues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from affiche.locales import Words
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence, Run

#: From this number on, days are counted rather than listed.
MANY_DAYS = 7


@dataclass(frozen=True, slots=True)
class Dates:
    """Writes dates in one language; `hours_style` is how it writes 20:30, one of `hours.styles` of the catalogue."""

    words: Words
    hours_style: str = ""

    def day(self, day: date, *, weekday: bool = True, year: bool = True) -> str:
        """A day: `samedi 3 octobre 2026`, `jeudi 1er octobre`."""
        parts = [self.words(f"weekday.{day.weekday()}")] if weekday else []
        parts += [self._number(day), self.words(f"month.{day.month}")]
        return " ".join([*parts, str(day.year)] if year else parts)

    def month(self, day: date) -> str:
        """A month with its year: `octobre 2026`."""
        return f"{self.words(f'month.{day.month}')} {day.year}"

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

    def occurrence(self, occurrence: Occurrence, *, is_over: bool = False) -> str:
        """A performance, as exactly as it is known: `samedi 3 octobre 2026 à 20 h 30`, `en octobre 2026`.

        Once it is over, an hour that was never stated is not said to be confirmed any more.
        """
        if occurrence.start is not None:
            pattern = "date.with_hour" if occurrence.end is None else "date.with_hours"
            return self.words(pattern, day=self.day(occurrence.day), hours=self.hours(occurrence.start, occurrence.end))
        return self._coarse(occurrence, is_over=is_over)

    def _coarse(self, occurrence: Occurrence, *, is_over: bool) -> str:
        if occurrence.precision is Precision.SEASON:
            season = ("winter", "spring", "summer", "autumn")[occurrence.day.month // 3 % 4]
            return self.words(f"date.season.{season}", year=occurrence.day.year)
        if occurrence.precision is Precision.MONTH:
            return self.words("date.month", month=self.month(occurrence.day))
        if occurrence.last_day > occurrence.day:
            return self.period(occurrence.day, occurrence.last_day)
        if is_over:
            return self.day(occurrence.day)
        return self.words("date.day_only", day=self.day(occurrence.day, weekday=False))

    def period(self, first: date | None, last: date | None) -> str:
        """The days of a run, both included, as far as they are known."""
        if first is None:
            return self.words("run.until", last=self.day(last, weekday=False)) if last else ""
        if last is None:
            return self.words("run.since", first=self.day(first, weekday=False))
        if first == last:
            return self.day(first)
        return self.words("run.between", first=self._opening(first, last), last=self.day(last, weekday=False))

    def _opening(self, first: date, last: date) -> str:
        """The first day of a stretch, without what it shares with the last: `3`, `3 octobre`, `3 octobre 2026`."""
        if (first.year, first.month) == (last.year, last.month):
            return self._number(first)
        return self.day(first, weekday=False, year=first.year != last.year)

    def run(self, run: Run, today: date) -> str:
        """A run, seen from a day: all of it before it begins, only its end while it is on."""
        if run.first and run.last and run.first <= today <= run.last:
            return self.words("run.until", last=self.day(run.last, weekday=False))
        return self.period(run.first, run.last)

    def several(
        self, occurrences: Sequence[Occurrence], *, among: Sequence[Occurrence] = (), is_over: bool = False
    ) -> str:
        """Performances in one line: one date, a few days, or their number and stretch.

        Where they are many, `among` has all the performances of the event: these are counted, and the next day named.
        """
        days = sorted({occurrence.day for occurrence in occurrences})
        if len(occurrences) == 1:
            return self.occurrence(occurrences[0], is_over=is_over)
        if len(days) == 1 and all(occurrence.start for occurrence in occurrences):
            return self._same_day(occurrences)
        if any(occurrence.precision > Precision.DAY for occurrence in occurrences):
            return self.enumerated([self.occurrence(occurrence) for occurrence in occurrences])
        if len(days) == 1:
            return self.day(days[0])
        if len(days) < MANY_DAYS:
            return self._few(days)
        return self._many(days[0], among or occurrences)

    def _many(self, following: date, occurrences: Sequence[Occurrence]) -> str:
        days = [occurrence.day for occurrence in occurrences]
        many = self.words("date.many", n=len(days), stretch=self.period(min(days), max(days)))
        if following == min(days):
            return many
        return self.words("date.many.next", dates=many, day=self.day(following, year=False))

    def _same_day(self, occurrences: Sequence[Occurrence]) -> str:
        hours = [self.hour(occurrence.start) for occurrence in occurrences if occurrence.start]
        starts = self.words("hours.at", start=self.enumerated(hours))
        return self.words("date.with_hour", day=self.day(occurrences[0].day), hours=starts)

    def _few(self, days: Sequence[date]) -> str:
        """Days with their months and years said once: `les 3, 4 et 10 octobre 2026`."""
        texts = []
        for index, day in enumerate(days):
            following = days[index + 1] if index + 1 < len(days) else None
            text = self._number(day)
            if following is None or following.month != day.month or following.year != day.year:
                text += f" {self.words(f'month.{day.month}')}"
            if following is None or following.year != day.year:
                text += f" {day.year}"
            texts.append(text)
        return self.words("date.few", days=self.enumerated(texts))

    def enumerated(self, texts: Sequence[str]) -> str:
        """Several texts in a row: `vendredi, samedi et dimanche`."""
        if len(texts) < 2:
            return "".join(texts)
        return self.words("list.and", first=", ".join(texts[:-1]), last=texts[-1])

    def _number(self, day: date) -> str:
        return self.words("day.first") if day.day == 1 else str(day.day)

    def _hour(self, hour: time | datetime, key: str) -> str:
        """`key` is `hour`, or `hour.bare` for the first of two hours that share their unit."""
        style = f".{self.hours_style}" if self.hours_style else ""
        exact = ".exact" if hour.minute == 0 else ""
        return self.words(f"{key}{style}{exact}", hour=hour.hour, minute=f"{hour.minute:02}")
