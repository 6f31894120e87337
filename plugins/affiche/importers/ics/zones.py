"""Time zones of a calendar (RFC 5545, 3.6.5): those of the tz database by any of their names, else as the file says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from icalendar import Timezone
from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

#: As many zones of a file are read.
MOST_ZONES = 50
_ID = re.compile(r"^TZID[^:\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)
_LOCATION = re.compile(r"^X-LIC-LOCATION[^:\n]*:(.*)$", re.MULTILINE | re.IGNORECASE)


class Zones:
    """The zones that a file names; a local time without one is of the calendar's zone, else of ours."""

    def __init__(self, blocks: Sequence[str], calendar: str, own: ZoneInfo) -> None:
        self.own = own
        self._of_calendar: tzinfo = known_zone(calendar) or own
        self._stated = {_first(_ID, block): block for block in blocks[:MOST_ZONES]}
        self._found: dict[str, tzinfo] = {}

    def find(self, name: str) -> tzinfo:
        """The zone of a TZID; the calendar's for an empty one, and for one that nobody knows."""
        if name not in self._found:
            block = self._stated.get(name, "")
            self._found[name] = (
                known_zone(name) or known_zone(_first(_LOCATION, block)) or _described(block) or self._of_calendar
            )
        return self._found[name]


def _first(pattern: re.Pattern[str], block: str) -> str:
    found = pattern.search(block)
    return found[1].strip() if found else ""


@cache
def known_zone(name: str) -> ZoneInfo | None:
    """A zone of the tz database by its name, at the end of a longer one too, or by the one that Windows has for it."""
    plain = name.strip().strip('"')
    parts = plain.split("/")
    for each in (plain, "/".join(parts[-2:]), "/".join(parts[-3:]), WINDOWS_TO_OLSON.get(plain, "")):
        if re.fullmatch(r"[A-Za-z0-9_+-]+(?:/[A-Za-z0-9_+-]+)*", each):
            with suppress(ZoneInfoNotFoundError, ValueError, OSError):
                return ZoneInfo(each)
    return None


def _described(block: str) -> tzinfo | None:
    """The zone that a VTIMEZONE describes; None where it cannot be told."""
    if not block:
        return None
    try:
        zone: tzinfo = Timezone.from_ical(block).to_tz(lookup_tzid=False)  # type: ignore[attr-defined]
        datetime(2026, 7, 1, 12, tzinfo=zone).utcoffset()
    except Exception:  # noqa: BLE001 - what others describe breaks the library in any way
        return None
    return zone
