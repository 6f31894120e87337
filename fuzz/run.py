"""`make fuzz`: each target for its share of the time. What is found is put into `tests/found/`, and fails."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from affiche.model.fingerprint import digest_bytes
from affiche.processes import FILE_BOUNDS, try_out
from fuzz.seeds import seeds_of, words
from fuzz.targets import TARGETS, try_target
from tests.projects import ROOT
from tests.test_found import FOUND

#: What earlier runs came to, and begin with: inputs that each reach something of their own.
CORPUS = ROOT / "fuzz" / "corpus"
#: Beside the targets: what hypothesis tries in the ordinary tests, many times more.
PROPERTIES = "properties"
#: The most memory of a process that fuzzes, in MB: what it has to begin with, and what a file may take.
MOST_MEMORY = 250 + FILE_BOUNDS.memory // 1_000_000
#: After so many seconds, of the clock, an input counts as one that never ends.
LONGEST = 30


class Outcome(NamedTuple):
    """What came of a target: seconds of a processor, executions, coverage at first and at last, inputs that stop it."""

    name: str
    seconds: float = 0
    runs: int = 0
    first: int = 0
    last: int = 0
    found: Sequence[Path] = ()

    def __str__(self) -> str:
        """A line of the report."""
        found = " ".join(str(path.relative_to(ROOT)) for path in self.found) or "-"
        coverage = f"{self.first} > {self.last}"
        return f"{self.name:14} {self.seconds / 60:7.1f} min {self.runs:10} runs  coverage {coverage:14} {found}"

    def and_then(self, other: Outcome) -> Outcome:
        """Both together, where the other came after it."""
        spent, runs = self.seconds + other.seconds, self.runs + other.runs
        return Outcome(self.name, spent, runs, self.first or other.first, other.last, other.found)


def fuzz(name: str, seconds: float) -> Outcome:
    """Fuzzes a target for so long, or until something is found that stops it in a process of its own too."""
    ends, outcome = time.monotonic() + seconds, Outcome(name)
    while not outcome.found and (left := int(ends - time.monotonic())) > 0:
        outcome = outcome.and_then(_fuzzed(name, left))
    return outcome


def _fuzzed(name: str, seconds: int) -> Outcome:
    """A run of libFuzzer, which ends at the first input that stops the target."""
    with TemporaryDirectory() as folder:
        before = _spent()
        log = _run(name, seconds, Path(folder))
        runs = re.search(r"number_of_executed_units: (\d+)", log)
        if not runs:
            raise RuntimeError(log)
        covered = [int(each) for each in re.findall(r" cov: (\d+) ", log)] or [0]
        found = [*_confirmed(name, Path(folder).glob("*-*"))]
        return Outcome(name, _spent() - before, int(runs[1]), covered[0], covered[-1], found)


def _spent() -> float:
    """The seconds of a processor that the processes took which this one has started, and which have ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _run(name: str, seconds: int, folder: Path) -> str:
    """What libFuzzer says of a target; inputs that stop it are put into the folder."""
    corpus, tokens = CORPUS / name, folder / "words"
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in seeds_of(name):
        (corpus / digest_bytes(seed)).write_bytes(seed)
    tokens.write_text("".join(f'"{_escaped(word)}"\n' for word in words()), encoding="ascii")
    options = {
        "max_total_time": seconds,
        "timeout": LONGEST,
        "rss_limit_mb": MOST_MEMORY,
        "dict": tokens,
        "artifact_prefix": f"{folder}/",
        "print_final_stats": 1,
    }
    told = [f"-{option}={value}" for option, value in options.items()]
    command = [sys.executable, "-m", "fuzz.one", name, *told, str(corpus)]
    return subprocess.run(command, capture_output=True, check=False, cwd=ROOT).stderr.decode("utf-8", "replace")


def _escaped(word: bytes) -> str:
    """A word as a dictionary of libFuzzer has it."""
    return "".join(f"\\x{byte:02x}" for byte in word)


def _confirmed(name: str, inputs: Iterable[Path]) -> Iterator[Path]:
    """Inputs that stop the target without libFuzzer too, which is slow, each where the tests find it."""
    for path in inputs:
        data = path.read_bytes()
        if try_out([data], partial(_ended, name), FILE_BOUNDS) == [None]:
            kept = FOUND / name / digest_bytes(data)
            kept.parent.mkdir(parents=True, exist_ok=True)
            kept.write_bytes(data)
            yield kept


def _ended(name: str, data: bytes) -> bool:
    try_target(name, data)
    return True


def try_properties() -> bool:
    """Whether what hypothesis tries holds, with many examples, others each time."""
    apart = [f"--ignore=tests/{folder}" for folder in ("browser", "scripts")]
    command = [sys.executable, "-m", "pytest", "-q", "-m", "hypothesis", "--hypothesis-profile=thorough", *apart]
    return subprocess.run(command, check=False, cwd=ROOT).returncode == 0


def main(minutes: str, *names: str) -> int:
    """The exit code: 1 where anything was found, 2 for a target that is none. Without names, all is tried."""
    chosen = names or (*TARGETS, PROPERTIES)
    if unknown := sorted({*chosen} - {*TARGETS, PROPERTIES}):
        print(f"no such target: {', '.join(unknown)}; there are {', '.join((*TARGETS, PROPERTIES))}", file=sys.stderr)
        return 2
    targets, is_well = [name for name in chosen if name in TARGETS], True
    for name in targets:
        outcome = fuzz(name, float(minutes) * 60 / len(targets))
        is_well = is_well and not outcome.found
        print(outcome, flush=True)
    if PROPERTIES in chosen:
        is_well = try_properties() and is_well
    return 0 if is_well else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
