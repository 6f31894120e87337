"""Stretches of days and weekly hours as people write them in one text, in the forms of the contract."""

from __future__ import annotations

import re

from affiche.model.language import fold_name
from affiche.model.moment import guess_day, guess_hour
from affiche.model.value_words import value_meant
from affiche.model.vocabulary import WEEKDAYS
from affiche.problems import Value

_TO = re.compile(r"\s+(?:-|–|—|au|a|tot(?: en met)?|t/m|to|until|jusqu['’]au)\s+|\s*[–—]\s*|(?<=[0-9])/(?=[0-9]{4}-)")
_FIRST = re.compile(r"(?:du|de|van|from|des(?: le)?|a partir du|vanaf|since|depuis(?: le)?|sinds)\s+")
_LAST = re.compile(r"(?:jusqu['’]au|jusqu['’]a|tot(?: en met)?|t/m|until|au)\s+")
_YEAR = re.compile(r"\b[0-9]{4}\b")
_HOURS = re.compile(
    r"(?P<opens>[0-9][0-9hu:.]*(?:\s?uur)?)\s*(?:-|–|—|a|tot|to)\s*(?P<closes>[0-9][0-9hu:.]*(?:\s?uur)?)"
)
_DAYS_TO = re.compile(r"\s*(?:-|–|—|\bau\b|\btot(?: en met)?\b|\bt/m\b|\bto\b)\s*")
_AND = re.compile(r"\s*(?:,|/|;|\bet\b|\ben\b|\band\b|\s)\s*")
_BEFORE_DAYS = re.compile(r"(?:du|de|le|les|van|op|from|on|elke|chaque|ouvert|open)\s+")
_EVERY_DAY = re.compile(
    r"(?:tous les jours|chaque jour|7\s*j(?:ours)?\s*(?:/|sur)\s*7|elke dag|alle dagen|every day|daily|dagelijks)"
)
_BEFORE_HOURS = re.compile(r"[\s:,]*(?:de|van|from)?\s*$")


def guess_period(typed: str) -> Value:
    """`start` and `end` of days typed in one text; one of them where it says so; empty for anything else."""
    text = fold_name(typed)
    parts = _TO.split(_FIRST.sub("", text, count=1)) if _FIRST.match(text) or _TO.search(text) else [text]
    if len(parts) == 2:
        first, last = parts[0].strip(), guess_day(parts[1].strip())
        start = guess_day(first) or (_with_year(first, last) if last and not _YEAR.search(first) else "")
        return {"start": start, "end": last} if start and last else ""
    for pattern, name in ((_LAST, "end"), (_FIRST, "start")):
        if match := pattern.match(text):
            day = guess_day(text[match.end() :].strip())
            return {name: day} if day else ""
    return ""


def guess_days(typed: str) -> list[str]:
    """The days of the week that a text names, in order: `les lundis et mardis`, `mar-dim`; none for another text."""
    if _EVERY_DAY.fullmatch(fold_name(typed).strip()):
        return [*WEEKDAYS]
    text = _BEFORE_DAYS.sub("", fold_name(typed).strip())
    stretch = [_weekday(part) for part in _DAYS_TO.split(text)]
    if len(stretch) == 2 and all(stretch):
        first, last = (WEEKDAYS.index(day) for day in stretch)
        return [WEEKDAYS[(first + number) % 7] for number in range((last - first) % 7 + 1)]
    named = [_weekday(part) for part in _AND.split(text) if part]
    return sorted(set(named), key=WEEKDAYS.index) if named and all(named) else []


def guess_hours(typed: str) -> Value:
    """`opening_hours` of one text such as `mar-dim 10h-18h`; empty for anything else."""
    text = fold_name(typed)
    found = _HOURS.search(text)
    if found is None or found.end() < len(text.rstrip()):
        return ""
    days = guess_days(_BEFORE_HOURS.sub("", text[: found.start()]))
    opens, closes = (guess_hour(found[name]) for name in ("opens", "closes"))
    return [{"days": [*days], "opens": opens, "closes": closes}] if days and opens and closes else ""


def _weekday(word: str) -> str:
    """A day of the week, in the singular or the plural."""
    return value_meant(word.strip(" ."), WEEKDAYS) or value_meant(word.strip(" .").removesuffix("s"), WEEKDAYS)


def _with_year(day: str, last: str) -> str:
    """A day without a year, in the year of the last one or, where it would come after that, in the one before."""
    year = int(last[:4])
    return next((found for each in (year, year - 1) if (found := guess_day(f"{day} {each}")) and found <= last), "")
