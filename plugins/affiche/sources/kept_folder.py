"""What builds keep for the next one, in folders of our own: whatever became of it costs time, never a build."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

logger = logging.getLogger(__name__)

#: The folder of all that is kept, beside the content and beside the site: what stands in it is ours.
OURS = ".affiche"


class KeptFolder:
    """Files by name. What the disk refuses is one warning, and then nothing more is kept."""

    def __init__(self, place: Path) -> None:
        """Nothing is read or written before something is asked for."""
        self.place = place
        self._is_refused = False

    def load(self, name: str) -> bytes:
        """The bytes of a file; none where it cannot be read."""
        try:
            return (self.place / name).read_bytes()
        except OSError:
            return b""

    def save(self, name: str, data: bytes) -> None:
        """Keeps a file, in the place of one that there is."""
        if not self._is_refused:
            try:
                write_whole(self.place / name, data)
            except FileNotFoundError:
                return  # another build has just tidied up
            except OSError as error:
                self._refuse(error)

    def keep_only(self, names: Collection[str]) -> None:
        """Removes what has none of these names."""
        try:
            for path in self.place.iterdir():
                if path.name not in names:
                    remove(path)
        except (FileNotFoundError, NotADirectoryError):
            return
        except OSError as error:
            self._refuse(error)

    def _refuse(self, error: OSError) -> None:
        if not self._is_refused:
            self._is_refused = True
            logger.warning("%s is of no use, so the next build makes more anew: %s", self.place, error)


def write_whole(place: Path, data: bytes) -> None:
    """Writes a file of ours, whole or not at all, whatever stood in its place or in that of its folder."""
    draft = place.with_name(f"{place.name}.new")
    make_folder(place.parent)
    make_room(draft)
    make_room(place)
    try:
        draft.write_bytes(data)
        draft.replace(place)
    except OSError:
        with suppress(OSError):
            draft.unlink()
        raise


def make_folder(folder: Path) -> None:
    """The folder is there; a file in its place, or in that of the folder of all that is kept, goes with a warning."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for place in (folder.parent, folder):
            if OURS in place.parts and os.path.lexists(place) and not place.is_dir():
                _warn_and_remove(place)
        folder.mkdir(parents=True, exist_ok=True)


def make_room(place: Path) -> None:
    """No folder stands in the place of a file of ours: one goes with a warning."""
    if OURS in place.parts and place.is_dir():
        _warn_and_remove(place)


def remove(path: Path) -> None:
    """A file, a link or a folder with all below it is gone."""
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _warn_and_remove(place: Path) -> None:
    logger.warning("%s stands in the way of what is kept for the next build, and is removed", place)
    remove(place)
