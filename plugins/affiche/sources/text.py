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

_NOT_CONTROL = re.compile(rf"[^{CONTROLS}]+")
_NOT_BIDI = re.compile(rf"[^{BIDI}]+")
_NOT_SURROGATE = re.compile(rf"[^{SURROGATES}]+")
_NOT_REMOVED = {
    "name": re.compile(rf"[^{CONTROLS}{INVISIBLE}{JOINERS}]+"),
    "line": re.compile(rf"[^{CONTROLS}{INVISIBLE}]+"),
    "block": _NOT_CONTROL,
}
_SUSPECT = re.compile(rf"[{CONTROLS}{BIDI}\x85\u2028\u2029]")
_OTHER_BREAKS = re.compile(r"[\x85\u2028\u2029]")
_FOLD = re.compile(rf" *[{BREAKS}][ {BREAKS}]*")
#: Texts of Latin letters and usual typography need no look at each character.
_PLAIN_LINE = re.compile(r"[ -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")
_PLAIN_BLOCK = re.compile(r"[\n -~\xa0-\xac\xae-\u02ff\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*")


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
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _SUSPECT.search(text):
        return text, []
    return _without_controls(_OTHER_BREAKS.sub(" ", text))


def clean_line(text: str, *, is_name: bool = False) -> tuple[str, list[Fault]]:
    """A one-line text in NFC, trimmed, its line breaks folded to one space; and its faults.

    Invisible characters are removed, in names of organisations and places also joiners.
    """
    if text.isascii() and text.isprintable() and text and text[0] != " " != text[-1]:
        return text, []
    line = _FOLD.sub(" ", text).strip()
    if line and _PLAIN_LINE.fullmatch(line):
        return line, []
    return _cleaned(line, "name" if is_name else "line")


def clean_block(text: str) -> tuple[str, list[Fault]]:
    """A text of several lines in NFC with LF, without blank lines around it, its invisible characters kept; and its faults."""
    block = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").rstrip()
    if block and _PLAIN_BLOCK.fullmatch(block):
        return block, []
    return _cleaned(_OTHER_BREAKS.sub("\n", block), "block")


def _cleaned(text: str, kind: str) -> tuple[str, list[Fault]]:
    faults = []
    for code, severity, kept in (
        ("character-invalid", Severity.ERROR, _NOT_SURROGATE),
        ("character-bidi", Severity.ERROR, _NOT_BIDI),
        ("character-removed", Severity.WARNING, _NOT_REMOVED[kind]),
    ):
        refused = kept.sub("", text)
        if refused:
            faults.append(Fault(code, severity=severity, values={"characters": code_points(refused)}))
            text = "".join(kept.findall(text))
    text = unicodedata.normalize("NFC", text).strip(" ")
    if not any(map(_is_visible, text)):
        faults.append(Fault("text-empty"))
    if _longest_run_of_marks(text) > MARKS_IN_A_ROW:
        faults.append(Fault("text-marks-stacked", values={"limit": str(MARKS_IN_A_ROW)}))
    return text, faults


def _is_visible(character: str) -> bool:
    return unicodedata.category(character)[0] not in "MZ" and unicodedata.category(character) not in ("Cc", "Cf")


def _longest_run_of_marks(text: str) -> int:
    runs = groupby(text, key=lambda character: unicodedata.category(character)[0] == "M")
    return max((sum(1 for _ in run) for is_mark, run in runs if is_mark), default=0)


def _without_controls(text: str) -> tuple[str, list[Fault]]:
    faults = list(_control_faults(text))
    return re.sub(rf"[{CONTROLS}{BIDI}]+", "", text), faults


def _control_faults(text: str) -> Iterator[Fault]:
    """One fault a line and kind, at the first such character."""
    for number, line in enumerate(text.split("\n"), start=1):
        bidi = _NOT_BIDI.sub("", line)
        if bidi:
            column = line.index(bidi[0]) + 1
            yield Fault("character-bidi", values={"characters": code_points(bidi)}, line=number, column=column)
        removed = _NOT_CONTROL.sub("", line)
        if removed:
            yield Fault(
                "character-removed",
                severity=Severity.WARNING,
                values={"characters": code_points(removed)},
                line=number,
                column=line.index(removed[0]) + 1,
            )


def _encoding_fault(data: bytes, offset: int) -> Fault:
    """The first byte that is not UTF-8: its line and column in the file, its offset from 0, the likely encoding."""
    before = data[:offset].decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    is_wide = data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or data.count(0) * 3 > len(data)
    return Fault(
        "encoding-not-utf8",
        values={"offset": str(offset), "byte": f"{data[offset]:02X}", "encoding": "UTF-16" if is_wide else "Windows-1252"},
        line=before.count("\n") + 1,
        column=len(before) - before.rfind("\n"),
    )
