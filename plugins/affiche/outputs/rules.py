"""Rules of repetition in words: `un jeudi sur deux à 20 h`."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from affiche.locales import Words
from affiche.model.recurrence import Recurrence
from affiche.model.vocabulary import WEEKDAYS
from affiche.outputs.dates import Dates


def rule_words(dates: Dates, rule: Recurrence) -> str:
    """How often, on which days and at what hour; empty for a rule that is no plain sentence, such as every 15th."""
    often = _often(dates, rule)
    if not often or rule.start is None:
        return often
    pattern = "date.with_hour" if rule.end is None else "date.with_hours"
    return dates.words(pattern, day=often, hours=dates.hours(*_hours(rule, rule.start)))


def _often(dates: Dates, rule: Recurrence) -> str:
    words, interval = dates.words, rule.interval
    if rule.every == "month":
        return _monthly(dates, rule)
    if rule.every == "day" and not rule.days:
        return _every(words, "rule.day", interval)
    if rule.every == "day" and interval > 1:
        return ""
    days = dates.enumerated([words(f"weekday.{number}") for number in _weekdays(rule)])
    if interval == 2 and len(_weekdays(rule)) > 1:
        return words("rule.week.n", n=interval, days=days)
    return _every(words, "rule.week", interval, days=days)


def _monthly(dates: Dates, rule: Recurrence) -> str:
    words = dates.words
    if rule.nth is None:
        return ""
    days = dates.enumerated([words(f"weekday.{number}") for number in _weekdays(rule)])
    which = words(f"rule.nth.{rule.nth}", days=days)
    return words("rule.month.1" if rule.interval == 1 else "rule.month.n", n=rule.interval, which=which)


def _every(words: Words, key: str, interval: int, **values: str) -> str:
    """The pattern for each, for every other, or for a number."""
    exact = f"{key}.{interval}"
    return words(exact if exact in words else f"{key}.n", n=interval, **values)


def _weekdays(rule: Recurrence) -> list[int]:
    """The days of the week of a rule by number; without any, that of its first day."""
    return sorted(WEEKDAYS.index(day) for day in rule.days) or [rule.first.weekday()]


def _hours(rule: Recurrence, start: time) -> tuple[datetime, datetime | None]:
    """The first day's hours, an end that is not later being the next day's."""
    begins = datetime.combine(rule.first, start)
    if rule.end is None:
        return begins, None
    ends = datetime.combine(rule.first, rule.end)
    return begins, ends if ends > begins else ends + timedelta(days=1)
