"""Whether the paths of artifacts can all stand in one folder, on any file system."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from unicodedata import normalize

from affiche.writer.errors import PathClash, UnsafePath

NOT_SEGMENTS = frozenset({"", ".", ".."})


def check_path(path: str) -> Iterator[str]:
    """What makes a path unsafe, in words."""
    if not NOT_SEGMENTS.isdisjoint(path.split("/")):
        yield "is absolute or has an empty, '.' or '..' segment"
    if "\\" in path:
        yield "has a backslash"
    if not path.isprintable():
        yield "has a character that cannot be printed"


def refuse_bad_paths(paths: Iterable[str]) -> None:
    """Raises UnsafePath or PathClash for the first path that cannot stand beside the others.

    Paths are compared without case and in one Unicode form, as the file systems of some machines do.
    """
    owners: dict[str, str] = {}
    for path in paths:
        for reason in check_path(path):
            raise UnsafePath(path, reason)
        folded = _fold(path)
        if folded in owners:
            raise PathClash(path, f"stands in the place of {owners[folded]!r}")
        owners[folded] = path
    for folder in _folders(owners):
        if folder in owners:
            raise PathClash(owners[folder], "is also a folder of other artifacts")


def _fold(path: str) -> str:
    """The path as canonical caseless matching sees it (Unicode Standard, 3.13, D145)."""
    return normalize("NFD", normalize("NFD", path).casefold())


def _folders(paths: Iterable[str]) -> set[str]:
    """Every folder above the paths."""
    folders: set[str] = set()
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    return folders
