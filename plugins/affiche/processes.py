"""Work in other processes of one machine: shared between several, or tried out where it may stop who does it."""

from __future__ import annotations

import atexit
import gc
import os
import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, NamedTuple, TypeVar

T = TypeVar("T")
R = TypeVar("R")

#: Items that follow each other need the same things: a process takes so many in a row, and comes again so often.
LONGEST_STRETCH, LEAST_STRETCHES = 25, 8
MOST = 8
#: The most bytes that all processes together may come to hold: each may copy all that there was before it.
MOST_BYTES = 6_000_000_000

#: Where Linux says how many pages this process has (proc(5)).
_MEMORY = Path("/proc/self/statm")
#: The longest wait, in seconds, for an item that is tried out: its process may sleep for ever.
LONGEST_WAIT = 60

#: How seldom the garbage collector looks where much is made, and little of it dropped before the end.
PATIENCE = (200_000, 50, 50)

_FORK = get_context("fork") if sys.platform == "linux" else None


class ProcessLost(Exception):
    """A process was stopped before its work was done, by the system or by a person."""


def spare_collector() -> None:
    """For a process that does one thing and ends: its garbage collector looks seldom, and not at all at the end."""
    gc.set_threshold(*PATIENCE)
    atexit.register(gc.freeze)


def can_fork() -> bool:
    """Whether another process can be had safely: a fork has one thread only."""
    return _FORK is not None and threading.active_count() == 1


def count_workers(items: int, fewest: int) -> int:
    """How many processes pay, from so many items on; one where there can be no other."""
    if items < fewest or not can_fork():
        return 1
    return max(1, min(len(os.sched_getaffinity(0)), MOST, MOST_BYTES // _held_bytes() - 1))


def _held_bytes() -> int:
    """The most bytes that this process has held."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def share_out(items: Sequence[T], work: Callable[[Iterator[T]], R], workers: int, *, joins: bool = False) -> list[R]:
    """What `work` returns in each process, of the items that it took: half of them take from the end.

    So those that stand together are worked on by one process as far as can be. This process is one of them where it
    `joins`: it holds already what each other one comes to hold too. Raises `ProcessLost`; `work` itself must not raise,
    and what it returns is pickled.
    """
    ends = _context().Array("q", (0, len(items)))
    stretch = max(1, min(LONGEST_STRETCH, len(items) // (workers * LEAST_STRETCHES)))
    shares = [_Share(items, ends, stretch, number % 2 == 1, os.getpid()) for number in range(workers)]
    with _frozen_heap():
        running = [_start(_work, work, share) for share in shares[joins:]]
        try:
            own = [work(iter(share)) for share in shares[:joins]]
            return [*own, *_received([connection for _, connection in running])]
        finally:
            for process, connection in running:
                _end(process, connection)


class Bounds(NamedTuple):
    """What an item may take: seconds of a processor, bytes of memory beside what its process had before it."""

    seconds: float
    memory: int


#: What reading a file, or an image, may take, native parsers included.
FILE_BOUNDS = Bounds(seconds=2, memory=300_000_000)


def bounded(items: Iterable[T], bounds: Bounds) -> Iterator[T]:
    """The items; a process that takes more for one of them, native code included, is stopped by the system."""
    signal.signal(signal.SIGPROF, signal.SIG_DFL)
    for item in items:
        _bound_memory(bounds.memory)
        signal.setitimer(signal.ITIMER_PROF, bounds.seconds)
        yield item
    signal.setitimer(signal.ITIMER_PROF, 0)


def _bound_memory(more: int) -> None:
    """From now on, this process may have so many bytes more; without a bound where it cannot tell what it has."""
    try:
        pages = int(_MEMORY.read_text("ascii").split()[0])
    except OSError:
        return
    wanted, (_, hardest) = pages * resource.getpagesize() + more, resource.getrlimit(resource.RLIMIT_AS)
    is_free = hardest == resource.RLIM_INFINITY
    resource.setrlimit(resource.RLIMIT_AS, (wanted if is_free else min(wanted, hardest), hardest))


class Trial(Generic[T, R]):
    """Another process, in which `work` is tried on one item after the other; a process that is stopped is replaced.

    Items, and what `work` returns, are pickled.
    """

    def __init__(self, work: Callable[[T], R], bounds: Bounds) -> None:
        """There is no process before an item is tried."""
        self._work, self._bounds = work, bounds
        self._running: tuple[Any, Connection] | None = None

    def of(self, item: T) -> R | None:
        """What `work` returns of the item; None where it failed, or was stopped."""
        if self._running is None:
            with _frozen_heap():
                self._running = _start(_try, self._work, self._bounds, os.getpid())
        _, connection = self._running
        try:
            connection.send(item)
            answer: R | None = connection.recv() if connection.poll(LONGEST_WAIT) else None
        except (EOFError, OSError):
            answer = None
        if answer is None:
            self.end()
        return answer

    def end(self) -> None:
        """Ends the process; an item that is tried later has another one."""
        if self._running:
            _end(*self._running)
            self._running = None


def try_out(items: Sequence[T], work: Callable[[T], R], bounds: Bounds) -> list[R | None]:
    """What `work` returns of each item, in another process; None of one at which it failed, or was stopped."""
    trial = Trial(work, bounds)
    try:
        return [trial.of(item) for item in items]
    finally:
        trial.end()


def _try(work: Callable[[T], R], bounds: Bounds, parent: int, connection: Connection) -> None:
    for item in bounded(_asked(connection, parent), bounds):
        connection.send(work(item))


def _asked(connection: Connection, parent: int) -> Iterator[Any]:
    """The items that are sent, as long as there is somebody who waits for an answer."""
    while os.getppid() == parent:
        if connection.poll(1):
            yield connection.recv()


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
                if self.parent not in (os.getpid(), os.getppid()):
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


def _start(run: Callable[..., None], *arguments: Any) -> tuple[Any, Connection]:
    """A process that runs a function of these arguments and a connection, and the other end of that."""
    ours, theirs = _context().Pipe()
    process = _context().Process(target=run, args=(*arguments, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _end(process: Any, connection: Connection) -> None:
    process.kill()
    process.join()
    connection.close()


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
