"""When an event of UiTdatabank is, and whether it takes place: its `calendarType`, `subEvent`, `openingHours`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from affiche.importers.imported import MOST_DATES, Entry
from affiche.importers.json_values import listed, objects, texts_of, word
from affiche.importers.spans import local_time, span
from affiche.importers.texts import by_language, web_address
from affiche.model.moment import EARLIEST_YEAR, LATEST_YEAR
from affiche.model.uitdatabank_terms import AVAILABLE, DAYS, STATUSES

CALENDARS = ("single", "multiple", "periodic", "permanent")
STATUS_MEANT = {AVAILABLE: "scheduled", **{theirs: ours for ours, theirs in STATUSES.items()}}
#: Without places left: UiTdatabank knows no waiting list. That there are some is what it says of every event at first.
FULL = "Unavailable"
WEEKDAYS = {theirs: ours for ours, theirs in DAYS.items()}

_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])(?::[0-9]{2})?")


class Unreadable(Exception):
    """A date that says nothing."""


def moment_of(text: str) -> datetime | None:
    """A moment of ISO 8601; None for everything else."""
    try:
        found = datetime.fromisoformat(text[:40])
    except ValueError:
        return None
    return found if EARLIEST_YEAR < found.year < LATEST_YEAR else None


def times(item: dict[str, Any], zone: ZoneInfo) -> tuple[Entry, bool]:
    """The dates or the run of an event with its state, and whether parts are left over; nothing for a permanent one."""
    language = word(item, "mainLanguage")
    if word(item, "calendarType") == "permanent":
        return {}, False
    if word(item, "calendarType") == "periodic":
        found = _period(item, zone)
        return (found | _state(item, language) if found else {}), False
    parts = objects(item.get("subEvent"))[:MOST_DATES]
    is_vague = not parts and word(item, "calendarType") == "multiple"
    spans = [each for part in parts or [item] if (each := _span(part, zone, is_start_alone=is_vague))]
    if not spans:
        return {}, False
    dates = [
        date | _state(part, language) | _own_booking(part)
        for part in parts
        for date in _span(part, zone).get("dates", ())
    ]
    if dates:
        by_start = {date["start"]: date for date in reversed(dates)}
        every = [by_start[start] for start in sorted(by_start)]
        return _common(every), any("period" in each for each in spans)
    return spans[0] | _state((parts or [item])[0] | item, language), is_vague or len(spans) > 1


def _span(part: dict[str, Any], zone: ZoneInfo, *, is_start_alone: bool = False) -> Entry:
    """A date or a run; of several dates that are not told, the start of the first alone is known."""
    if not word(part, "startDate"):
        return {}
    start, end = moment_of(word(part, "startDate")), moment_of(word(part, "endDate"))
    if start is None:
        raise Unreadable
    if is_start_alone and end and local_time(end, zone).date() != local_time(start, zone).date():
        end = None
    return span(start, end, zone, is_run=False)


def _period(item: dict[str, Any], zone: ZoneInfo) -> Entry:
    if not word(item, "startDate"):
        return {}
    start, end = moment_of(word(item, "startDate")), moment_of(word(item, "endDate"))
    if start is None:
        raise Unreadable
    days = {"start": local_time(start, zone).date().isoformat()}
    if end:
        days["end"] = local_time(end, zone).date().isoformat()
    hours = _hours(objects(item.get("openingHours")))
    return {"period": days} | ({"opening_hours": hours} if hours else {})


def _hours(week: Sequence[dict[str, Any]]) -> list[Entry]:
    """The hours of a week; nothing where some cannot be read, or only mean the whole day."""
    found: list[Entry] = []
    for each in week[:50]:
        opens, closes = (_CLOCK.fullmatch(word(each, name)) for name in ("opens", "closes"))
        days = [WEEKDAYS[day] for day in listed(each.get("dayOfWeek")) if isinstance(day, str) and day in WEEKDAYS]
        if not opens or not closes or not days or opens[0][:5] == closes[0][:5]:
            return []
        if (opens[0][:5], closes[0][:5]) == ("00:00", "23:59"):
            return []
        found.append({"days": days, "opens": opens[0][:5], "closes": closes[0][:5]})
    return found


def _state(part: dict[str, Any], language: str) -> Entry:
    """Whether something takes place and why not, and whether places are left."""
    stated, booking = part.get("status"), part.get("bookingAvailability")
    stated = {"type": stated} if isinstance(stated, str) else stated if isinstance(stated, dict) else {}
    booking = {"type": booking} if isinstance(booking, str) else booking if isinstance(booking, dict) else {}
    found: Entry = {}
    if status := STATUS_MEANT.get(word(stated, "type")):
        found["status"] = status
        reason = by_language(texts_of(stated, "reason", language))
        if reason and status != "scheduled":
            found["status_reason"] = reason
    if word(booking, "type") == FULL:
        found["availability"] = "sold-out"
    return found


def _own_booking(part: dict[str, Any]) -> Entry:
    links = [link for info in objects(part.get("bookingInfo")) if (link := web_address(word(info, "url")))]
    return {"booking_url": links[0]} if links else {}


def _common(dates: list[Entry]) -> Entry:
    """Dates, with what all of them say of their state said once."""
    first = dates[0]
    same: Entry = {
        name: first[name]
        for name in ("status", "status_reason", "availability")
        if name in first and all(date.get(name) == first[name] for date in dates)
    }
    if "status" not in same:
        same.pop("status_reason", None)
    return {"dates": [{name: date[name] for name in date if name not in same} for date in dates], **same}
