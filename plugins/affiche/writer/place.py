"""Where a site and its manifest stand, and what stands beside them during a build, one at a time, and goes again."""

from __future__ import annotations

import fcntl
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from affiche.sources.kept_folder import OURS, make_folder, make_room
from affiche.writer.errors import UnsafePath
from affiche.writer.exchange import settle_exchange
from affiche.writer.manifest import parse_manifest
from affiche.writer.tree import remove_tree

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site and its manifest stand, and what stands beside them during a build."""

    site: Path
    manifest: Path

    @classmethod
    def of(cls, out: Path, manifest: Path | None = None) -> Place:
        """The place of a site; UnsafePath when the manifest would be published with it."""
        # A link to the site must not be exchanged itself, so everything stands beside what it leads to.
        site = Path(os.path.realpath(out))
        place = cls(site, Path(os.path.realpath(manifest or site.parent / OURS / f"{site.name}.json")))
        if place.manifest.is_relative_to(site):
            raise UnsafePath(str(manifest), "is a manifest inside the site")
        return place

    @property
    def stage(self) -> Path:
        """The folder in which the new tree is filled."""
        return self.site.with_name(f".{self.site.name}.affiche-new")

    @property
    def next_manifest(self) -> Path:
        """The manifest of the stage, until it replaces the present one."""
        return self.manifest.with_name(f"{self.manifest.name}.new")

    @property
    def kept(self) -> Path:
        """The folder of what was costly to make: it stays when the site is removed."""
        return self.manifest.with_name(f"{self.site.name}-kept")

    @property
    def parts(self) -> Path:
        """The folder of what the parts of long files are found again by."""
        return self.manifest.with_name(f"{self.site.name}-parts")

    @property
    def lock(self) -> Path:
        """The file that one build at a time may lock."""
        return self.manifest.with_name(f"{self.manifest.name}.lock")


def clear_up(place: Place) -> None:
    """Only the site and its manifest are left of this build, or of one that was killed."""
    make_room(place.manifest)
    make_room(place.next_manifest)
    settle_exchange(place.site)
    _settle_manifest(place)
    remove_tree(place.stage)


def _settle_manifest(place: Place) -> None:
    """A manifest that was not yet put in its place is put there if its tree was, else it is removed."""
    try:
        manifest = parse_manifest(place.next_manifest.read_bytes())
        if manifest.folder == place.site.stat().st_ino:
            place.next_manifest.replace(place.manifest)
    except (OSError, ValueError):
        pass
    place.next_manifest.unlink(missing_ok=True)


@contextmanager
def locked(lock: Path) -> Iterator[None]:
    """Inside, no other build has the lock; it waits and says so while one has."""
    make_folder(lock.parent)
    make_room(lock)
    with lock.open("a") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            logger.warning("another build writes this site: waiting until it is done (%s)", lock)
            fcntl.flock(file, fcntl.LOCK_EX)
        try:
            yield
        finally:
            # Not left to closing: a process forked by a render may have the file open still.
            fcntl.flock(file, fcntl.LOCK_UN)
