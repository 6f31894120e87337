"""RFC 5545 VTIMEZONE of Brussels, and moments as they are written beside it."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from affiche.outputs.ical_text import render_lines

ZONE = ZoneInfo("Europe/Brussels")
#: From this year on, the two rules below are those of the tz database; before it, summer ended in September.
FIRST_YEAR = 1996
#: The zone in two rules without end, last Sundays of October and March, as every client understands them.
VTIMEZONE = render_lines((
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE.key}",
    "BEGIN:STANDARD",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZNAME:CET",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZNAME:CEST",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
))  # fmt: skip


def written_moment(moment: datetime) -> datetime:
    """An aware moment in the zone above, or in UTC where a time of that zone would not tell every client the same.

    In UTC are both passes of a repeated hour (RFC 5545 3.3.5 means the first one, libical and ical.js read the second),
    what came before `FIRST_YEAR`, and the times of other zones. A time that clocks jump over becomes the one they show.
    """
    instant = moment.astimezone(UTC)
    local = instant.astimezone(ZONE)
    is_repeated = local.replace(fold=0).utcoffset() != local.replace(fold=1).utcoffset()
    is_told = local.year >= FIRST_YEAR and not is_repeated
    return local if is_told and str(moment.tzinfo) == ZONE.key else instant
