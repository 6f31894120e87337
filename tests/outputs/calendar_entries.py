"""The entries of a calendar read from its octets, by rules of RFC 5545 alone."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from tests.outputs.content_lines import unfolded

#: A start or an end: an instant, a day, or nothing.
When = datetime | date | None


def entries_in(data: bytes) -> dict[str, tuple[When, When]]:
    """Start and end of each entry by UID, as they are written: in the zone of the file, in UTC, or a day."""
    components = re.findall(r"BEGIN:VEVENT\r\n(.*?)END:VEVENT", unfolded(data).decode(), re.DOTALL)
    return {_value(each, "UID"): (_when(each, "DTSTART"), _when(each, "DTEND")) for each in components}


def property_of(data: bytes, name: str) -> set[str]:
    """The values that the entries of a calendar have for a property."""
    return set(re.findall(rf"^{name}:(.*)\r$", unfolded(data).decode().partition("END:VTIMEZONE")[2], re.MULTILINE))


def _value(component: str, name: str) -> str:
    found = re.search(rf"^{name}:(.*)\r$", component, re.MULTILINE)
    return found[1] if found else ""


def _when(component: str, name: str) -> When:
    found = re.search(rf"^{name}(?:;VALUE=(DATE)|;TZID=([^:]*))?:(\d+(?:T\d+)?)(Z?)\r$", component, re.MULTILINE)
    if found is None:
        return None
    moment = datetime.fromisoformat(found[3])
    if found[1]:
        return moment.date()
    return moment.replace(tzinfo=UTC if found[4] else ZoneInfo(found[2]))
