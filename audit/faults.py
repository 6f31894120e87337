"""System calls that fail while a site is built (strace): it stays whole, says why, and the next one repairs it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from audit.outcome import Outcome, nothing
from tests.projects import files_of, make_tiny

#: What a build asks of a disk, and the error that it gets; full disks and short files have tests of their own.
CALLS = {
    "linkat": "ENOSPC",
    "mkdir": "ENOSPC",
    "renameat2": "EIO",
    "rename": "EIO",
    "syncfs": "EIO",
    "fsync": "EIO",
    "unlink": "EIO",
    "unlinkat": "EIO",
    "rmdir": "EIO",
    "flock": "EIO",
}
#: Which of the calls fail: the first, a later one, all from there on.
TIMES = ("1", "30", "30+")
TITLES = ("Bal", "Grand bal")


def measure() -> Iterator[Outcome]:
    """Each call that fails, then the build after all of them."""
    with TemporaryDirectory() as folder:
        root, sites = make_tiny(Path(folder)), []
        for title in TITLES:
            _entitle(root, title)
            _run(root)
            sites.append(files_of(root / "site"))
        for number, (call, error) in enumerate(CALLS.items()):
            _entitle(root, TITLES[number % 2])
            for times in TIMES:
                yield nothing(f"{call} {times}", _troubles(root, sites, f"{call}:error={error}:when={times}"))
        _entitle(root, TITLES[0])
        last = _run(root)
        is_whole = files_of(root / "site") == sites[0]
        yield nothing("the build after them", [] if is_whole and not last.returncode else [last.stdout])


def _troubles(root: Path, sites: list[dict[str, bytes]], fault: str) -> Iterator[str]:
    done = _run(root, "strace", "-f", "-qq", "-o", "/dev/null", "-e", f"inject={fault}")
    if "Traceback" in done.stdout or done.returncode not in (0, 1):
        yield done.stdout
    if done.returncode and not done.stdout.splitlines()[-1].startswith("affiche: "):
        yield f"refused without a reason: {done.stdout}"
    if files_of(root / "site") not in sites:
        yield "a site that is no whole build"


def _entitle(root: Path, title: str) -> None:
    place = root / "content" / "events" / "bal.md"
    lines = place.read_text(encoding="utf-8").splitlines()
    place.write_text("\n".join([lines[0], f'title: "{title}"', *lines[2:], ""]), encoding="utf-8")


def _run(root: Path, *tracer: str) -> subprocess.CompletedProcess[str]:
    """A build at a fixed moment, of which no byte code is kept: writing that is no business of ours."""
    settings = {"SOURCE_DATE_EPOCH": "1795262400", "PYTHONDONTWRITEBYTECODE": "1"}
    command = ["env", *(f"{name}={value}" for name, value in settings.items()), *tracer, "affiche", "build"]
    return subprocess.run(
        command, cwd=root, check=False, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8"
    )
