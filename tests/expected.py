"""What typed fields of an event mean in time, worked out from the contract alone, with python-dateutil for rules."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from dateutil import rrule

from tests.local_times import zone_of

FREQUENCIES: dict[str, Any] = {"day": rrule.DAILY, "week": rrule.WEEKLY, "month": rrule.MONTHLY}
RANKS = {"1": 1, "2": 2, "3": 3, "4": 4, "last": -1}
LONGEST = timedelta(days=366)
#: Until five in the morning, an end is still of the evening before.
NIGHT = timedelta(hours=5, seconds=1)


@dataclass(frozen=True)
class Expected:
    """One performance: aware local moments, or days (the last one included); no start where its day is not known.

    `last_day` is the last day on which it may be.
    """

    id: str
    start: datetime | date | None
    end: datetime | date | None
    last_day: date
    status: str
    availability: str | None
    previous: tuple[str, ...]
    zone: ZoneInfo


def ruled_starts(rule: dict[str, Any]) -> list[datetime | date]:
    """The local starts, or days, of a rule before its exceptions."""
    first = date.fromisoformat(rule["from"])
    last = date.fromisoformat(rule["until"]) if "until" in rule else first + LONGEST
    days = [getattr(rrule, name[:2].upper()) for name in rule.get("days", [])]
    found = rrule.rrule(
        FREQUENCIES[rule["every"]],
        datetime.combine(first, time()),
        int(rule.get("interval", 1)),
        wkst=rrule.MO,
        until=datetime.combine(last, time()),
        byweekday=[day(RANKS[rule["nth"]]) for day in days] if "nth" in rule else days or None,
    )
    chosen = [moment.date() for moment in islice(found, int(rule.get("count", 400)))]
    if "start" not in rule:
        return list(chosen)
    return [datetime.combine(day, time.fromisoformat(rule["start"])) for day in chosen]


def expected(typed: dict[str, Any]) -> dict[str, Expected]:
    """The performances of an event by id."""
    found = [_performance(typed, item) for item in typed.get("dates", [])]
    if "start" in typed:
        short: dict[str, Any] = {name: typed[name] for name in ("start", "end", "previous_start") if name in typed}
        found = [_performance(typed, short)]
    if "recurrence" in typed:
        dates = typed.get("dates", [])
        stood_for = {text[:16] for item in dates for text in (item["start"], *item.get("previous_start", [])[:1])}
        found += [each for text, each in _ruled(typed, typed["recurrence"]) if text[:16] not in stood_for]
    by_id = {each.id: each for each in found}
    assert len(by_id) == len(found)
    return by_id


def _ruled(typed: dict[str, Any], rule: dict[str, Any]) -> Iterator[tuple[str, Expected]]:
    starts = [str(start)[:16] for start in ruled_starts(rule) if str(start)[:10] not in rule.get("except", [])]
    for start in dict.fromkeys((*starts, *rule.get("extra", []))):
        yield start, _performance(typed, {"start": start}, _length(rule))


def _length(rule: dict[str, Any]) -> timedelta | None:
    """How long a rule's occurrences last by the clock, a whole day at most."""
    if "end" not in rule or "start" not in rule:
        return None
    opens, closes = (datetime.combine(date.min, time.fromisoformat(rule[name])) for name in ("start", "end"))
    return (closes - opens) % timedelta(days=1) or timedelta(days=1)


def _end_after(lasts: timedelta, text: str, start: datetime) -> datetime:
    """When clocks show that much more than at a start; where they jump over it, what they show then."""
    end = (datetime.fromisoformat(text) if len(text) == len("2026-12-05 20:00") else start).replace(tzinfo=None, fold=0)
    end += lasts
    passes = (_settled(end.replace(tzinfo=start.tzinfo, fold=fold)) for fold in (0, 1))
    return next(each for each in passes if each.astimezone(UTC) > start.astimezone(UTC))


def _performance(typed: dict[str, Any], item: dict[str, Any], lasts: timedelta | None = None) -> Expected:
    """An item of `dates`, or an occurrence of a rule that lasts some time."""
    zone = zone_of(item.get("venue") or typed.get("venue"))
    start, end = moment_of(item["start"], zone), moment_of(item.get("end"), zone)
    if lasts and isinstance(start, datetime):
        end = _end_after(lasts, item["start"], start)
    least = {"month": 0, "season": 0, "day": 1}.get(typed.get("date_precision", ""), 2)
    previous = tuple(item.get("previous_start", []))
    first = previous[0] if previous else item["start"]
    if least == 1 or (isinstance(end, datetime) and not isinstance(start, datetime)):
        start, end = _day(start), _last_day(_day(start), end)
    start, end = (start, end) if least else (None, None)
    return Expected(
        id=item.get("id") or _digits(first),
        start=start,
        end=end if start else None,
        last_day=_until(start, end) if start else _coarse_end(item["start"], typed.get("date_precision")),
        status=item.get("status") or typed.get("status") or ("rescheduled" if previous else "scheduled"),
        availability=item.get("availability") or typed.get("availability"),
        previous=previous,
        zone=zone,
    )


def _until(start: date, end: datetime | date | None) -> date:
    if isinstance(end, datetime):
        return (end.replace(tzinfo=None) - timedelta(seconds=1)).date()
    return end or (start.date() if isinstance(start, datetime) else start)


def _coarse_end(text: str, precision: str | None) -> date:
    """The last day of the month or season in which a typed start lies; winter is that of its December."""
    if text[5:6].isalpha():
        year, month = int(text[:4]), {"winter": 12, "spring": 3, "summer": 6, "autumn": 9}[text[5:]] + 2
    else:
        year, month = int(text[:4]), int(text[5:7])
        month += 2 - month % 3 if precision == "season" else 0
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _day(value: datetime | date | None) -> date | None:
    return value.date() if isinstance(value, datetime) else value


def _last_day(start: date | None, end: datetime | date | None) -> date | None:
    """The day of an end, the night being still the evening's."""
    day = (end.replace(tzinfo=None) - NIGHT).date() if isinstance(end, datetime) else end
    return max(start, day) if start and day else day


def _digits(text: str) -> str:
    return text if text[5:6].isalpha() else text[:16].translate({ord("-"): "", ord(":"): "", ord(" "): "T"})


def moment_of(text: str | None, zone: ZoneInfo) -> datetime | date | None:
    """A typed moment in a zone, a day, or None for what is known less well."""
    if text is None or text[5:6].isalpha() or len(text) < len("2026-12-05"):
        return None
    if len(text) == len("2026-12-05"):
        return date.fromisoformat(text)
    moment = datetime.fromisoformat(text)
    return _settled(moment.astimezone(zone) if moment.tzinfo else moment.replace(tzinfo=zone))


def _settled(moment: datetime) -> datetime:
    return moment.astimezone(UTC).astimezone(moment.tzinfo)
