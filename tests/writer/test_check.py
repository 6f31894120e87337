"""Bytes that are what their media type says, and bytes that are not."""

from __future__ import annotations

import pytest

from affiche.writer.check import check_bytes

CALENDAR = b"BEGIN:VCALENDAR\r\n%s\r\nEND:VCALENDAR\r\n"
ENTITIES = b'<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]><a d="&c;">&c;</a>'
FOREIGN = b'<!DOCTYPE a SYSTEM "file:///etc/hostname"><a/>'

GOOD = [
    ("application/rss+xml", b"<?xml version='1.0' encoding='utf-8'?>\n<rss version='2.0'/>"),
    ("application/xml; charset=utf-8", "<a>é&amp;&#233;</a>".encode()),
    ("TEXT/XML", b"<a/>"),
    ("application/json", '{"é": [1.5, null]}'.encode()),
    ("application/ld+json", b"{}"),
    ("application/manifest+json", b'"\\ud800"'),
    ("text/calendar", CALENDAR % (b"SUMMARY:" + b"x" * 67)),
    ("text/calendar;charset=utf-8", CALENDAR % "SUMMARY:été\r\n suite".encode()),
    ("text/html", b"<!doctype html><title>x</title>"),
    ("text/html", b"<!DOCTYPE HTML>\n"),
    ("text/plain", b"\xff"),
    ("image/png", b""),
]

BROKEN = [
    ("application/rss+xml", b"<rss>", "is not XML: Premature end of data in tag rss line 1"),
    ("application/xml", b"", "is not XML: Document is empty"),
    ("application/xml", b"<a>\x01</a>", "is not XML: "),
    ("application/xml", b"<a>\xff</a>", "is not XML: "),
    ("application/xml", b"<a>&nbsp;</a>", "is not XML: Entity 'nbsp' not defined"),
    ("application/xml", ENTITIES, "has a document type"),
    ("text/xml", FOREIGN, "has a document type"),
    ("application/json", b"", "is not JSON: "),
    ("application/json", b"{'a': 1}", "is not JSON: "),
    ("application/json", b'{"a": NaN}', "is not JSON: NaN is not a number of JSON"),
    ("application/ld+json", b"[-Infinity]", "is not JSON: -Infinity is not a number of JSON"),
    ("application/json", b'"\xe9"', "is not JSON: 'utf-8' codec can't decode"),
    ("application/json", b"\xef\xbb\xbf{}", "is not JSON: "),
    ("application/manifest+json", b"[" * 200_000, "is not JSON: "),
    ("text/calendar", b"", "does not begin with BEGIN:VCALENDAR"),
    ("text/calendar", b"\xef\xbb\xbf" + CALENDAR % b"X:", "does not begin with BEGIN:VCALENDAR"),
    ("text/calendar", (CALENDAR % b"X:")[:-2], "does not end with END:VCALENDAR and CRLF"),
    ("text/calendar", CALENDAR % b"X:" + b"\r\n", "does not end with END:VCALENDAR and CRLF"),
    ("text/calendar", CALENDAR % b"X:\nY:", "has a line break other than CRLF on line 2"),
    ("text/calendar", CALENDAR % b"X:\rY:", "has a line break other than CRLF on line 2"),
    ("text/calendar", CALENDAR % (b"X:\r\nSUMMARY:" + b"x" * 68), "has 76 octets on line 3"),
    ("text/calendar", CALENDAR % b"SUMMARY:\xc3\r\n \xa9", "is not UTF-8: invalid continuation byte at byte 25"),
    ("text/html", b"", "does not begin with <!doctype html>"),
    ("text/html", b"\n<!doctype html>", "does not begin with <!doctype html>"),
    ("text/html", b"<!doctype html>\xe9", "is not UTF-8: unexpected end of data at byte 15"),
]


@pytest.mark.parametrize(("media_type", "data"), GOOD)
def test_check_is_silent_about_good_bytes(media_type: str, data: bytes) -> None:
    assert list(check_bytes(media_type, data)) == []


@pytest.mark.parametrize(("media_type", "data", "reason"), BROKEN)
def test_check_says_what_is_broken(media_type: str, data: bytes, reason: str) -> None:
    first = next(check_bytes(media_type, data))
    assert first[: len(reason)] == reason


def test_check_says_all_that_is_broken_in_a_calendar() -> None:
    assert list(check_bytes("text/calendar", b"\xff\n")) == [
        "is not UTF-8: invalid start byte at byte 0",
        "does not begin with BEGIN:VCALENDAR",
        "does not end with END:VCALENDAR and CRLF",
        "has a line break other than CRLF on line 1",
    ]
