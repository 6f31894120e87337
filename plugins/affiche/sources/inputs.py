"""One digest of all that a site is made of: where it is the same, so is the site, and nothing need be read closer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from operator import attrgetter
from pathlib import Path
from stat import S_ISREG

from affiche.model.fingerprint import digest, digest_parts
from affiche.sources.design import digest_design
from affiche.sources.history import load_state
from affiche.sources.settings import Folders

#: What is larger is no text and no image that a site takes: its size and its age say enough.
MOST_BYTES = 64 * 1024 * 1024


def digest_inputs(folders: Folders) -> str:
    """A digest of every file of the content, the data and the printed programmes, of our own design, of the history."""
    below = (_digest_below(str(folder)) for folder in (folders.content, folders.data, folders.programmes))
    return digest([*below, digest_design(folders.overrides), str(load_state(folders.content))])


def _digest_below(folder: str) -> str:
    return digest_parts(part for entry in _entries(folder) for part in (os.fsencode(entry.path), _told(entry)))


def _entries(folder: str) -> Iterator[os.DirEntry[str]]:
    """All below a folder but open folders, in one order; no link is followed. Entries, not Paths: there are many."""
    try:
        with os.scandir(folder) as entries:
            below = sorted(entries, key=attrgetter("name"))
    except FileNotFoundError:
        return
    for entry in below:
        if entry.is_dir(follow_symlinks=False) and os.access(entry.path, os.R_OK | os.X_OK):
            yield from _entries(entry.path)
        else:
            yield entry


def _told(entry: os.DirEntry[str]) -> bytes:
    """What a file holds, or where a link leads; of anything else, what it is."""
    if entry.is_symlink():
        return os.fsencode(Path(entry.path).readlink())
    stat = entry.stat(follow_symlinks=False)
    if S_ISREG(stat.st_mode) and stat.st_size <= MOST_BYTES:
        with suppress(PermissionError), open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 - no Path, as above
            return file.read()
    return f"{stat.st_mode} {stat.st_size} {stat.st_mtime_ns}".encode()
