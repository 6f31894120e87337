"""A file of content with some of its lines exchanged: all others, its line ends and its mark stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from affiche.sources.text import decode


class Edit(NamedTuple):
    """Lines in the place of those from `first` to `last`, both counted from 1; before `first` where `last` is above."""

    first: int
    last: int
    lines: tuple[str, ...]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """A text (LF) after edits of different lines, the last ones made first, so that the numbers of all hold."""
    lines = text.split("\n")
    for edit in sorted(edits, reverse=True):
        lines[edit.first - 1 : edit.last] = edit.lines
    return "\n".join(lines)


def rewrite(disk: Path, change: Callable[[str], str]) -> bool:
    """Exchanges the text (LF) of a file by what `change` makes of it; whether anything changed.

    The file keeps its line ends, its byte order mark and its mode, and is replaced as a whole.
    """
    before = disk.read_bytes()
    text, _ = decode(before)
    after = change(text)
    if b"\r\n" in before:
        after = after.replace("\n", "\r\n")
    data = before[: len(before) - len(before.removeprefix(b"\xef\xbb\xbf"))] + after.encode()
    if data == before:
        return False
    put_back(disk, data)
    return True


def put_back(disk: Path, data: bytes) -> None:
    """Exchanges the bytes of a file as a whole; its mode stays."""
    beside = disk.with_name(f".{disk.name}.mended")
    beside.write_bytes(data)
    beside.chmod(disk.stat().st_mode)
    beside.replace(disk)
