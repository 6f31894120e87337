"""Two readers from outside Python, in C and in JavaScript: what each entry is, as they understand it."""

from __future__ import annotations

import ctypes
import json
import shutil
import subprocess
from ctypes.util import find_library
from pathlib import Path

ROOT = Path(__file__).parents[2]
ICAL_JS = ROOT / "node_modules" / "ical.js" / "dist" / "ical.js"
#: Kinds of components in libical.
VEVENT = 4

#: An entry: its UID, and its start and end as seconds since 1970 in UTC; days count from midnight UTC.
Seen = tuple[str, int, int]

SCRIPT = """
import { readFileSync } from 'node:fs';
const ICAL = (await import(process.argv[1])).default;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone);
const seen = calendar.getAllSubcomponents('vevent').map((component) => {
  const event = new ICAL.Event(component);
  const seconds = (time) => (time.isDate ? Date.UTC(time.year, time.month - 1, time.day) / 1000 : time.toUnixTime());
  return [event.uid, seconds(event.startDate), seconds(event.endDate)];
});
console.log(JSON.stringify(seen));
"""


class Time(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = [
        *((name, ctypes.c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, ctypes.c_int) for name in ("is_date", "is_daylight")),
        ("zone", ctypes.c_void_p),
    ]  # fmt: skip


def has_libical() -> bool:
    return find_library("ical") is not None


def has_ical_js() -> bool:
    return ICAL_JS.exists() and shutil.which("node") is not None


def libical(data: bytes) -> tuple[int, list[Seen]]:
    """The errors that libical counts in a calendar, and its entries."""
    library = _library()
    calendar = library.icalparser_parse_string(data)
    errors = library.icalcomponent_count_errors(calendar) + (not library.icalrestriction_check(calendar))
    seen, entry = [], library.icalcomponent_get_first_component(calendar, VEVENT)
    while entry:
        uid = library.icalcomponent_get_uid(entry).decode()
        start, end = library.icalcomponent_get_dtstart(entry), library.icalcomponent_get_dtend(entry)
        seen.append((uid, *(library.icaltime_as_timet_with_zone(time, time.zone) for time in (start, end))))
        entry = library.icalcomponent_get_next_component(calendar, VEVENT)
    library.icalcomponent_free(calendar)
    return errors, seen


def ical_js(data: bytes) -> list[Seen]:
    """The entries that ical.js sees."""
    command = ["node", "--input-type=module", "--eval", SCRIPT, str(ICAL_JS)]
    done = subprocess.run(command, input=data, capture_output=True, check=True)
    return [(uid, start, end) for uid, start, end in json.loads(done.stdout)]


def _library() -> ctypes.CDLL:
    library = ctypes.CDLL(find_library("ical"))
    pointer = ctypes.c_void_p
    for name, result, arguments in (
        ("icalparser_parse_string", pointer, [ctypes.c_char_p]),
        ("icalrestriction_check", ctypes.c_int, [pointer]),
        ("icalcomponent_count_errors", ctypes.c_int, [pointer]),
        ("icalcomponent_get_first_component", pointer, [pointer, ctypes.c_int]),
        ("icalcomponent_get_next_component", pointer, [pointer, ctypes.c_int]),
        ("icalcomponent_get_uid", ctypes.c_char_p, [pointer]),
        ("icalcomponent_get_dtstart", Time, [pointer]),
        ("icalcomponent_get_dtend", Time, [pointer]),
        ("icaltime_as_timet_with_zone", ctypes.c_long, [Time, pointer]),
        ("icalcomponent_free", None, [pointer]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library
