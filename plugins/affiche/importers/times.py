"""Moments of a source as front matter has them: local time of the site, an offset only where one hour comes twice."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

#: Hours in which a source says "the whole day" or "until the end of the day", and knows no hour.
MIDNIGHT, LAST_MINUTE = (0, 0), (23, 59)


def typed_time(when: date, zone: ZoneInfo) -> str:
    """A day as `2027-03-14`, a moment as `2027-03-14 20:30`; one without a zone is local time already.

    >>> typed_time(datetime.fromisoformat("2027-03-14T19:30:00Z"), ZoneInfo("Europe/Brussels"))
    '2027-03-14 20:30'
    """
    if not isinstance(when, datetime):
        return when.isoformat()
    local = when.astimezone(zone) if when.tzinfo else when.replace(tzinfo=zone)
    comes_twice = local.utcoffset() != local.replace(fold=not local.fold).utcoffset()
    timed = local if comes_twice else local.replace(tzinfo=None)
    return timed.isoformat(sep=" ", timespec="minutes")
