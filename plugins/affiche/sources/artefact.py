"""What a check hands on, unpacked as what it is: a ZIP file that somebody else may have made."""

from __future__ import annotations

import stat
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

#: The most files of an artefact, the most bytes of all of them, and of one that is read.
MOST_FILES, MOST_BYTES, MOST_READ = 60_000, 1_000_000_000, 2_000_000
#: What the standard library raises on bytes that are no ZIP file, or that end early.
_BROKEN = (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, struct.error, zlib.error)


class ArtefactUnsafe(ValueError):
    """An artefact that is not opened: too large, or with a name that leads elsewhere."""


def read_artefact(path: Path, names: Iterable[str]) -> Mapping[str, bytes]:
    """The bytes of the named files of an artefact, those that it has; nothing of it is written anywhere.

    Raises `ArtefactUnsafe`, for the whole, if any of its files is a link, lies outside or is too large.
    """
    try:
        with ZipFile(path) as files:
            listed = files.infolist()
            _refuse(listed)
            known = {each.filename: each for each in listed}
            return {name: _read(files, known[name]) for name in names if name in known}
    except ArtefactUnsafe:
        raise
    except _BROKEN as error:
        raise ArtefactUnsafe(f"no artefact: {error}") from None


def read_answers(folder: Path, names: Iterable[str]) -> Iterator[bytes]:
    """The bytes of files that GitHub's own answers were written to, in order; empty for one that is not there."""
    for name in names:
        file = folder / name
        yield file.read_bytes() if file.is_file() else b""


def _refuse(listed: list[ZipInfo]) -> None:
    if len(listed) > MOST_FILES or sum(each.file_size for each in listed) > MOST_BYTES:
        raise ArtefactUnsafe("too much")
    if len({each.filename for each in listed}) < len(listed):
        raise ArtefactUnsafe("two files of one name")
    for each in listed:
        parts = PurePosixPath(each.filename.replace("\\", "/"))
        kind = stat.S_IFMT(each.external_attr >> 16)
        if parts.is_absolute() or ".." in parts.parts or ":" in each.filename:
            raise ArtefactUnsafe("a file that lies outside")
        if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
            raise ArtefactUnsafe("a file that is no file")


def _read(files: ZipFile, each: ZipInfo) -> bytes:
    """One file; what it says of its own size is not believed."""
    if each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        raise ArtefactUnsafe("a file that is packed in another way")
    with files.open(each) as file:
        data = file.read(MOST_READ + 1)
    if len(data) > MOST_READ:
        raise ArtefactUnsafe("a file that is too large to read")
    return data
