"""`affiche` as processes of their own that may be stopped, limited, or forbidden what root may do."""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Self

from tests.factories import NOW

ROOT = Path(__file__).parents[1]
#: What a command ends with that ended in an exception.
RAISED = 99
#: The version of the interface to a process's capabilities (linux/capability.h).
_CAPABILITIES = 0x20080522


@dataclass(frozen=True)
class Command:
    """A command line: killed after so many seconds, its files of at most so many bytes, without root's privileges."""

    arguments: tuple[str, ...] = ("build",)
    seconds: float = -1
    most_bytes: int = -1
    is_plain: bool = False


@dataclass(frozen=True)
class Done:
    """How a command ended: its exit code, or less than 0 by the number of a signal; what it said; how long it took."""

    code: int
    output: str
    wall_seconds: float


class Commands:
    """A process that has imported everything, and forks itself for each command in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        environment = {"PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]), "PATH": os.environ["PATH"]}
        self._process = subprocess.Popen(
            [sys.executable, "-c", "from tests.commands import serve; serve()"],
            cwd=folder, env=environment | {"SOURCE_DATE_EPOCH": str(int(NOW.timestamp()))}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._process.communicate()

    def run(self, *arguments: str, **options: Any) -> Done:
        """One command, when it has ended."""
        (done,) = self.run_at_once([Command(arguments, **options)])
        return done

    def run_at_once(self, commands: Iterable[Command]) -> list[Done]:
        """Several commands that begin together, when all have ended."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([asdict(command) for command in commands]) + "\n")
        self._process.stdin.flush()
        return [Done(**done) for done in json.loads(self._process.stdout.readline())]


def serve() -> None:
    """Runs the commands of each line of standard input, and says in a line how they ended."""
    from affiche.cli import build, check, making  # noqa: F401, PLC0415 - imported here, and so in no command

    for line in sys.stdin:
        running = [_start(Command(**command)) for command in json.loads(line)]
        print(json.dumps([asdict(_done(*each)) for each in running]), flush=True)  # noqa: T201


def _start(command: Command) -> tuple[Command, int, int, float]:
    started, (output, written) = time.monotonic(), os.pipe()
    process = os.fork()
    if process == 0:
        _become(command, written)
    os.close(written)
    return command, process, output, started


def _done(command: Command, process: int, output: int, started: float) -> Done:
    if command.seconds >= 0:
        time.sleep(command.seconds)
        os.kill(process, signal.SIGKILL)
    code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
    seconds = time.monotonic() - started
    os.set_blocking(output, False)
    with open(output, "rb", buffering=0) as said:
        return Done(code, (said.read(1 << 16) or b"").decode(), seconds)


def _become(command: Command, output: int) -> None:
    """This process is the command, and ends with it."""
    from affiche.cli import main  # noqa: PLC0415

    for descriptor in (1, 2):
        os.dup2(output, descriptor)
    if command.most_bytes >= 0:
        resource.setrlimit(resource.RLIMIT_FSIZE, (command.most_bytes, command.most_bytes))
    code = RAISED
    try:
        if command.is_plain:
            _drop_privileges()
        main(list(command.arguments))
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - whatever it is, the test has to see it
        traceback.print_exc()
    sys.stdout.flush()
    os._exit(code)


def _drop_privileges() -> None:
    """Files that their modes close are closed to this process too, though it may be root's."""
    if os.geteuid() == 0:
        head = (ctypes.c_uint32 * 2)(_CAPABILITIES, 0)
        if ctypes.CDLL(None, use_errno=True).capset(head, (ctypes.c_uint32 * 6)()) != 0:
            raise OSError(ctypes.get_errno(), "capset")
