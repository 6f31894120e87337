"""The files of a content folder, in the order of their paths, each with what is wrong with its name or kind."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from affiche.problems import Fault
from affiche.sources.paths import orders_git, path_faults

#: Folders that other rooms read.
APART = ("pages", "snapshots")


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file below the content folder; `path` begins with `content/`, whatever the folder is called."""

    disk: Path
    path: str
    faults: tuple[Fault, ...] = ()

    @property
    def collection(self) -> str:
        """The collection whose folder it lies in."""
        return PurePosixPath(self.path).parts[1]

    @property
    def stem(self) -> str:
        """The id of a record's file."""
        return PurePosixPath(self.path).stem

    @property
    def is_record(self) -> bool:
        """Whether it is a Markdown file."""
        return self.path.endswith(".md")


def content_files(root: Path) -> Iterator[ContentFile]:
    """Every file of the collections and of the images, sorted by path; links are never followed."""
    for folder in sorted(_entries(root)):
        if folder.name in APART or folder.name.startswith("."):
            continue
        if folder.is_symlink():
            yield ContentFile(folder, f"content/{folder.name}", (Fault("file-symlink"),))
        elif folder.is_dir():
            yield from _below(folder, root)
        elif folder.suffix == ".md" and folder.stem != "README":
            path = f"content/{folder.name}"
            yield ContentFile(folder, path, tuple(path_faults(path)))


def _below(folder: Path, root: Path) -> Iterator[ContentFile]:
    for disk in sorted(_walk(folder)):
        path = f"content/{disk.relative_to(root).as_posix()}"
        if not disk.name.startswith(".") or orders_git(disk.name):
            yield ContentFile(disk, path, tuple(path_faults(path)))


def _walk(folder: Path) -> Iterator[Path]:
    """The files below a folder, however deep."""
    folders = [folder]
    while folders:
        with os.scandir(folders.pop()) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(Path(entry.path))
                else:
                    yield Path(entry.path)


def _entries(root: Path) -> list[Path]:
    return list(root.iterdir()) if root.is_dir() else []
