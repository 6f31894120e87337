"""A calendar file as blocks of lines (RFC 5545, 3.1): its events and its time zones, each to be read by itself."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n?|\n")
_FOLD = re.compile(r"\n[ \t]")
#: The components that are read; whatever else there is (to-dos, alarms) belongs to what is around it, or to nothing.
EVENT, ZONE = "VEVENT", "VTIMEZONE"


@dataclass(slots=True)
class Blocks:
    """The texts of the events and zones of a file, and the zone that it states for times without one.

    `is_cancelling` is whether the calendar that is being read cancels its events (METHOD, RFC 5546); they then say so.
    """

    events: list[str] = field(default_factory=list)
    zones: list[str] = field(default_factory=list)
    zone: str = ""
    is_cancelling: bool = False
    is_calendar: bool = False


def decode(data: bytes) -> str:
    """The text of a calendar: UTF-8 with or without a mark, else Windows-1252; lines end with LF and are unfolded."""
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return _FOLD.sub("", _LINE_END.sub("\n", text))
    return ""


def divide(text: str) -> Blocks:
    """The blocks of a calendar's text; one that is not closed ends where another event begins, or the file."""
    blocks, block, kind = Blocks(), list[str](), ""
    if text.lstrip().startswith(("<", "{", "[")):  # a page or JSON, whatever stands in it
        return blocks
    for line in text.split("\n"):
        marker = line.strip().upper()
        if marker in (f"BEGIN:{EVENT}", f"BEGIN:{ZONE}"):
            _close(blocks, kind, block)
            kind, block = marker.removeprefix("BEGIN:"), [line.strip()]
        elif kind:
            block.append(line)
            if marker == f"END:{kind}":
                _close(blocks, kind, block)
                kind, block = "", []
        elif marker == "BEGIN:VCALENDAR":
            blocks.is_calendar, blocks.is_cancelling = True, False
        elif marker == "METHOD:CANCEL":
            blocks.is_cancelling = True
        elif marker.startswith("X-WR-TIMEZONE"):
            blocks.zone = blocks.zone or line.partition(":")[2].strip()
    _close(blocks, kind, block)
    return blocks


def _close(blocks: Blocks, kind: str, block: Sequence[str]) -> None:
    if not kind:
        return
    first, *lines = block if block[-1].strip().upper() == f"END:{kind}" else [*block, f"END:{kind}"]
    if kind == EVENT:
        cancelled = ["STATUS:CANCELLED"] if blocks.is_cancelling else []
        blocks.events.append("\n".join([first, *cancelled, *lines]))
    else:
        blocks.zones.append("\n".join([first, *lines]))
