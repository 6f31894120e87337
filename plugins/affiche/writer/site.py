"""Artifacts into a folder, the site: only what changed, the whole at once, what no artifact names any more removed.

A new tree is filled in a hidden folder beside the site, with hard links to the files that stay; then the two folders
change places, then the manifest is put in its place. Whatever stops a build, the site is one whole build, the last or
the new one, and the next build clears up. Files that no manifest knows are carried over, symbolic links as links.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from operator import attrgetter
from pathlib import Path

from affiche.model.fingerprint import digest_bytes
from affiche.outputs.artifact import Artifact
from affiche.sources.kept_folder import KeptFolder
from affiche.writer.exchange import exchanged, flush_file_system, flush_folder
from affiche.writer.manifest import UNKNOWN, Entry, MadeOf, Manifest, load_made_of, load_manifest, save_manifest
from affiche.writer.parts import KeptParts
from affiche.writer.paths import refuse_bad_paths
from affiche.writer.place import Place, clear_up, locked
from affiche.writer.sums import SUMS, render_sums
from affiche.writer.tree import Tree, walk_files
from affiche.writer.workers import Maker, keep_entry, make_files

logger = logging.getLogger(__name__)

#: What a static host takes with ease: above, a build warns.
MOST_FILES, MOST_BYTES = 200_000, 900_000_000


@dataclass(frozen=True, slots=True)
class Written:
    """What a build did to the site: numbers of files, the bytes of all artifacts, and whether the folder is a new one.

    `removed` counts the files of the build before that no artifact names any more.
    """

    written: int
    unchanged: int
    removed: int
    total_bytes: int
    exchanged: bool

    def summary(self, seconds: float) -> str:
        """One line for the person who built: what was written, what stayed, how large it is, how long it took."""
        files = self.written + self.unchanged
        done = f"{self.written} written, {self.unchanged} unchanged, {self.removed} removed"
        size = f"{files} files, {self.total_bytes / 1e6:.1f} MB"
        return f"affiche: {done if self.exchanged else 'nothing to write'} ({size}) in {seconds:.1f} s"

    @property
    def excess(self) -> str:
        """What there is too much of for a static host, in words; usually nothing."""
        files = self.written + self.unchanged
        found = [
            f"{files} files, of {MOST_FILES} at most" if files > MOST_FILES else "",
            f"{self.total_bytes / 1e6:.0f} MB, of {MOST_BYTES / 1e6:.0f} at most"
            if self.total_bytes > MOST_BYTES
            else "",
        ]
        return " and ".join(filter(None, found))


def find_site(out: Path, digest: str, now: float) -> Written | None:
    """What there is in the folder `out`, if files with this digest make the same now, and all is as it was written."""
    place = Place.of(out)
    with locked(place.lock):
        clear_up(place)
        if not load_made_of(place.manifest).is_same(digest, now) or not place.site.is_dir():
            return None
        known = load_manifest(place.manifest)
        if not known.made_of.is_same(digest, now):
            return None
        if not all(entry.is_at(f"{place.site}/{path}") for path, entry in known.files.items()):
            return None
    return Written(0, len(known.files), 0, _total_bytes(known.files), exchanged=False)


def write_site(
    artifacts: Iterable[Artifact],
    out: Path,
    *,
    manifest: Path | None = None,
    made_of: MadeOf = UNKNOWN,
    with_sums: bool = False,
) -> Written:
    """What was done so that the folder `out` holds the artifacts, besides files that are not ours.

    `render` is called, perhaps in another process, for an artifact whose fingerprint is new or whose file is not the
    one that was written. The manifest stands at `.affiche/<name>.json` beside `out` unless another place is given,
    always the same for one site; `made_of` is what `find_site` may find the site by; `with_sums` adds a file with the
    checksums of all others. Raises a WriteError for a path or bytes that cannot stand, OSError for the disk's refusals,
    whatever `render` raises: then the site is as it was.
    """
    ordered = sorted(artifacts, key=attrgetter("path"))
    refuse_bad_paths([*(artifact.path for artifact in ordered), SUMS])
    place = Place.of(out, manifest)
    with locked(place.lock):
        clear_up(place)
        try:
            written = _write(ordered, place, made_of, with_sums=with_sums)
        finally:
            clear_up(place)
    if written.excess:
        logger.warning("the site grows too large for its host: %s", written.excess)
    return written


def _write(artifacts: list[Artifact], place: Place, made_of: MadeOf, *, with_sums: bool) -> Written:
    before = load_manifest(place.manifest)
    known = before.files
    current = {artifact.path for artifact in artifacts if _is_current(artifact, known, place.site)}
    sums = {SUMS} if with_sums else set()
    is_same = current | sums == known.keys() and len(current) == len(artifacts)
    if is_same and place.site.is_dir() and all(known[path].is_at(f"{place.site}/{path}") for path in sums):
        if before.made_of != made_of:
            save_manifest(replace(before, made_of=made_of), place.next_manifest)
            place.next_manifest.replace(place.manifest)
        return Written(0, len(known), 0, _total_bytes(known), exchanged=False)
    place.site.parent.mkdir(parents=True, exist_ok=True)
    tree = Tree(place.stage)
    files = {path: keep_entry(path, known[path], tree, place.site) for path in sorted(current)}
    parts = KeptParts(place.site, KeptFolder(place.parts))
    maker = Maker(tree, known, parts)
    made = make_files([artifact for artifact in artifacts if artifact.path not in current], maker)
    files |= made
    if with_sums:
        data = render_sums(tree.root, files)
        files[SUMS] = Entry.of(digest_bytes(data), tree.write(SUMS, data))
    removed = _carry_over(tree, place.site, known, files)
    _publish(Manifest(tree.root.stat().st_ino, files, made_of), place)
    parts.keep_only([artifact.path for artifact in artifacts if artifact.whole])
    unchanged = len(current) + sum(entry.is_same_file(known.get(path)) for path, entry in made.items())
    return Written(len(files) - unchanged, unchanged, removed, _total_bytes(files), exchanged=True)


def _is_current(artifact: Artifact, known: Mapping[str, Entry], site: Path) -> bool:
    """Whether the site has the artifact's file, and it is the one that was written."""
    entry = known.get(artifact.path)
    return entry is not None and entry.fingerprint == artifact.fingerprint and entry.is_at(f"{site}/{artifact.path}")


def _carry_over(tree: Tree, site: Path, known: Mapping[str, Entry], files: Mapping[str, Entry]) -> int:
    """How many files of the build before are left out of the tree; files that are not ours are now in it."""
    removed = 0
    for path in walk_files(site) if site.exists() else ():
        if path in known:
            removed += path not in files
        elif path not in files:
            try:
                tree.keep(path, site)
            except (FileExistsError, NotADirectoryError):
                logger.warning("%s gives way to an artifact of the same name", site / path)
    return removed


def _publish(manifest: Manifest, place: Place) -> None:
    """The stage is the site and the manifest the present one, or both are as before."""
    save_manifest(manifest, place.next_manifest)
    flush_file_system(place.stage)
    with exchanged(place.stage, place.site):
        # The new names reach the disk before the old tree is removed, so that a power cut leaves one of them.
        flush_folder(place.site.parent)
        place.next_manifest.replace(place.manifest)


def _total_bytes(files: Mapping[str, Entry]) -> int:
    return sum(entry.size for entry in files.values())
