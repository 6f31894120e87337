"""Text hygiene: encodings, line breaks, and characters that are removed or refused."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.problems import Fault, Severity
from affiche.sources.text import clean_block, clean_line, decode
from tests.hostile import Payload, payloads

ODD = (
    "\x00\x07\x0b\x1b\x7f\x85\x9b\u2028\u2029\u202e\u2066\u200b\u200c\u200d\u00ad\ufeff\ufe0f\ufffe\ud800\U000e0041"
    "\u0301\u3164\t\r\n "
)
REFUSED = set("\x00\x07\x0b\x1b\x7f\x9b\u202e\u2066\ufffe\ud800")
texts = st.text(st.characters(codec=None) | st.sampled_from(ODD), max_size=20)


def removed(characters: str) -> Fault:
    return Fault("character-removed", severity=Severity.WARNING, values={"characters": characters})


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbfa\n\xc3\xa9\n", b"a\r\n\xc3\xa9\r\n", b"a\r\xc3\xa9\r"], ids=["mark", "crlf", "cr"]
)
def test_decode_accepts_marks_and_line_ends_in_silence(data: bytes) -> None:
    assert decode(data) == ("a\né\n", [])


@pytest.mark.parametrize(
    ("data", "line", "column", "values"),
    [
        (b"a\r\nb\xe9c", 2, 2, {"offset": "4", "byte": "E9", "encoding": "Windows-1252"}),
        (b"\xef\xbb\xbf\xc3\xa9\xff", 1, 2, {"offset": "5", "byte": "FF", "encoding": "Windows-1252"}),
        ("é".encode("utf-16"), 1, 1, {"offset": "0", "byte": "FF", "encoding": "UTF-16"}),
        ("title".encode("utf-16-be"), 1, 1, {"offset": "0", "byte": "00", "encoding": "UTF-16"}),
        (b"\xed\xa0\x80", 1, 1, {"offset": "0", "byte": "ED", "encoding": "Windows-1252"}),
    ],
)
def test_decode_places_the_first_byte_that_is_not_utf8(
    data: bytes, line: int, column: int, values: dict[str, str]
) -> None:
    assert decode(data) == ("", [Fault("encoding-not-utf8", values=values, line=line, column=column)])


def test_decode_removes_controls_and_says_where() -> None:
    text, faults = decode("un\nd\x07e\x00ux\x07\n\ufffe".encode())
    assert text == "un\ndeux\n"
    values = {"characters": "U+0000, U+0007"}
    assert faults == [
        Fault("character-removed", severity=Severity.WARNING, values=values, line=2, column=2),
        Fault("character-removed", severity=Severity.WARNING, values={"characters": "U+FFFE"}, line=3, column=1),
    ]


def test_no_control_and_no_noncharacter_is_left_in_a_text() -> None:
    controls = [chr(code) for code in (*range(32), *range(127, 160)) if chr(code) not in "\t\n\r\x85"]
    others = [*range(0xFDD0, 0xFDF0), *(plane * 0x10000 + last for plane in range(17) for last in (0xFFFE, 0xFFFF))]
    text = f"a{''.join(controls)}{''.join(map(chr, others))}b"
    assert decode(text.encode())[0] == clean_line(text)[0] == clean_block(text)[0] == "ab"


def test_decode_refuses_bidi_controls_at_line_and_column() -> None:
    _, faults = decode("un\nab\u202edeux".encode())
    assert faults == [Fault("character-bidi", values={"characters": "U+202E"}, line=2, column=3)]


def test_decode_leaves_one_kind_of_line_break() -> None:
    assert decode("a\x85b\u2028c\u2029d\ne".encode()) == ("a b c d\ne", [])


@pytest.mark.parametrize("payload", payloads("own-hostile-strings"), ids=lambda payload: payload.id)
def test_clean_line_treats_each_payload_as_expected(payload: Payload) -> None:
    text, faults = clean_line(payload.text)
    codes = [fault.code for fault in faults]
    if payload.expect.startswith(("warning character-removed", "removed with warning", "ESC removed")):
        assert codes == ["character-removed"]
    elif payload.rule == "B3":
        assert codes == ["character-bidi"]
    elif "invalid character" in payload.expect:
        assert codes == ["character-invalid"]
    elif payload.rule == "B4":
        assert (text, codes) == (" ".join(payload.text.split()), [])
    elif "combining marks" in payload.expect:
        assert codes in ([], ["text-marks-stacked"])
    else:
        assert (text, faults) == (payload.text, [])


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("a \r\n\t b", "a b"),
        ("a\x85\u2028\u2029b", "a b"),
        ("\u00a0 a\n", "a"),
        ("e\u0301te\u0301", "été"),
        ("deux  espaces", "deux  espaces"),
        ("Концерт", "Концерт"),
        ("👩\u200d🎨 ❤\ufe0f", "👩\u200d🎨 ❤\ufe0f"),
        ("مِهْرَجَان", "مِهْرَجَان"),
    ],
)
def test_clean_line_folds_and_composes_in_silence(typed: str, text: str) -> None:
    assert clean_line(typed) == (text, [])


def test_clean_line_removes_joiners_from_names_only() -> None:
    assert clean_line("Opé\u200dra") == ("Opé\u200dra", [])
    assert clean_line("Opé\u200dra", is_name=True) == ("Opéra", [removed("U+200D")])


@pytest.mark.parametrize("typed", ["", " ", "\n", "\u200b", "\u0301", "\u200d", "\u00a0\u3000"])
def test_clean_line_wants_a_visible_character(typed: str) -> None:
    assert [fault.code for fault in clean_line(typed)[1]][-1] == "text-empty"


@pytest.mark.parametrize(("marks", "codes"), [(5, []), (6, ["text-marks-stacked"])])
def test_clean_line_allows_four_marks_in_a_row(marks: int, codes: list[str]) -> None:
    text, faults = clean_line("e" + "\u0301" * marks)
    assert len(text) == marks
    assert [fault.code for fault in faults] == codes


def test_clean_block_keeps_lines_joiners_and_indentation() -> None:
    assert clean_block("\n    a\u200db\u00ad\r\n\rc\x85d  \n\n") == ("    a\u200db\u00ad\n\nc\nd", [])
    assert clean_block("a\x07") == ("a", [removed("U+0007")])


@given(texts, st.booleans())
def test_clean_line_leaves_nothing_for_a_second_time(typed: str, is_name: bool) -> None:  # noqa: FBT001
    text, _ = clean_line(typed, is_name=is_name)
    assert not REFUSED & set(text)
    assert "\n" not in text
    assert unicodedata.is_normalized("NFC", text)
    again, faults = clean_line(text, is_name=is_name)
    assert again == text
    assert {fault.code for fault in faults} <= {"text-empty", "text-marks-stacked"}


@given(texts)
def test_clean_block_leaves_nothing_for_a_second_time(typed: str) -> None:
    text, _ = clean_block(typed)
    assert not REFUSED & set(text)
    assert clean_block(text)[0] == text


@given(st.binary(max_size=30) | texts.map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_decode_never_fails_and_gives_clean_text(data: bytes) -> None:
    text, faults = decode(data)
    assert not (REFUSED | set("\r\x85\u2028")) & set(text)
    assert all(fault.line >= 1 and fault.column >= 1 for fault in faults)
