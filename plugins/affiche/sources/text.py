"""Bytes to text, and the hygiene of every text: what is folded, what is removed, what cannot stand."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from affiche.model.characters import BIDI, BREAKS, CONTROLS, INVISIBLE, JOINERS, SURROGATES, code_points
from affiche.problems import Fault, Severity

MARKS_IN_A_ROW = 4

_NOT_CONTROL = re.compile(rf"[^{CONTROLS}]*")
_NOT_BIDI = re.compile(rf"[^{BIDI}]*")
_NOT_SURROGATE = re.compile(rf"[^{SURROGATES}]*")
_KEPT_IN_NAMES = re.compile(rf"[^{CONTROLS}{INVISIBLE}{JOINERS}]*")
_KEPT_IN_LINES = re.compile(rf"[^{CONTROLS}{INVISIBLE}]*")
_KEPT_IN_FILES = re.compile(rf"[^{CONTROLS}{BIDI}]*")
_OTHER_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_FOLD = re.compile(rf" *[{BREAKS}][ {BREAKS}]*")
#: Latin letters and usual typography, already in NFC and without marks: no need to look at each character.
_PLAIN = r" -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf"
#: Five characters of the blocks that have marks: without them, none can be stacked too high.
_PERHAPS_STACKED = re.compile(
    r"[^\x00-\u02ff\u0370-\u0482\u048a-\u0590\u2000-\u20cf\u2100-\u2cee\u3030-\u3098\u309b-\ua66e\uac00-\ud7ff"
    rf"\U0001f000-\U0001ffff]{{{MARKS_IN_A_ROW + 1}}}"
)
_PLAIN_LINE = re.compile(rf"(?!\s)[{_PLAIN}]+(?<!\s)")
_PLAIN_BLOCK = re.compile(rf"[\t\n{_PLAIN}]*")
#: What looks like a tag of HTML; and its beginning, where no word stands before it.
_WHOLE_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_TAG = re.compile(rf"{_WHOLE_TAG.pattern}|(?<!\w)</?[a-zA-Z][^\s<>]*")


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """The text of a file, in UTF-8 with LF, and its faults; empty when it is not UTF-8.

    A byte order mark, CRLF and CR pass in silence. NEL, LS and PS become spaces, so that only LF ends a line.
    """
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_encoding_fault(data, error.start + data.startswith(codecs.BOM_UTF8) * len(codecs.BOM_UTF8))]
    if data.count(0) * 3 > len(data):
        return "", [_encoding_fault(data, data.index(0))]
    text = _with_lf(text)
    if _PLAIN_BLOCK.fullmatch(text) or is_printable(text):
        return text, []
    text = _OTHER_BREAKS.sub(" ", text)
    return "".join(_KEPT_IN_FILES.findall(text)), list(_character_faults(text))


def clean_line(text: str, *, is_name: bool = False) -> tuple[str, list[Fault]]:
    """A one-line text in NFC, trimmed, its line breaks folded to one space; and its faults.

    Invisible characters are removed, in names of organisations and places also joiners.
    """
    if _PLAIN_LINE.fullmatch(text):
        return text, []
    line, faults = _without_refused(text, _KEPT_IN_NAMES if is_name else _KEPT_IN_LINES)
    line = unicodedata.normalize("NFC", _FOLD.sub(" ", line)).strip()
    return line, [*faults, *_content_faults(line)]


def clean_block(text: str) -> tuple[str, list[Fault]]:
    """A text of several lines in NFC with LF, its invisible characters kept; and its faults.

    Blank lines around it and spaces at its end are cut off.
    """
    block = _with_lf(text).strip("\n").rstrip()
    if block and _PLAIN_BLOCK.fullmatch(block):
        return block, []
    faults: list[Fault] = []
    if not is_printable(block):
        block, faults = _without_refused(_OTHER_BREAKS.sub("\n", block), _NOT_CONTROL)
    block = unicodedata.normalize("NFC", block).strip("\n").rstrip()
    return block, [*faults, *_content_faults(block)]


def html_faults(text: str) -> Iterator[Fault]:
    """Whether a one-line text has what looks like a tag of HTML, shown as typed; the hint is the text without."""
    if "<" in text and (tag := _TAG.search(text)):
        without = re.sub("  +", " ", _WHOLE_TAG.sub("", text)).strip()
        hint = without if "<" not in without else ""
        yield Fault("html-in-text", severity=Severity.WARNING, values={"tag": tag[0]}, hint=hint)


def is_printable(text: str) -> bool:
    """Whether a text has only printable characters, blanks and joiners: much faster than a search for the others."""
    for blank in "\n\t\xa0\u202f\u200d":
        text = text.replace(blank, "")
    return text.isprintable()


def _with_lf(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _without_refused(text: str, kept: re.Pattern[str]) -> tuple[str, list[Fault]]:
    text, surrogates = _without(text, _NOT_SURROGATE, "character-invalid", Severity.ERROR)
    text, bidi = _without(text, _NOT_BIDI, "character-bidi", Severity.ERROR)
    text, removed = _without(text, kept, "character-removed", Severity.WARNING)
    return text, [*surrogates, *bidi, *removed]


def _without(text: str, kept: re.Pattern[str], code: str, severity: Severity) -> tuple[str, list[Fault]]:
    refused = kept.sub("", text)
    if not refused:
        return text, []
    return "".join(kept.findall(text)), [Fault(code, severity=severity, values={"characters": code_points(refused)})]


def _content_faults(text: str) -> Iterator[Fault]:
    if not any(map(_is_visible, text)):
        yield Fault("text-empty")
    if _PERHAPS_STACKED.search(text) and _longest_run_of_marks(text) > MARKS_IN_A_ROW:
        yield Fault("text-marks-stacked", values={"limit": str(MARKS_IN_A_ROW)})


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "MZ" and unicodedata.category(character) not in ("Cc", "Cf")


def _longest_run_of_marks(text: str) -> int:
    runs = groupby(text, key=lambda character: unicodedata.category(character)[0] == "M")
    return max((sum(1 for _ in run) for is_mark, run in runs if is_mark), default=0)


def _character_faults(text: str) -> Iterator[Fault]:
    """One fault a line and kind, at the first such character of the line."""
    for number, line in enumerate(text.split("\n"), start=1):
        for code, severity, kept in (
            ("character-bidi", Severity.ERROR, _NOT_BIDI),
            ("character-removed", Severity.WARNING, _NOT_CONTROL),
        ):
            if refused := kept.sub("", line):
                values = {"characters": code_points(refused)}
                yield Fault(code, severity=severity, values=values, line=number, column=line.index(refused[0]) + 1)


def _encoding_fault(data: bytes, offset: int) -> Fault:
    """The first byte that is not UTF-8: its line and column in the file, its offset from 0, the likely encoding."""
    before = _with_lf(data[:offset].removeprefix(codecs.BOM_UTF8).decode("utf-8", "replace"))
    is_wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or data.count(0) * 3 > len(data)
    encoding = "UTF-16" if is_wide else "Windows-1252"
    return Fault(
        "encoding-not-utf8",
        values={"offset": str(offset), "byte": f"{data[offset]:02X}", "encoding": encoding},
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )
