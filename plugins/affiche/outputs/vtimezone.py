"""RFC 5545 VTIMEZONE of Brussels, and moments as they are written beside it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from affiche.model.occurrence import is_ambiguous

ZONE = ZoneInfo("Europe/Brussels")
#: From this year on, the two rules below are those of the tz database; before it, summer ended in September.
FIRST_YEAR = 1996
_WINTER, _SUMMER = timedelta(hours=1), timedelta(hours=2)


def vtimezone() -> Timezone:
    """The zone in two rules without end: last Sundays of October and March, as every client understands them."""
    zone = Timezone()
    zone.add("tzid", ZONE.key)
    zone.add_component(_observance(TimezoneStandard(), "CET", datetime(1970, 10, 25, 3), _SUMMER, _WINTER))  # noqa: DTZ001
    zone.add_component(_observance(TimezoneDaylight(), "CEST", datetime(1970, 3, 29, 2), _WINTER, _SUMMER))  # noqa: DTZ001
    return zone


def written_moment(moment: datetime) -> datetime:
    """An aware moment in the zone above, or in UTC where a time of that zone would not tell every client the same.

    In UTC are both passes of a repeated hour (RFC 5545 3.3.5 means the first one, libical and ical.js read the second),
    what came before `FIRST_YEAR`, and the times of other zones. A time that clocks jump over becomes the one they show.
    """
    instant = moment.astimezone(UTC)
    local = instant.astimezone(ZONE)
    is_told = local.year >= FIRST_YEAR and not is_ambiguous(local.replace(tzinfo=None), ZONE)
    return local if is_told and str(moment.tzinfo) == ZONE.key else instant


def _observance(
    observance: TimezoneStandard | TimezoneDaylight, name: str, onset: datetime, before: timedelta, after: timedelta
) -> TimezoneStandard | TimezoneDaylight:
    """A rule of the zone; its onset is local time, hence naive."""
    observance.add("dtstart", onset)
    observance.add("rrule", {"freq": "yearly", "bymonth": onset.month, "byday": "-1su"})
    observance.add("tzname", name)
    observance.add("tzoffsetfrom", before)
    observance.add("tzoffsetto", after)
    return observance
