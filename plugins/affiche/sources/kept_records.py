"""What the files of content were read as, kept beside it: a file that has not changed is not read closer again."""

from __future__ import annotations

import logging
from pathlib import Path

from affiche.model.fingerprint import digest, digest_bytes
from affiche.model.record import Record
from affiche.sources.design import digest_code
from affiche.sources.history import is_committed
from affiche.sources.kept_folder import write_whole
from affiche.sources.stored import restore_record

logger = logging.getLogger(__name__)

_DIGITS = 32
#: New lines are added to the file until so many times the lines of use are in it; then it is written again.
_MOST_LINES = 2

#: A digest of the path of a file, and of what is in it.
Key = str


class KeptRecords:
    """Lines by key, each with the record of a file; without a file of its own, nothing is kept.

    The first line says by which code the others were written, each of which has its key, a digest of its text, and the
    text: so those of another version are not used, nor is one that is damaged. What came with the repository is not
    ours, and would be believed without being checked.
    """

    def __init__(self, file: Path | None = None) -> None:
        """Reads what is kept, as far as it can be used."""
        self._file = None if file and is_committed(file) else file
        self._lines = dict(self._load()) if self._file else {}
        self._used: set[Key] = set()
        self._new: dict[Key, bytes] = {}

    @property
    def is_on(self) -> bool:
        """Whether anything is kept."""
        return self._file is not None

    def find(self, path: str, data: bytes) -> Record | None:
        """The record that the file at a path was read as, if it had these bytes."""
        data_digest = digest_bytes(data)
        key = digest([path, data_digest])
        line = self._lines.get(key, b"")
        check, text = line[:_DIGITS], line[_DIGITS:]
        if not text or check != digest_bytes(text).encode():
            return None
        self._used.add(key)
        return restore_record(text.decode(), path, data_digest)

    def add(self, path: str, data: bytes, stored: str) -> None:
        """Keeps what a file was read as, from the next `save` on."""
        text = stored.encode()
        self._new[digest([path, digest_bytes(data)])] = digest_bytes(text).encode() + text

    def save(self) -> None:
        """Writes what is new, and drops what was of no use this time once it is the greater part."""
        if self._file is None or not self._new:
            return
        useful = self._used | self._new.keys()
        try:
            if self._lines and len(self._lines) + len(self._new) <= _MOST_LINES * len(useful):
                with self._file.open("ab") as file:
                    file.write(_lines_of(self._new))
            else:
                self._write_again({key: self._lines[key] for key in sorted(self._used)} | self._new, self._file)
        except OSError as error:
            logger.warning("what was read cannot be kept for the next time: %s", error)

    @staticmethod
    def _write_again(lines: dict[Key, bytes], place: Path) -> None:
        write_whole(place, digest_code().encode() + b"\n" + _lines_of(lines))

    def _load(self) -> list[tuple[Key, bytes]]:
        try:
            head, *lines = self._file.read_bytes().split(b"\n") if self._file else []
        except (OSError, ValueError):
            return []
        if head != digest_code().encode():
            return []
        return [(line[:_DIGITS].decode("ascii", "replace"), line[_DIGITS:]) for line in lines if line]


def _lines_of(lines: dict[Key, bytes]) -> bytes:
    return b"".join(key.encode() + line + b"\n" for key, line in lines.items())
