"""When a schema.org/Event is: dates, a run, or a schedule that is followed for a year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from affiche.importers.imported import Entry
from affiche.importers.jsonld_graph import Node
from affiche.importers.times import LAST_MINUTE, MIDNIGHT, typed_time
from affiche.model.moment import EARLIEST_YEAR, LATEST_YEAR, Precision, guess_moment, parse_moment

#: An hour that begins at midnight and lasts no longer is a night; a longer one is a day without hours.
LONGEST_NIGHT = timedelta(hours=8)
#: What lasts longer is a run: nobody stays for so long.
LONGEST_STAY = timedelta(days=3)

_DURATION = re.compile(r"P(?:([0-9]{1,3})D)?(?:T(?:([0-9]{1,3})H)?(?:([0-9]{1,4})M)?(?:[0-9.]+S)?)?")
_CLOCK = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?(Z|[+-][0-9]{2}:?[0-9]{2})?")


class Unreadable(Exception):
    """A date that says nothing."""


def when(event: Node, zone: ZoneInfo) -> Entry:
    """`dates` or `period` of an event by its own start and end; empty without any, `Unreadable` for what is no date."""
    starts, ends = event.words("startDate"), event.words("endDate")
    if not starts:
        last = _read(ends[0]) if ends and "ExhibitionEvent" in event.types else None
        return {"period": {"end": _day(last, zone).isoformat()}} if isinstance(last, date) else {}
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


def span(start: date, end: date | None, zone: ZoneInfo, *, is_run: bool) -> Entry:
    """The date or the run that a start and an end make; hours that only mean the whole day are left out."""
    begins, ends = _known_start(start, end, zone), _known_end(start, end, zone)
    first, last = _day(begins, zone), _day(ends, zone) if ends else None
    one: Entry = {"start": typed_time(begins, zone)}
    run: Entry = {"period": {"start": first.isoformat(), "end": last.isoformat() if last else ""}}
    if ends is None or last is None:
        return {"dates": [one]}
    if isinstance(begins, datetime) and isinstance(ends, datetime):
        lasts = _local(ends, zone) - _local(begins, zone)
        if lasts > LONGEST_STAY or (is_run and lasts >= timedelta(days=1)):
            return run
        return {"dates": [one | ({"end": typed_time(ends, zone)} if lasts > timedelta() else {})]}
    return run if last > first else {"dates": [one]}


def _known_start(start: date, end: date | None, zone: ZoneInfo) -> date:
    """A start, which is a day alone at midnight, unless a night begins then."""
    if not isinstance(start, datetime) or not _is_at(start, MIDNIGHT, zone):
        return start
    if isinstance(end, datetime) and not _is_at(end, MIDNIGHT, zone) and not _is_at(end, LAST_MINUTE, zone):
        lasts = _local(end, zone) - _local(start, zone)
        if timedelta() < lasts <= LONGEST_NIGHT:
            return start
    return _whole_day(start, zone)


def _known_end(start: date, end: date | None, zone: ZoneInfo) -> date | None:
    """An end, which is a day alone where its hour says "until the end", or where the start has none."""
    if not isinstance(end, datetime):
        return end
    begins = _known_start(start, end, zone)
    if _is_at(end, LAST_MINUTE, zone):
        return _whole_day(end, zone)
    if isinstance(begins, datetime):
        return end
    last = _whole_day(end, zone) if _is_at(end, MIDNIGHT, zone) else _day(end, zone)
    is_next_midnight = _is_at(end, MIDNIGHT, zone) and last - begins == timedelta(days=1)
    return begins if is_next_midnight else last


def _is_at(moment: datetime, clock: tuple[int, int], zone: ZoneInfo) -> bool:
    """Whether a moment is at an hour, as it is written or here."""
    return clock in ((moment.hour, moment.minute), (_local(moment, zone).hour, _local(moment, zone).minute))


def _whole_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that a midnight or a last minute stands for: the written one, unless that hour is ours alone."""
    is_written = (moment.hour, moment.minute) in (MIDNIGHT, LAST_MINUTE)
    return moment.date() if is_written else _local(moment, zone).date()


def _local(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment in the zone, as its clocks show it."""
    return (moment.astimezone(zone) if moment.tzinfo else moment).replace(tzinfo=None)


def _day(moment: date, zone: ZoneInfo) -> date:
    return _local(moment, zone).date() if isinstance(moment, datetime) else moment


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
    local = _local(moment, zone)
    return local.time().replace(second=0, microsecond=0) if local.date() == day else None


def typed_moments(texts: list[str], zone: ZoneInfo) -> Iterator[str]:
    """Moments as front matter has them; those that cannot be read are left out."""
    for text in texts:
        moment = _read(text)
        if isinstance(moment, datetime) and _is_at(moment, MIDNIGHT, zone):
            yield _whole_day(moment, zone).isoformat()
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
        previous = [each for each in typed_moments(event.words("previousStartDate"), zone) if each != known["start"]]
        if previous and len(dates) == 1:
            known["previous_start"] = [*dict.fromkeys(previous)]
        found.append(known)
    return found
