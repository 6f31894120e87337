"""A new file of content put on the disk: only where there is none, only inside the content folder, through no link."""

from __future__ import annotations

import os
from pathlib import Path

from affiche.sources.paths import path_faults


class NotWritten(Exception):
    """A file that is not written: one is there already, or its folder is not inside the content."""


def write_new(root: Path, path: str, text: str) -> Path:
    """Writes a file whose path from the repository's root begins with `content/`; its place on the disk.

    `root` is the content folder. Raises `NotWritten`, and `OSError` for what the disk refuses.
    """
    if path_faults(path):
        raise NotWritten(path)
    file = root.joinpath(*path.split("/")[1:])
    _make_folders(root, file.parent, path)
    try:
        with open(file, "x", encoding="utf-8", newline="\n", opener=_open_new) as stream:
            stream.write(text)
    except FileExistsError:
        raise NotWritten(path) from None
    return file


def _make_folders(root: Path, folder: Path, path: str) -> None:
    """The folders down to one, each made or found to be no link."""
    if folder == root:
        return
    _make_folders(root, folder.parent, path)
    if folder.is_symlink():
        raise NotWritten(path)
    folder.mkdir(exist_ok=True)


def _open_new(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW, 0o644)
