"""One digest of all that a site is made of: where it is the same, so is the site, and nothing need be read closer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISLNK, S_ISREG

from affiche.model.fingerprint import digest, digest_parts
from affiche.sources.design import digest_design
from affiche.sources.history import load_state
from affiche.sources.settings import Folders

#: What is larger is no text and no image that a site takes: its size and its age say enough.
MOST_BYTES = 64 * 1024 * 1024


def digest_inputs(folders: Folders) -> str:
    """A digest of every file of the content and the data, of our own design, and of where the history stands."""
    below = (_digest_below(str(folder)) for folder in (folders.content, folders.data))
    return digest([*below, digest_design(folders.overrides), str(load_state(folders.content))])


def _digest_below(folder: str) -> str:
    return digest_parts(part for path in _paths(folder) for part in (os.fsencode(path), _told(path)))


def _paths(folder: str) -> Iterator[str]:
    """All below a folder but folders, in one order; no link is followed. Text, not Paths: there are many."""
    try:
        with os.scandir(folder) as entries:
            below = sorted(entries, key=lambda entry: entry.name)
    except FileNotFoundError:
        return
    for entry in below:
        if entry.is_dir(follow_symlinks=False):
            yield from _paths(entry.path)
        else:
            yield entry.path


def _told(path: str) -> bytes:
    """What a file holds, or where a link leads; of anything else, what it is."""
    stat = os.lstat(path)
    if S_ISLNK(stat.st_mode):
        return os.fsencode(Path(path).readlink())
    if S_ISREG(stat.st_mode) and stat.st_size <= MOST_BYTES and os.access(path, os.R_OK):
        return Path(path).read_bytes()
    return f"{stat.st_mode} {stat.st_size} {stat.st_mtime_ns}".encode()
