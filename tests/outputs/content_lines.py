"""The rules of RFC 5545 that its readers forgive, looked for in the octets."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Iterator

#: Octets that TEXT may not hold: controls but the tab, and the one that begins no UTF-8 sequence.
CONTROL = re.compile(rb"[\x00-\x08\x0a-\x1f\x7f\xff]")
ONCE = ("UID", "DTSTAMP", "DTSTART", "DTEND", "SEQUENCE", "STATUS", "SUMMARY", "DESCRIPTION", "LOCATION", "CATEGORIES")


def faults(data: bytes) -> Iterator[str]:
    """What is wrong with a calendar's lines, components and identities, in words."""
    if data.startswith(codecs.BOM_UTF8) or not data.endswith(b"\r\nEND:VCALENDAR\r\n"):
        yield "begins with a BOM, or does not end with its last line"
    for number, line in enumerate(data.removesuffix(b"\r\n").split(b"\r\n"), start=1):
        yield from (f"line {number}: {fault}" for fault in line_faults(line))
    for component in re.findall(rb"\nBEGIN:VEVENT\r\n(.*?)\nEND:VEVENT\r", unfolded(data), re.DOTALL):
        yield from entry_faults(component.decode())
    if b"\\" in re.sub(rb"\\[\\;,n]", b"", data):
        yield "a broken or unknown escape"
    uids = Counter(re.findall(rb"^UID:(.*)\r$", unfolded(data), re.MULTILINE))
    yield from (f"{uid!r} is there {count} times" for uid, count in uids.items() if count > 1)
    if b"\r\nMETHOD" in data or re.search(rb"\nBEGIN:", data.partition(b"\nBEGIN:VTIMEZONE\r")[0]):
        yield "has a METHOD, or something before its time zone"


def line_faults(line: bytes) -> Iterator[str]:
    if len(line) > 75:
        yield f"{len(line)} octets"
    if CONTROL.search(line) or not line.strip():
        yield "a control character, or nothing"
    if line.decode("utf-8", "ignore").encode() != line:
        yield "a broken UTF-8 sequence"


def entry_faults(component: str) -> Iterator[str]:
    names = Counter(re.findall(r"^([A-Z-]+)[;:]", component, re.MULTILINE))
    yield from (f"{name} {names[name]} times" for name in ONCE if names[name] > 1)
    yield from (f"no {name}" for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY") if not names[name])
    if re.search(r";TZID=(?!Europe/Brussels:)|^DT(?:START|END):.*\d\r$", component, re.MULTILINE):
        yield "a time in an undeclared zone, or in none"
    times = [re.search(rf"^{name}([^:]*):(.*)\r$", component, re.MULTILINE) for name in ("DTSTART", "DTEND")]
    start, end = times
    if start and end and start[1] == end[1] and not start[2] < end[2]:
        yield "DTEND not after DTSTART"


def unfolded(data: bytes) -> bytes:
    """The lines as they were before they were folded."""
    return data.replace(b"\r\n ", b"")
