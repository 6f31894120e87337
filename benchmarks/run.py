"""`make bench`: the same season built by several generators in turns, and what each build cost."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.cases import CASES, Lying, Project, lying
from benchmarks.corpus.season import Season
from benchmarks.kinds import expected_kinds, kinds_of
from benchmarks.outcome import Run, table, verdicts
from benchmarks.peers.peer import Peer
from benchmarks.peers.registry import PEERS
from benchmarks.usage import usage_of

RESULTS = Path(__file__).with_name("results.md")
MARK = "<!-- Below: made by `make bench`. -->\n"
#: A quarter of the events are over.
PAST = 4
#: Bytes that a season of ten thousand takes with every generator, sources and sites.
ROOM = 8_000_000_000


def main() -> None:
    """Measures what the variables SIZES, PEERS and RUNS ask for; PAST says how many are over, IMAGES=1 gives images."""
    sizes = [int(size) for size in os.environ.get("SIZES", "100 1000 10000").split()]
    names = os.environ.get("PEERS", " ".join(PEERS)).split()
    runs: dict[tuple[int, str, str], list[Run]] = {}
    for size in sizes:
        peers = [PEERS[name.lower()] for name in names if size <= PEERS[name.lower()].most]
        past, has_images = int(os.environ.get("PAST", size // PAST)), "IMAGES" in os.environ
        for case, name, run in measure(Season(size, past, has_images=has_images), peers, _runs()):
            runs.setdefault((size, case, name), []).append(run)
            print(f"{size:>6} {case:<25} {name:<10} {run.usage.wall:8.2f} s {run.usage.cpu:8.2f} s CPU", flush=True)
    text = f"{machine([PEERS[name.lower()] for name in names])}\n\n{table(runs)}\n\n{verdicts(runs)}\n"
    print(f"\n{text}")
    if os.environ.get("KEEP"):
        kept = RESULTS.read_text("utf-8").partition(MARK)[0]
        RESULTS.write_text(f"{kept}{MARK}\n{text}", "utf-8")


def measure(season: Season, peers: Sequence[Peer], runs: int) -> Iterator[tuple[str, str, Run]]:
    """Each case of each run, one generator after the other, so that a slow minute slows all."""
    with tempfile.TemporaryDirectory(dir=scratch()) as folder:
        projects = [Project(peer, season, Path(folder) / peer.name.lower()) for peer in peers]
        for project in projects:
            project.peer.make(season, project.root)
        for run in range(1, runs + 1):
            for case in CASES:
                for project in (each for each in projects if case not in each.peer.lacks):
                    yield case, project.peer.name, measure_case(project, case, run)


def measure_case(project: Project, case: str, run: int) -> Run:
    """One build, after what its case changes."""
    CASES[case](project, run)
    before = lying(project.out)
    try:
        usage = usage_of(project.peer.command, project.root, project.peer.environment)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"{project.peer.name}: {error.output.decode('utf-8', 'replace')}") from error
    after = lying(project.out)
    if project.peer.folders:
        require_kinds(project, after)
    written = sum(before.get(path) != place for path, place in after.items())
    return Run(usage, len(after), sum(os.lstat(path).st_size for path in after), written)


def require_kinds(project: Project, files: Lying) -> None:
    """Stops where a generator made less than all of them are to make."""
    paths = (Path(path).relative_to(project.out).as_posix() for path in files)
    found, expected = kinds_of(paths, project.peer.folders), expected_kinds(project.season)
    if found != expected:
        raise SystemExit(f"{project.peer.name} made {dict(found)}, not {dict(expected)}")


def scratch() -> Path:
    """A memory file system with room, else the folder of temporary files."""
    memory = Path("/dev/shm")  # noqa: S108 - only a folder of our own in it is written to
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > ROOM else Path(tempfile.gettempdir())


def machine(peers: Sequence[Peer]) -> str:
    """What it was measured on, and with which versions."""
    names = ", ".join(f"{peer.name} {peer.version()}" for peer in peers)
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, {platform.system()}, "
        f"Python {platform.python_version()}; files on {scratch()}. {names}; commit {commit.stdout.strip()}."
    )


def _processor() -> str:
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines() if sys.platform == "linux" else []
    return next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())


def _runs() -> int:
    return int(os.environ.get("RUNS", "3"))


if __name__ == "__main__":
    main()
