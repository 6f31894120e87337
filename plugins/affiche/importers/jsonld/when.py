"""When a schema.org/Event is: dates, a run, or a schedule that is followed for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from affiche.importers.imported import Entry
from affiche.importers.jsonld.graph import Node
from affiche.importers.spans import day_of, is_at, local_time, span, whole_day
from affiche.importers.times import MIDNIGHT, typed_time
from affiche.model.moment import EARLIEST_YEAR, LATEST_YEAR, Precision, guess_moment, parse_moment

_DURATION = re.compile(r"P(?:([0-9]{1,3})D)?(?:T(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?(?:[0-9.]+S)?)?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?")


class Unreadable(Exception):
    """A date that says nothing."""


def when(event: Node, zone: ZoneInfo) -> Entry:
    """`dates` or `period` of an event by its own start and end; empty without any, `Unreadable` for what is no date."""
    starts, ends = event.strings("startDate"), event.strings("endDate")
    if not starts:
        last = _read(ends[0]) if ends and "ExhibitionEvent" in event.types else None
        return {"period": {"end": day_of(last, zone).isoformat()}} if isinstance(last, date) else {}
    every = [
        _span(start, ends[index] if index < len(ends) else "", event, zone)
        for index, start in enumerate(dict.fromkeys(starts))
    ]
    runs = [each for each in every if "period" in each]
    return runs[0] if runs else {"dates": [date for each in every for date in each["dates"]]}


def _span(starts: str, ends: str, event: Node, zone: ZoneInfo) -> Entry:
    start = _read(starts)
    if start is None:
        raise Unreadable
    if isinstance(start, str):
        return {"dates": [{"start": start}]}
    end = _read(ends) if ends else _after(start, event.word("duration"))
    return span(start, end if isinstance(end, date) else None, zone, is_run="ExhibitionEvent" in event.types)


def _after(start: date, duration: str) -> datetime | None:
    """The end that a stated duration (ISO 8601) makes."""
    match = _DURATION.fullmatch(duration.strip())
    if not match or not isinstance(start, datetime):
        return None
    days, hours, minutes = (int(part or 0) for part in match.groups())
    return start + timedelta(days=days, hours=hours, minutes=minutes)


def _read(text: str) -> date | str | None:
    """A day or a moment of ISO 8601, or a month as the model types it; None for everything else."""
    typed = " ".join(text.split())[:40]
    found: date | None = None
    with suppress(ValueError):
        found = datetime.fromisoformat(typed) if re.search("[T :]", typed) else date.fromisoformat(typed)
    if found is None and typed[:4].isdecimal():
        with suppress(ValueError):
            moment = parse_moment(guess_moment(typed) or typed)
            if moment and moment.precision > Precision.DAY:
                return str(moment)
            if moment:
                found = moment.local if moment.precision is Precision.MINUTE else moment.day
    return found if found and EARLIEST_YEAR <= found.year <= LATEST_YEAR else None


def read_day(text: str) -> date | None:
    """The day of a text, its hour left out as it is written."""
    found = _read(text)
    return found.date() if isinstance(found, datetime) else found if isinstance(found, date) else None


def read_clock(text: str, day: date, zone: ZoneInfo) -> time | None:
    """An hour of a day, which may be written as a whole moment of it; None where it is no hour, or of another day."""
    if match := _CLOCK.fullmatch(text.strip()):
        typed = f"{int(match[1]):02}:{match[2]}{match[3] or ''}"
        moment = _read(f"{day.isoformat()}T{typed}")
    else:
        moment = _read(text)
    if not isinstance(moment, datetime):
        return None
    local = local_time(moment, zone)
    return local.time().replace(second=0, microsecond=0) if local.date() == day else None


def typed_moments(texts: list[str], zone: ZoneInfo) -> Iterator[str]:
    """Moments as front matter has them; those that cannot be read are left out."""
    for text in texts:
        moment = _read(text)
        if isinstance(moment, datetime) and is_at(moment, MIDNIGHT, zone):
            yield whole_day(moment, zone).isoformat()
        elif isinstance(moment, date):
            yield typed_time(moment, zone)


def with_details(dates: list[Entry], event: Node, zone: ZoneInfo) -> list[Entry]:
    """The dates of one node with what it says of each: when doors open, when it was to be at first."""
    found = []
    for each in dates:
        start = parse_moment(each["start"])
        known: dict[str, Any] = dict(each)
        is_timed = start is not None and start.precision is Precision.MINUTE
        doors = read_clock(event.word("doorTime"), start.day, zone) if start and is_timed else None
        if start and doors and doors < start.local.time():
            known["doors"] = f"{doors:%H:%M}"
        previous = [each for each in typed_moments(event.strings("previousStartDate"), zone) if each != known["start"]]
        if previous and len(dates) == 1:
            known["previous_start"] = [*dict.fromkeys(previous)]
        found.append(known)
    return found
