"""Schedules of schema.org: days that come again, followed within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from affiche.importers.imported import MOST_DATES, Entry, Ground
from affiche.importers.jsonld.graph import Node, bare
from affiche.importers.jsonld.when import Unreadable, read_clock, read_day
from affiche.importers.times import typed_time
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import WEEKDAYS

#: How far back a rule with a number of times may begin; how many schedules of an event are followed.
LONGEST_COUNT, MOST_SCHEDULES = timedelta(days=400), 5

_FREQUENCY = re.compile(r"P([0-9]{1,3})([DWMY])")
_WORDS = {"daily": "P1D", "weekly": "P1W", "biweekly": "P2W", "monthly": "P1M", "yearly": "P1Y", "annually": "P1Y"}
_DAY = re.compile(r"(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)")
_CODES = dict(zip(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), range(7), strict=True))


class Rule(NamedTuple):
    """A schedule: every so many days, weeks, months or years from a day on; weekdays have the place in their month."""

    first: date
    last: date
    every: int
    unit: str
    weekdays: frozenset[tuple[int, int]]
    month_days: frozenset[int]
    months: frozenset[int]

    def has(self, day: date) -> bool:
        """Whether a day is one of its days."""
        if not self.first <= day <= self.last or (self.months and day.month not in self.months):
            return False
        months = (day.year - self.first.year) * 12 + day.month - self.first.month
        if self.unit == "D":
            return (day - self.first).days % self.every == 0 and (not self.weekdays or self._has_weekday(day))
        if self.unit == "W":
            weeks = (_monday(day) - _monday(self.first)).days // 7
            is_day = self._has_weekday(day) if self.weekdays else day.weekday() == self.first.weekday()
            return weeks % self.every == 0 and is_day
        every = self.every if self.unit == "M" else self.every * 12
        return months % every == 0 and self._has_day_of_month(day)

    def _has_day_of_month(self, day: date) -> bool:
        if self.weekdays:
            return self._has_weekday(day)
        return day.day in self.month_days if self.month_days else day.day == self.first.day

    def _has_weekday(self, day: date) -> bool:
        of_month = (day.day - 1) // 7 + 1
        is_last = (day + timedelta(days=7)).month != day.month
        return any((day.weekday(), number) in self.weekdays for number in (0, of_month, *((-1,) if is_last else ())))


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def scheduled(event: Node, ground: Ground) -> Entry | None:
    """`dates` of the schedules of an event from yesterday on, or the run and the week of an exhibition's.

    None without any schedule; no dates where all are over.
    """
    schedules = event.nodes("eventSchedule")[:MOST_SCHEDULES]
    if not schedules:
        return None
    if "ExhibitionEvent" in event.types and (run := _run(schedules, event, ground)):
        return run
    every = {each["start"]: each for schedule in schedules for each in _dates(schedule, event, ground)}
    return {"dates": [every[start] for start in sorted(every)[:MOST_DATES]]}


def _rule(schedule: Node, event: Node, ground: Ground) -> Rule:
    start = read_day(schedule.word("startDate") or event.word("startDate"))
    last = read_day(schedule.word("endDate") or event.word("endDate"))
    days = frozenset(_weekdays(schedule.strings("byDay")))
    stated = "".join(bare(schedule.word("repeatFrequency")).split())
    frequency = _FREQUENCY.fullmatch(_WORDS.get(stated.lower(), stated).upper())
    if stated and (not frequency or not int(frequency[1])):
        raise Unreadable
    every, unit = (int(frequency[1]), frequency[2]) if frequency else (1, "W" if days else "")
    if start is None and every > 1:
        raise Unreadable
    first = start or ground.today - timedelta(days=1)
    return Rule(
        first,
        last or (ground.last_day if unit else first),
        every,
        unit or "D",
        days,
        frozenset(_numbers(schedule.strings("byMonthDay"))),
        frozenset(_numbers(schedule.strings("byMonth"))),
    )


def _weekdays(words: list[str]) -> Iterator[tuple[int, int]]:
    """Days of the week, each with its place in the month, 0 for every one."""
    for word in words:
        if code := _DAY.fullmatch(bare(word).upper()):
            yield _CODES[code[2]], int(code[1] or 0)
        elif named := value_meant(word, WEEKDAYS):
            yield WEEKDAYS.index(named), 0
        else:
            raise Unreadable


def _numbers(words: list[str]) -> Iterator[int]:
    yield from (int(word) for word in words if re.fullmatch("[0-9]{1,2}", word))


def _days(schedule: Node, event: Node, ground: Ground) -> Iterator[date]:
    """The days of a schedule from yesterday on; one of so many times is counted from its first."""
    rule = _rule(schedule, event, ground)
    count = schedule.word("repeatCount")
    yesterday = ground.today - timedelta(days=1)
    day = rule.first if count.isdecimal() else max(rule.first, yesterday)
    left = int(count) if count.isdecimal() and len(count) < 6 else MOST_DATES
    if count and day < ground.today - LONGEST_COUNT:
        raise Unreadable
    excepted = {read_day(word) for word in schedule.strings("exceptDate")}
    while day <= min(rule.last, ground.last_day) and left > 0:
        if rule.has(day):
            left -= 1
            if day not in excepted and day >= yesterday:
                yield day
        day += timedelta(days=1)


def _dates(schedule: Node, event: Node, ground: Ground) -> Iterator[Entry]:
    zone = ground.time_zone
    own = _zone(schedule.word("scheduleTimezone"), zone)
    starts = schedule.word("startTime") or _clock_of(schedule.word("startDate") or event.word("startDate"))
    ends = schedule.word("endTime")
    for day in _days(schedule, event, ground):
        opens, closes = read_clock(starts, day, own), read_clock(ends, day, own)
        if opens is None or (opens == time() and closes in (None, time(), time(23, 59))):
            yield {"start": day.isoformat()}
            continue
        found = {"start": typed_time(datetime.combine(day, opens, own), zone)}
        if closes and closes not in (opens, time(23, 59)):
            last = day if closes > opens else day + timedelta(days=1)
            found["end"] = typed_time(datetime.combine(last, closes, own), zone)
        yield found


def _clock_of(moment: str) -> str:
    return moment.partition("T")[2]


def _zone(name: str, usual: ZoneInfo) -> ZoneInfo:
    if not re.fullmatch(r"[A-Za-z]+(?:/[A-Za-z_+-]+){1,2}", name):
        return usual
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return usual


def _run(schedules: list[Node], event: Node, ground: Ground) -> Entry:
    """The run of an exhibition that is open at hours of the week; empty where its schedules say less, or more."""
    rules = [_rule(schedule, event, ground) for schedule in schedules]
    spans = {(rule.first, rule.last) for rule in rules}
    is_weekly = all(rule.unit in "DW" and rule.every == 1 and not rule.months for rule in rules)
    if len(spans) != 1 or not is_weekly:
        return {}
    ((first, last),) = spans
    hours = []
    for schedule, rule in zip(schedules, rules, strict=True):
        opens, closes = (read_clock(schedule.word(name), first, ground.time_zone) for name in ("startTime", "endTime"))
        days = sorted({number for number, _ in rule.weekdays}) or ([*range(7)] if rule.unit == "D" else [])
        if opens and closes and days:
            hours.append(
                {"days": [WEEKDAYS[day] for day in days], "opens": f"{opens:%H:%M}", "closes": f"{closes:%H:%M}"}
            )
    stated = {
        "start": first.isoformat() if _states(schedules, event, "startDate") else "",
        "end": last.isoformat() if _states(schedules, event, "endDate") else "",
    }
    period = {name: day for name, day in stated.items() if day}
    return {"period": period, "opening_hours": hours} if period and len(hours) == len(schedules) else {}


def _states(schedules: list[Node], event: Node, name: str) -> bool:
    return any(node.strings(name) for node in (*schedules, event))
