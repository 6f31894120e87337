from __future__ import annotations

from pathlib import Path

import pytest

from tests.outputs.content_lines import faults

GOOD = (Path(__file__).parent / "golden" / "several-one-cancelled.fr.ics").read_bytes()


def test_content_lines_of_a_good_calendar_have_no_fault() -> None:
    assert list(faults(GOOD)) == []


@pytest.mark.parametrize(
    ("there", "instead"),
    [
        (b"BEGIN:VCALENDAR", b"\xef\xbb\xbfBEGIN:VCALENDAR"),
        (b"\r\n", b"\n"),
        (b"END:VCALENDAR\r\n", b"END:VCALENDAR"),
        (b"\r\n ", b""),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\n\r\n"),
        (b"VERSION:2.0\r\n", b"VERSION:2.0\r\nMETHOD:PUBLISH\r\n"),
        (b"BEGIN:VTIMEZONE\r\n", b""),
        ("é".encode(), b"\xc3\r\n \xa9"),
        (b"Zinneke", b"Zin\x00neke"),
        (rb"\,", b"\\\r\n ,"),
        (rb"\,", rb"\:"),
        (b"UID:nuit-ouverte.derniere", b"UID:nuit-ouverte.20261205T2000"),
        (b"DTSTAMP:20260902T093000Z\r\n", b""),
        (b"SUMMARY;", b"SUMMARY:twice\r\nSUMMARY;"),
        (b"DTSTART;TZID=Europe/Brussels:", b"DTSTART;TZID=Europe/Paris:"),
        (b"DTSTART;TZID=Europe/Brussels:", b"DTSTART:"),
        (b"DTSTAMP:", b"DTEND;TZID=Europe/Brussels:20261205T190000\r\nDTSTAMP:"),
    ],
)
def test_content_lines_of_a_spoilt_calendar_have_a_fault(there: bytes, instead: bytes) -> None:
    assert there in GOOD
    assert list(faults(GOOD.replace(there, instead))) != []
