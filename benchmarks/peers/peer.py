"""A generator of the comparison: how its project is made, built and changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.season import Event, Season

#: Where `make bench` installs the generators that are Python packages.
BENCH_VENV = Path(__file__).resolve().parents[1] / ".venv"
BENCH_BIN = BENCH_VENV / "bin"


@dataclass(frozen=True)
class Peer:
    """A generator; paths are below the folder of its project.

    `out` is the site; `caches` are what else a cold build starts without. `event`, `house` and `template` are the files
    of one event, one organisation and one template, empty where it has none; `comment` is how a template says nothing.
    `folders` is where each kind of page lies, as patterns, for one that makes them all. `most` is the number of events
    that it survives in good time.
    """

    name: str
    version: Callable[[], str]
    make: Callable[[Season, Path], None]
    command: Sequence[str]
    out: str
    event: Callable[[Season], Sequence[str]]
    house: Sequence[str] = ()
    template: str = ""
    comment: str = ""
    folders: Mapping[str, str] = field(default_factory=dict)
    environment: Mapping[str, str] = field(default_factory=dict)
    caches: Sequence[str] = ()
    most: int = 1_000_000

    @property
    def lacks(self) -> frozenset[str]:
        """The cases that it cannot have."""
        cases = {"one organisation changed": self.house, "one template changed": self.template}
        return frozenset(case for case, changed in cases.items() if not changed)


def write_file(path: Path, text: str) -> None:
    """Writes a text, and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def changed_event(season: Season) -> Event:
    """The event whose title the benchmark changes: an evening soon."""
    return next(event for event in season.events[season.past :] if event.when.kind == "date")
