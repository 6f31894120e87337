"""Artifacts made into files, by several processes at once where that is sooner."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial

from affiche.outputs.artifact import Artifact
from affiche.processes import ProcessLost, count_workers, share_out
from affiche.writer.check import check_bytes
from affiche.writer.errors import BrokenArtifact, WorkerLost
from affiche.writer.manifest import Entry
from affiche.writer.parts import KeptParts
from affiche.writer.tree import Tree

#: The fewest artifacts that are worth a process: what a change leaves to make is mostly large.
FEWEST = 24

Entries = dict[str, Entry]


def make_files(artifacts: Sequence[Artifact], tree: Tree, parts: KeptParts, workers: int | None = None) -> Entries:
    """The entries of artifacts by path, their files now in the tree; raises what `render` raises, and WriteErrors.

    `parts` is where long files find what is not new. `workers` is how many processes share the work; without a number,
    as many as pay.
    """
    workers = count_workers(len(artifacts), FEWEST) if workers is None else workers
    if workers < 2:
        return dict(_made(artifacts, tree, parts))
    tree.make_folders(artifact.path for artifact in artifacts)
    try:
        shares = share_out(artifacts, partial(_made_of_share, tree, parts), workers, joins=True)
    except ProcessLost:
        raise WorkerLost from None
    entries = {path: entry for share in shares for path, entry in share.items()}
    # What failed in a process fails again here, where its exception can be told whole.
    return entries | dict(_made([artifact for artifact in artifacts if artifact.path not in entries], tree, parts))


def _made_of_share(tree: Tree, parts: KeptParts, share: Iterator[Artifact]) -> Entries:
    """The entries of a share, as far as it can be made."""
    entries: Entries = {}
    with suppress(Exception):
        entries.update(_made(share, tree, parts))
    return entries


def _made(artifacts: Iterable[Artifact], tree: Tree, parts: KeptParts) -> Iterator[tuple[str, Entry]]:
    return ((artifact.path, make_file(artifact, tree, parts)) for artifact in artifacts)


def make_file(artifact: Artifact, tree: Tree, parts: KeptParts) -> Entry:
    """The entry of an artifact made anew; BrokenArtifact when its bytes are not what its media type says."""
    try:
        data, texts = parts.assemble(artifact)
    except Exception as error:
        error.add_note(f"while making {artifact.path!r}")
        raise
    for text in texts:
        for reason in check_bytes(artifact.media_type, text):
            raise BrokenArtifact(artifact.path, reason)
    return Entry.of(artifact.fingerprint, tree.write(artifact.path, data))
