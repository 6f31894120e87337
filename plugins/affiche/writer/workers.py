"""Artifacts made into files by several processes at once, where that is sooner."""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection

from affiche.outputs.artifact import Artifact
from affiche.writer.check import check_bytes
from affiche.writer.errors import BrokenArtifact, WorkerLost
from affiche.writer.manifest import Entry
from affiche.writer.tree import Tree

#: Fewer artifacts are made sooner than a process is started.
FEWEST = 200
#: Artifacts that follow each other show the same things: a process makes so many in a row.
STRETCH = 50
MOST_WORKERS = 8

Entries = dict[str, Entry]


def make_files(artifacts: Sequence[Artifact], tree: Tree, workers: int | None = None) -> Entries:
    """The entries of artifacts by path, their files now in the tree; raises what `render` raises, and WriteErrors.

    `workers` is how many processes share the work; without a number, as many as pay.
    """
    workers = _worker_count(len(artifacts)) if workers is None else workers
    if workers < 2:
        return _made(artifacts, tree)
    tree.make_folders(artifact.path for artifact in artifacts)
    with _frozen_heap():
        entries = _shared_out([_share(artifacts, number, workers) for number in range(workers)], tree)
    # What failed in a process fails again here, where its exception can be told whole.
    return entries | _made([artifact for artifact in artifacts if artifact.path not in entries], tree)


def _worker_count(artifacts: int) -> int:
    """One where forking is not safe, or not worth it: a fork copies no thread but the one that asks for it."""
    if artifacts < FEWEST or sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST_WORKERS)


def _share(artifacts: Sequence[Artifact], number: int, workers: int) -> Iterator[Artifact]:
    """The artifacts of one of several processes: every so many a stretch."""
    for first in range(number * STRETCH, len(artifacts), workers * STRETCH):
        yield from artifacts[first : first + STRETCH]


def _shared_out(shares: Sequence[Iterator[Artifact]], tree: Tree) -> Entries:
    """What each process made of its share."""
    fork = get_context("fork")
    running = []
    for share in shares:
        ours, theirs = fork.Pipe(duplex=False)
        process = fork.Process(target=_work, args=(share, tree, theirs, os.getpid()), daemon=True)
        process.start()
        theirs.close()
        running.append((process, ours))
    entries: Entries = {}
    try:
        for process, ours in running:
            entries |= _received(ours)
            process.join()
    finally:
        for process, _ in running:
            process.kill()
            process.join()
    return entries


def _received(connection: Connection) -> Entries:
    with connection:
        try:
            entries: Entries = connection.recv()
        except EOFError:
            raise WorkerLost from None
    return entries


def _work(share: Iterator[Artifact], tree: Tree, connection: Connection, parent: int) -> None:
    """Makes a share as far as it goes, and says what was made; without its parent, nobody would wait for it."""
    entries: Entries = {}
    with suppress(Exception):
        for artifact in share:
            if os.getppid() != parent:
                os._exit(1)
            entries[artifact.path] = make_file(artifact, tree)
    connection.send(entries)


def _made(artifacts: Sequence[Artifact], tree: Tree) -> Entries:
    return {artifact.path: make_file(artifact, tree) for artifact in artifacts}


def make_file(artifact: Artifact, tree: Tree) -> Entry:
    """The entry of an artifact made anew; BrokenArtifact when its bytes are not what its media type says."""
    try:
        data = artifact.render()
    except Exception as error:
        error.add_note(f"while making {artifact.path!r}")
        raise
    for reason in check_bytes(artifact.media_type, data):
        raise BrokenArtifact(artifact.path, reason)
    return Entry.of(artifact.fingerprint, tree.write(artifact.path, data))


@contextmanager
def _frozen_heap() -> Iterator[None]:
    """Inside, the garbage collector leaves alone what there was before: looking at it would copy its pages."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
