"""What a start and an end make: one date, or a run of days."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from affiche.importers.imported import Entry
from affiche.importers.times import LAST_MINUTE, MIDNIGHT, typed_time

#: An hour that begins at midnight and lasts no longer is a night; a longer one is a day without hours.
LONGEST_NIGHT = timedelta(hours=8)
#: What lasts longer is a run: nobody stays for so long.
LONGEST_STAY = timedelta(days=3)


def span(start: date, end: date | None, zone: ZoneInfo, *, is_run: bool) -> Entry:
    """The date or the run that a start and an end make; hours that only mean the whole day are left out."""
    begins, ends = _known_start(start, end, zone), _known_end(start, end, zone)
    first, last = day_of(begins, zone), day_of(ends, zone) if ends else None
    one: Entry = {"start": typed_time(begins, zone)}
    run: Entry = {"period": {"start": first.isoformat(), "end": last.isoformat() if last else ""}}
    if ends is None or last is None:
        return {"dates": [one]}
    if isinstance(begins, datetime) and isinstance(ends, datetime):
        lasts = local_time(ends, zone) - local_time(begins, zone)
        if lasts > LONGEST_STAY or (is_run and lasts >= timedelta(days=1)):
            return run
        return {"dates": [one | ({"end": typed_time(ends, zone)} if lasts > timedelta() else {})]}
    return run if last > first else {"dates": [one]}


def _known_start(start: date, end: date | None, zone: ZoneInfo) -> date:
    """A start, which is a day alone at midnight, unless a night begins then."""
    if not isinstance(start, datetime) or not is_at(start, MIDNIGHT, zone):
        return start
    if isinstance(end, datetime) and not is_at(end, MIDNIGHT, zone) and not is_at(end, LAST_MINUTE, zone):
        lasts = local_time(end, zone) - local_time(start, zone)
        if timedelta() < lasts <= LONGEST_NIGHT:
            return start
    return whole_day(start, zone)


def _known_end(start: date, end: date | None, zone: ZoneInfo) -> date | None:
    """An end, which is a day alone where its hour says "until the end", or where the start has none."""
    if not isinstance(end, datetime):
        return end
    begins = _known_start(start, end, zone)
    if is_at(end, LAST_MINUTE, zone):
        return whole_day(end, zone)
    if isinstance(begins, datetime):
        return end
    last = whole_day(end, zone) if is_at(end, MIDNIGHT, zone) else day_of(end, zone)
    is_next_midnight = is_at(end, MIDNIGHT, zone) and last - begins == timedelta(days=1)
    return begins if is_next_midnight else last


def is_at(moment: datetime, clock: tuple[int, int], zone: ZoneInfo) -> bool:
    """Whether a moment is at an hour, as it is written or here."""
    return clock in ((moment.hour, moment.minute), (local_time(moment, zone).hour, local_time(moment, zone).minute))


def whole_day(moment: datetime, zone: ZoneInfo) -> date:
    """The day that a midnight or a last minute stands for: the written one, unless that hour is ours alone."""
    is_written = (moment.hour, moment.minute) in (MIDNIGHT, LAST_MINUTE)
    return moment.date() if is_written else local_time(moment, zone).date()


def local_time(moment: datetime, zone: ZoneInfo) -> datetime:
    """A moment in the zone, as its clocks show it."""
    return (moment.astimezone(zone) if moment.tzinfo else moment).replace(tzinfo=None)


def day_of(moment: date, zone: ZoneInfo) -> date:
    """The day of a moment in the zone."""
    return local_time(moment, zone).date() if isinstance(moment, datetime) else moment
