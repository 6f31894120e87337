"""Two folders that change places: at once by renameat2 (Linux), else by renames that are undone when one fails."""

from __future__ import annotations

import ctypes
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from affiche.writer.tree import remove_tree

AT_FDCWD = -100
RENAME_EXCHANGE = 2
NO_EXCHANGE = frozenset({errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EPERM})

_LIBC = ctypes.CDLL(None, use_errno=True)


@contextmanager
def exchanged(new: Path, site: Path) -> Iterator[None]:
    """Inside, `new` stands at `site` and the old site, if any, at `new`; afterwards too, unless the block raises."""
    replaces = site.exists()
    if replaces:
        exchange(new, site)
    else:
        new.rename(site)
    try:
        yield
    except BaseException:
        if replaces:
            exchange(new, site)
        else:
            site.rename(new)
        raise


def exchange(one: Path, other: Path) -> None:
    """Two folders of one parent change places."""
    if not _exchange_at_once(one, other):
        aside = _aside(other)
        _rename_all([(other, aside), (one, other), (aside, one)])


def settle_exchange(site: Path) -> None:
    """Undoes or finishes the renames of a build that was killed between them."""
    aside = _aside(site)
    if aside.is_dir() and not site.exists():
        aside.rename(site)
    remove_tree(aside)


def flush_folder(folder: Path) -> None:
    """The names in a folder are on the disk."""
    with _opened(folder) as descriptor:
        os.fsync(descriptor)


def flush_file_system(folder: Path) -> None:
    """Every file written so far to the folder's file system is on the disk; OSError where one could not be.

    One call (syncfs, Linux) for a whole site: 20,000 times fsync takes seconds.
    """
    with _opened(folder) as descriptor:
        syncfs = getattr(_LIBC, "syncfs", None)
        if syncfs is None:
            os.sync()
        elif syncfs(descriptor) != 0:
            raise _last_error(folder)


def _exchange_at_once(one: Path, other: Path) -> bool:
    """Whether the folders have changed places; False where the kernel or the file system cannot."""
    renameat2 = getattr(_LIBC, "renameat2", None)
    if renameat2 is None:
        return False
    if renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), ctypes.c_uint(RENAME_EXCHANGE)) == 0:
        return True
    error = _last_error(other)
    if error.errno in NO_EXCHANGE:
        return False
    raise error


def _rename_all(moves: list[tuple[Path, Path]]) -> None:
    """Renames in order; when one fails, the earlier ones are undone."""
    for number, (source, target) in enumerate(moves):
        try:
            source.rename(target)
        except OSError:
            for moved_from, moved_to in reversed(moves[:number]):
                moved_to.rename(moved_from)
            raise


def _aside(site: Path) -> Path:
    return site.with_name(f".{site.name}.affiche-old")


def _last_error(path: Path) -> OSError:
    code = ctypes.get_errno()
    return OSError(code, os.strerror(code), str(path))


@contextmanager
def _opened(folder: Path) -> Iterator[int]:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
