"""The cases of the comparison: what has changed since the build before."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.corpus.season import Season
from benchmarks.peers.peer import Peer


class Project(NamedTuple):
    """A season as a generator's project in a folder."""

    peer: Peer
    season: Season
    root: Path

    @property
    def out(self) -> Path:
        """The site."""
        return self.root / self.peer.out


def make_cold(project: Project, _: int) -> None:
    """Leaves the sources alone: no site, no cache."""
    for name in (project.peer.out, *project.peer.caches):
        shutil.rmtree(project.root / name, ignore_errors=True)


def change_nothing(_: Project, __: int) -> None:
    """Leaves all as it is."""


def change_event(project: Project, run: int) -> None:
    """Gives an event another title."""
    _replace(project.root, project.peer.event(project.season), (" nº ", f" {run} nº "), (" nr. ", f" {run} nr. "))


def change_house(project: Project, run: int) -> None:
    """Gives an organisation another name."""
    _replace(project.root, project.peer.house, ("Maison ", f"Maison {run} "))


def change_template(project: Project, run: int) -> None:
    """Adds a comment to the template of events."""
    path = project.root / project.peer.template
    path.write_text(path.read_text("utf-8") + project.peer.comment.format(run), "utf-8")


#: How each case is prepared, in this order: all but the first begin with the site that the one before left.
CASES: Mapping[str, Callable[[Project, int], None]] = {
    "cold": make_cold,
    "unchanged": change_nothing,
    "one event changed": change_event,
    "one organisation changed": change_house,
    "one template changed": change_template,
}


def _replace(root: Path, paths: Sequence[str], *pairs: tuple[str, str]) -> None:
    """Changes the first of each text in files; ValueError where nothing would change."""
    for name in paths:
        path = root / name
        text = changed = path.read_text("utf-8")
        for old, new in pairs:
            changed = changed.replace(old, new, 1)
        if changed == text:
            raise ValueError(f"nothing to change in {path}")
        path.write_text(changed, "utf-8")


#: Where a file lies on the disk and when it was written, by its path.
Lying = Mapping[str, tuple[int, int]]


def lying(folder: Path) -> Lying:
    """The inode and the time of each file of a folder: a file that is written again has others."""
    return {
        path: (stat.st_ino, stat.st_mtime_ns)
        for directory, _, names in os.walk(folder)
        for path in (f"{directory}/{name}" for name in names)
        for stat in (os.lstat(path),)
    }
