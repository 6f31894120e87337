"""Rules of repetition in words: `un jeudi sur deux à 20 h`."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from affiche.model.recurrence import Recurrence
from affiche.model.vocabulary import WEEKDAYS
from affiche.outputs.dates import Dates


def rule_words(dates: Dates, rule: Recurrence) -> str:
    """How often, on which days and at what hour; empty for a rule that is no plain sentence, such as every 15th."""
    often = _often(dates, rule)
    return dates.with_hours(often, *_hours(rule, rule.start)) if often and rule.start else often


def except_words(dates: Dates, rule: Recurrence) -> str:
    """The days on which a rule does not hold: `sauf le 24 décembre 2026`; empty without any."""
    days = sorted(set(rule.except_))
    if not days:
        return ""
    said = dates.few(days) if len(days) > 1 else dates.words("date.one", day=dates.day(days[0], weekday=False))
    return dates.words("rule.except", days=said)


def _often(dates: Dates, rule: Recurrence) -> str:
    words, interval = dates.words, rule.interval
    if rule.every == "month":
        return _monthly(dates, rule)
    if rule.every == "day" and not rule.days:
        return words(f"rule.day.{interval}" if interval <= 2 else "rule.day.n", n=interval)
    if rule.every == "day" and interval > 1:
        return ""
    numbers = _weekdays(rule)
    if interval > 2 or (interval == 2 and len(numbers) > 1):
        each = dates.enumerated([words(f"weekday.each.{number}") for number in numbers])
        return words("rule.week.n", n=interval, days=each)
    return words(f"rule.week.{interval}", days=dates.enumerated([words(f"weekday.{number}") for number in numbers]))


def _monthly(dates: Dates, rule: Recurrence) -> str:
    words = dates.words
    if rule.nth is None:
        return ""
    days = dates.enumerated([words(f"weekday.{number}") for number in _weekdays(rule)])
    which = words(f"rule.nth.{rule.nth}", days=days)
    return words("rule.month.1" if rule.interval == 1 else "rule.month.n", n=rule.interval, which=which)


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
