"""Content lines of RFC 5545: properties as text, and their bytes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import lru_cache

from affiche.model.text import Wording

#: The most octets of a line: 75, with the space that begins what was folded (RFC 5545 3.1).
MOST_OCTETS = 74
#: What there is room for, up to the end of a character and of an escape; or a row of escaped backslashes.
_PIECE = re.compile(rb".{1,74}(?<!\\)(?![\x80-\xbf])|\\{1,74}")


def text_value(text: str) -> str:
    """A text, escaped (RFC 5545 3.3.11)."""
    escaped = text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,")
    return escaped.replace("\r\n", r"\n").replace("\n", r"\n").replace("\r", r"\n")


def text_line(name: str, wording: Wording) -> str:
    """A property that is a text, with its LANGUAGE when it has one."""
    language = f";LANGUAGE={wording.language}" if wording.language else ""
    return f"{name}{language}:{text_value(wording.text)}"


def uri_line(name: str, address: str, **parameters: str) -> str:
    """A property that is an address, which is not escaped; raises ValueError for one that is not on one line."""
    if "\n" in address or "\r" in address:
        raise ValueError(f"not an address: {address!r}")
    return f"{name}{''.join(f';{key}={value}' for key, value in parameters.items())}:{address}"


def date_line(name: str, day: date) -> str:
    """A property that is a day."""
    return f"{name};VALUE=DATE:{day.isoformat().replace('-', '')}"


def moment_line(name: str, moment: datetime) -> str:
    """A property that is an aware moment, local to a zone that TZID names."""
    return f"{name};TZID={moment.tzinfo}:{_digits(moment)}"


def instant_line(name: str, moment: datetime) -> str:
    """A property that is an aware moment, in UTC."""
    return f"{name}:{_instant(moment)}"


@lru_cache(maxsize=1024)
def _instant(moment: datetime) -> str:
    """The digits of an aware moment in UTC: those of moments that are equal, in whichever zone, are the same."""
    return f"{_digits(moment.astimezone(UTC))}Z"


def _digits(moment: datetime) -> str:
    return moment.replace(tzinfo=None).isoformat(timespec="seconds").replace("-", "").replace(":", "")


def render_lines(lines: Iterable[str]) -> bytes:
    """The bytes of content lines: ended by CRLF, folded between two characters and never inside an escape."""
    encoded = [line.encode() for line in lines]
    folded = [line if len(line) <= MOST_OCTETS else b"\r\n ".join(_PIECE.findall(line)) for line in encoded]
    return b"\r\n".join((*folded, b""))
