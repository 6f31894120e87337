"""Artifacts made into files, by several processes at once where that is sooner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from affiche.outputs.artifact import Artifact
from affiche.processes import ProcessLost, count_workers, share_out
from affiche.writer.check import check_bytes
from affiche.writer.errors import BrokenArtifact, WorkerLost
from affiche.writer.manifest import Entry
from affiche.writer.parts import KeptParts
from affiche.writer.tree import Tree

#: The fewest artifacts that are worth a process: what a change leaves to make is mostly large.
FEWEST = 24

Entries = Mapping[str, Entry]


def keep_entry(path: str, entry: Entry, tree: Tree, before: Path) -> Entry:
    """The entry of a file of the site before, now in the tree too."""
    copied = tree.keep(path, before)
    return Entry.of(entry.fingerprint, copied) if copied else entry


@dataclass(frozen=True, slots=True)
class Maker:
    """What files are made with: the tree that they go into, the files of the build before by path, and their parts."""

    tree: Tree
    known: Entries
    parts: KeptParts

    def make(self, artifact: Artifact) -> Entry:
        """The entry of an artifact made anew; BrokenArtifact when its bytes are not what its media type says."""
        try:
            data, texts = self.parts.assemble(artifact)
        except Exception as error:
            error.add_note(f"while making {artifact.path!r}")
            raise
        for text in texts:
            for reason in check_bytes(artifact.media_type, text):
                raise BrokenArtifact(artifact.path, reason)
        same = self._same(artifact.path, data)
        if same is None:
            return Entry.of(artifact.fingerprint, self.tree.write(artifact.path, data))
        return keep_entry(artifact.path, same._replace(fingerprint=artifact.fingerprint), self.tree, self.parts.site)

    def _same(self, path: str, data: bytes) -> Entry | None:
        """The entry of the file that is there already, if it is the one that was written and has these bytes."""
        entry = self.known.get(path)
        if entry is None or entry.size != len(data) or not entry.is_at(f"{self.parts.site}/{path}"):
            return None
        return entry if (self.parts.site / path).read_bytes() == data else None


def make_files(artifacts: Sequence[Artifact], maker: Maker, workers: int | None = None) -> Entries:
    """The entries of artifacts by path, their files now in the tree; raises what `render` raises, and WriteErrors.

    A file that comes out as it was stays the same file. `workers` is how many processes share the work; without a
    number, as many as pay.
    """
    workers = count_workers(len(artifacts), FEWEST) if workers is None else workers
    if workers < 2:
        return dict(_made(artifacts, maker))
    maker.tree.make_folders(artifact.path for artifact in artifacts)
    try:
        shares = share_out(artifacts, partial(_made_of_share, maker), workers, joins=True)
    except ProcessLost:
        raise WorkerLost from None
    entries = {path: entry for share in shares for path, entry in share.items()}
    # What failed in a process fails again here, where its exception can be told whole.
    return entries | dict(_made([artifact for artifact in artifacts if artifact.path not in entries], maker))


def _made_of_share(maker: Maker, share: Iterator[Artifact]) -> Entries:
    """The entries of a share, as far as it can be made."""
    entries: dict[str, Entry] = {}
    with suppress(Exception):
        entries.update(_made(share, maker))
    return entries


def _made(artifacts: Iterable[Artifact], maker: Maker) -> Iterator[tuple[str, Entry]]:
    return ((artifact.path, maker.make(artifact)) for artifact in artifacts)
