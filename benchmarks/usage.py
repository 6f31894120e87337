"""What a command costs: wall and CPU seconds, and the most memory of its processes together."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import NamedTuple

#: Seconds between two looks at the memory.
EVERY = 0.1
_KIB = 1024


class Usage(NamedTuple):
    """Seconds of wall and CPU (user and system, children included), and bytes of memory at the worst moment."""

    wall: float
    cpu: float
    memory: int


def usage_of(command: Sequence[str], folder: Path, environment: Mapping[str, str]) -> Usage:
    """Runs a command to its end; raises CalledProcessError with its output when it fails.

    Memory is the proportional set, summed over the command and its descendants and looked at every `EVERY` seconds, or
    the kernel's own peak of the largest of them where that is more: the same for every generator.
    """
    # Byte code is kept, as where a program is installed: without it, each build would compile its generator.
    usual = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    with tempfile.TemporaryFile() as output:
        began = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=folder, env={**usual, **environment}, stdout=output, stderr=subprocess.STDOUT
        )
        watch = MemoryWatch(process.pid)
        _, status, spent = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        memory = max(watch.stop(), spent.ru_maxrss * _KIB)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            output.seek(0)
            raise subprocess.CalledProcessError(process.returncode, command, output.read())
    return Usage(wall, spent.ru_utime + spent.ru_stime, memory)


class MemoryWatch:
    """Looks at the memory of a process and its descendants, until it is stopped."""

    def __init__(self, pid: int) -> None:
        """Begins at once."""
        self._pid, self._most, self._is_over = pid, 0, Event()
        self._thread = Thread(target=self._look)
        self._thread.start()

    def stop(self) -> int:
        """The most bytes that were seen."""
        self._is_over.set()
        self._thread.join()
        return self._most

    def _look(self) -> None:
        while not self._is_over.wait(EVERY):
            self._most = max(self._most, resident(self._pid))


def resident(root: int) -> int:
    """The bytes that a process and its descendants hold now; a page that several share is divided among them."""
    parents = dict(_parents())
    family = {root}
    while added := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= added
    return sum(map(_share, family))


def _parents() -> Iterator[tuple[int, int]]:
    """Every process with its parent."""
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with suppress(OSError):
                yield int(entry.name), int((entry / "stat").read_text().rpartition(")")[2].split()[1])


def _share(pid: int) -> int:
    """The proportional set size of a process, nothing when it is over."""
    with suppress(OSError):
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next((int(line.split()[1]) * _KIB for line in lines if line.startswith("Pss:")), 0)
    return 0
