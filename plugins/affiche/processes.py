"""Work shared between several processes of one machine: each takes what comes next at its end, until they meet."""

from __future__ import annotations

import gc
import os
import resource
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: Items that follow each other need the same things: a process takes so many in a row, and comes again so often.
LONGEST_STRETCH, LEAST_STRETCHES = 25, 8
MOST = 8
#: The most bytes that all processes together may come to hold: each may copy all that there was before it.
MOST_BYTES = 6_000_000_000

_FORK = get_context("fork") if sys.platform == "linux" else None


class ProcessLost(Exception):
    """A process was stopped before its work was done, by the system or by a person."""


def count_workers(items: int, fewest: int) -> int:
    """How many processes pay, from so many items on; one where forking is not safe: a fork has one thread only."""
    if _FORK is None or items < fewest or threading.active_count() > 1:
        return 1
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    return max(1, min(len(os.sched_getaffinity(0)), MOST, MOST_BYTES // held - 1))


def share_out(items: Sequence[T], work: Callable[[Iterator[T]], R], workers: int) -> list[R]:
    """What `work` returns in each process, of the items that it took: half of them take from the end.

    So those that stand together are worked on by one process as far as can be. Raises `ProcessLost`; `work` itself must
    not raise, and what it returns is pickled.
    """
    ends = _context().Array("q", (0, len(items)))
    stretch = max(1, min(LONGEST_STRETCH, len(items) // (workers * LEAST_STRETCHES)))
    with _frozen_heap():
        running = [
            _start(work, _Share(items, ends, stretch, number % 2 == 1, os.getpid())) for number in range(workers)
        ]
        try:
            return list(_received([connection for _, connection in running]))
        finally:
            for process, connection in running:
                process.kill()
                process.join()
                connection.close()


@dataclass(frozen=True, slots=True)
class _Share:
    """The items that one process takes; `ends` are the first and the last that nobody has taken yet."""

    items: Sequence[Any]
    ends: Any
    stretch: int
    is_from_end: bool
    parent: int

    def __iter__(self) -> Iterator[Any]:
        while stretch := self._take():
            for item in stretch:
                if os.getppid() != self.parent:
                    os._exit(1)  # nobody waits any more for what this process makes
                yield item

    def _take(self) -> Sequence[Any]:
        with self.ends.get_lock():
            first, last = self.ends
            if self.is_from_end:
                self.ends[1] = max(first, last - self.stretch)
                return self.items[self.ends[1] : last]
            self.ends[0] = min(last, first + self.stretch)
            return self.items[first : self.ends[0]]


def _start(work: Callable[[Iterator[T]], R], share: _Share) -> tuple[Any, Connection]:
    ours, theirs = _context().Pipe(duplex=False)
    process = _context().Process(target=_work, args=(work, share, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(work: Callable[[Iterator[T]], R], share: _Share, connection: Connection) -> None:
    connection.send(work(iter(share)))


def _received(connections: list[Connection]) -> Iterator[Any]:
    """What each process sends, in the order in which they are done."""
    while connections:
        ready = wait(connections)
        for connection in [each for each in connections if each in ready]:
            connections.remove(connection)
            try:
                yield connection.recv()
            except EOFError:
                raise ProcessLost from None


def _context() -> Any:
    if _FORK is None:
        raise ProcessLost
    return _FORK


@contextmanager
def _frozen_heap() -> Iterator[None]:
    """Inside, the garbage collector leaves alone what there was before: looking at it would copy its pages."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
