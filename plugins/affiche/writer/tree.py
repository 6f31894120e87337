"""A folder of files that is filled beside the site, and the walk through the one that it follows."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path

from affiche.writer.errors import WriteError

logger = logging.getLogger(__name__)

FILE_MODE = 0o644
NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL
FOLDER_MODE = 0o755
NO_HARD_LINK = frozenset({errno.EXDEV, errno.EPERM, errno.EMLINK, errno.ENOTSUP, errno.ENOSYS})


class Tree:
    """A new folder. Paths are relative to it, with `/`; folders above a file are made with the file."""

    def __init__(self, root: Path) -> None:
        """Makes the folder, which must not be there yet."""
        self.root = root
        self._folders = {""}
        _make_folder(str(root))

    def write(self, path: str, data: bytes) -> os.stat_result:
        """The file with these bytes, now in the tree; its mode does not depend on the umask."""
        place = self._place(path)
        # System calls alone, for every file of the site: a file object asks four more questions of each.
        file = os.open(place, NEW_FILE, FILE_MODE)
        try:
            _write_all(file, data)
            found = os.fstat(file)
            if found.st_mode & 0o777 != FILE_MODE:
                os.fchmod(file, FILE_MODE)
        except OSError:
            os.unlink(place)  # noqa: PTH108
            raise
        finally:
            os.close(file)
        return found

    def make_folders(self, paths: Iterable[str]) -> None:
        """The folders above the paths are there."""
        for path in paths:
            self._place(path)

    def keep(self, path: str, site: Path) -> os.stat_result | None:
        """The file of another tree, now in this one too: as a hard link where there are any; else the stat of a copy.

        A symbolic link stays one, whatever it points at.
        """
        source, target = f"{site}/{path}", self._place(path)
        try:
            os.link(source, target, follow_symlinks=False)
        except OSError as error:
            if error.errno not in NO_HARD_LINK:
                raise
            _copy(source, target)
            return os.lstat(target)
        return None

    def _place(self, path: str) -> str:
        """Where the path is on the disk; the folders above it are there."""
        folder = path.rpartition("/")[0]
        if folder not in self._folders:
            _make_folder(self._place(folder))
            self._folders.add(folder)
        # Text, not a Path: this runs for every file of the site, and joining Paths costs more than a hard link.
        return f"{self.root}/{path}"


def _write_all(file: int, data: bytes) -> None:
    """All the bytes into an open file, in as many calls as the system wants: mostly one."""
    written = os.write(file, data)
    while written < len(data):
        written += os.write(file, data[written:])


def _make_folder(path: str) -> None:
    os.mkdir(path)  # noqa: PTH102 - as above, for every folder of the site
    os.chmod(path, FOLDER_MODE)  # noqa: PTH101


def _copy(source: str, target: str) -> None:
    if os.path.lexists(target):
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), target)
    shutil.copy2(source, target, follow_symlinks=False)


def walk_files(site: Path) -> Iterator[str]:
    """The path of each file below a folder. Symbolic links count as files: none is followed.

    A file system mounted below is refused, since its files would be removed with the old tree.
    """
    device = site.stat().st_dev
    folders = [""]
    while folders:
        folder = folders.pop()
        with os.scandir(f"{site}/{folder}") as entries:
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    yield folder + entry.name
                elif entry.stat(follow_symlinks=False).st_dev == device:
                    folders.append(f"{folder}{entry.name}/")
                else:
                    raise WriteError(folder + entry.name, "is another file system")


def remove_tree(root: Path) -> None:
    """The folder and all below it are gone, or the file in its place; else a warning says why not."""
    try:
        _remove(root)
    except FileNotFoundError:
        return
    except OSError as error:
        logger.warning("%s could not be removed: %s", root, error)


def _remove(root: Path) -> None:
    try:
        shutil.rmtree(root)
    except NotADirectoryError:
        root.unlink()
    except PermissionError:
        # A foreign folder may be closed to its owner too.
        for folder, _, _ in os.walk(root):
            Path(folder).chmod(FOLDER_MODE)
        shutil.rmtree(root)
