"""Our content lines against icalendar, which is read back from them and writes the same where it keeps texts whole."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from icalendar import Calendar as Vcalendar
from icalendar import Event as Vevent
from icalendar import vText

from affiche.model.text import Wording
from affiche.outputs.ical_text import date_line, instant_line, moment_line, render_lines, text_line, uri_line
from tests.outputs.content_lines import line_faults, unfolded

#: Texts as contributors' are once they are read: no controls but the line break.
TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters="\n"), max_size=400)
#: Many of what is escaped, and of what takes several octets.
CROWDED = st.text(r"\\;,nN:^é€😀 a" + "\n", max_size=400)


def rendered(text: str) -> bytes:
    return render_lines(["BEGIN:VEVENT", text_line("SUMMARY", Wording(text, "fr")), "END:VEVENT"])


@given(TEXTS | CROWDED)
@example("\\" * 200)
@example("a" + "\\" * 200)
@example("é" * 100)
@example("a" * 55 + "\\n")
def test_ical_text_is_read_back_whole(text: str) -> None:
    (event,) = Vcalendar.from_ical(rendered(text), multiple=True)
    assert str(event["SUMMARY"]) == text
    assert event["SUMMARY"].params == {"LANGUAGE": "fr"}


@given(TEXTS | CROWDED)
@example("\\" * 200)
@example("a" + "\\" * 200)
def test_ical_text_is_folded_between_characters_and_escapes(text: str) -> None:
    data = rendered(text)
    lines = data.removesuffix(b"\r\n").split(b"\r\n")
    assert [fault for line in lines for fault in line_faults(line)] == []
    values = [line.partition(b":")[2] if line.startswith(b"SUMMARY") else line for line in lines[1:-1]]
    assert [value for value in values if (len(value) - len(value.rstrip(b"\\"))) % 2] == []
    assert unfolded(data).count(b"\r\n") == 3


@given((TEXTS | CROWDED).map(lambda text: text.translate(dict.fromkeys(map(ord, "\\^")))))
def test_ical_text_without_backslashes_is_that_of_icalendar(text: str) -> None:
    event = Vevent()
    event.add("summary", vText(text, params={"LANGUAGE": "fr"}))
    assert rendered(text) == event.to_ical()


def test_ical_text_ends_its_lines_at_any_line_break() -> None:
    assert rendered("a\r\nb\rc\nd").split(b"\r\n")[1] == rb"SUMMARY;LANGUAGE=fr:a\nb\nc\nd"


@pytest.mark.parametrize("address", ["https://example.org/\nATTACH:x", "https://example.org/\r"])
def test_ical_text_of_an_address_has_no_line_break(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        uri_line("URL", address)


def test_ical_text_of_other_values() -> None:
    brussels = datetime(2026, 12, 5, 20, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    assert [
        date_line("DTSTART", date(2026, 12, 5)),
        moment_line("DTSTART", brussels),
        instant_line("DTSTAMP", brussels),
        instant_line("DTSTAMP", datetime(2026, 12, 5, 20, 30, 59, 999, tzinfo=UTC)),
        text_line("NAME", Wording("Nuit, jour")),
        uri_line("IMAGE", "https://example.org/a.jpg", DISPLAY="BADGE", VALUE="URI"),
    ] == [
        "DTSTART;VALUE=DATE:20261205",
        "DTSTART;TZID=Europe/Brussels:20261205T203000",
        "DTSTAMP:20261205T193000Z",
        "DTSTAMP:20261205T203059Z",
        r"NAME:Nuit\, jour",
        "IMAGE;DISPLAY=BADGE;VALUE=URI:https://example.org/a.jpg",
    ]
