"""What a build costs: 200 against 2,000 events in two languages, each in a process of its own."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.corpus.content import write_content  # noqa: E402 - after the path is set
from benchmarks.corpus.season import Season  # noqa: E402

SIZES = (200, 2_000)
RUNS = 3
CLOCK = {"SOURCE_DATE_EPOCH": "1795000000"}


def measure(folder: Path) -> float:
    """CPU seconds, user and system, of one build of a folder."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [
        str(Path(sys.executable).with_name("affiche")),
        "build",
        "--config-file",
        str(folder / "mkdocs.yml"),
        "--out",
        str(folder / "site"),
    ]
    subprocess.run(command, check=True, env=os.environ | CLOCK, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def prepare(folder: Path, events: int) -> None:
    """A project with that many events and our own settings, templates and data."""
    write_content(Season(events), folder)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("overrides", "data"):
        shutil.copytree(ROOT / name, folder / name)


def main() -> None:
    """Prints a table of clean and repeated builds, and how both grow."""
    figures: dict[str, dict[str, float]] = {}
    with tempfile.TemporaryDirectory() as scratch:
        for events in SIZES:
            folder = Path(scratch) / str(events)
            prepare(folder, events)
            clean, again = [], []
            for _ in range(RUNS):
                shutil.rmtree(folder / "site", ignore_errors=True)
                clean.append(measure(folder))
                again.append(measure(folder))
            figures[str(events)] = {"clean": sorted(clean)[RUNS // 2], "unchanged": sorted(again)[RUNS // 2]}
    print("events   clean (CPU s)   unchanged (CPU s)")
    for events, row in figures.items():
        print(f"{events:>6}   {row['clean']:13.2f}   {row['unchanged']:17.2f}")
    small, large = (figures[str(events)] for events in SIZES)
    ratios = {name: round(large[name] / small[name], 2) for name in small}
    print(f"{SIZES[1] // SIZES[0]} times the events: {json.dumps(ratios)} times the CPU")


if __name__ == "__main__":
    main()
