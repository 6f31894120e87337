"""The files of a content folder, in the order of their paths, each with what is wrong with its name or kind."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from affiche.problems import Fault
from affiche.sources.paths import COLLECTIONS, orders_git, path_faults

#: Folders that other rooms read.
APART = ("pages", "snapshots")
#: What must be a folder, if it is there.
FOLDERS = frozenset({*APART, *COLLECTIONS, "images"})


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file below the content folder; `path` begins with `content/`, whatever the folder is called.

    `disk` is where it lies: a text, since there are many, and a Path takes as long to make as a file to open.
    """

    disk: str
    path: str
    faults: tuple[Fault, ...] = ()

    @property
    def collection(self) -> str:
        """The collection whose folder it lies in."""
        return self.path.split("/", 2)[1]

    @property
    def stem(self) -> str:
        """The id of a record's file."""
        return self.path.rpartition("/")[2].removesuffix(".md")

    @property
    def is_record(self) -> bool:
        """Whether it is a Markdown file."""
        return self.path.endswith(".md")


def content_files(root: Path) -> Iterator[ContentFile]:
    """Every file of the collections and of the images, sorted by path; links are never followed.

    A program is refused, but not where all files look like one: a disk of Windows knows no such mark.
    """
    files = [*_files(root)]
    programs = {file.path for file in files if _is_program(file.disk)}
    if not programs or len(programs) == len(files):
        yield from files
        return
    for file in files:
        is_program = file.path in programs
        yield replace(file, faults=(*file.faults, Fault("file-executable"))) if is_program else file


def _is_program(disk: str) -> bool:
    """Whether a file, and not what a link leads to, is marked as one that runs."""
    try:
        mode = os.lstat(disk).st_mode
    except OSError:
        return False
    return stat.S_ISREG(mode) and bool(mode & stat.S_IXUSR)


def _files(root: Path) -> Iterator[ContentFile]:
    for folder in sorted(_entries(root)):
        path = f"content/{folder.name}"
        if folder.name.startswith(".") or (folder.name in APART and _is_open(folder)):
            continue
        if folder.is_symlink():
            yield ContentFile(str(folder), path, (Fault("file-symlink"),))
        elif folder.is_dir():
            yield from _below(str(folder), path)
        elif folder.name in FOLDERS:
            yield ContentFile(str(folder), path, (Fault("folder-is-file"),))
        elif folder.suffix == ".md" and folder.stem != "README":
            yield ContentFile(str(folder), path, tuple(path_faults(path)))


def _below(folder: str, path: str) -> Iterator[ContentFile]:
    for below, name, disk in sorted(_walk(folder, path), key=lambda found: found[0].split("/")):
        if not name:
            yield ContentFile(disk, below, (Fault("folder-unreadable"),))
        elif not name.startswith(".") or orders_git(name):
            yield ContentFile(disk, below, tuple(path_faults(below)))


def _walk(folder: str, path: str) -> Iterator[tuple[str, str, str]]:
    """The files below a folder, however deep: the path, the name, and where each lies.

    A folder that cannot be opened is found too, without a name.
    """
    folders = [(folder, path)]
    while folders:
        disk, around = folders.pop()
        try:
            entries = list(os.scandir(disk))
        except OSError:
            yield around, "", disk
            continue
        for entry in entries:
            below = f"{around}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                folders.append((entry.path, below))
            else:
                yield below, entry.name, entry.path


def _entries(root: Path) -> list[Path]:
    return list(root.iterdir()) if root.is_dir() else []


def _is_open(folder: Path) -> bool:
    """Whether it is a folder, or leads to one, whose names can be read."""
    return folder.is_dir() and os.access(folder, os.R_OK | os.X_OK)
