"""A generator of the comparison: how its project is made, built and changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.corpus.season import Event, Season


@dataclass(frozen=True)
class Peer:
    """A generator; paths are below the folder of its project.

    `out` is the site; `caches` are what else a cold build starts without. `event`, `house` and `template` are the files
    of one event, one organisation and one template; `comment` is how a template says nothing. `folders` is where each
    kind of page lies, as patterns. `most` is the number of events that it survives in good time.
    """

    name: str
    version: Callable[[], str]
    make: Callable[[Season, Path], None]
    command: Sequence[str]
    out: str
    event: Callable[[Season], Sequence[str]]
    house: Sequence[str]
    template: str
    comment: str
    folders: Mapping[str, str]
    environment: Mapping[str, str] = field(default_factory=dict)
    caches: Sequence[str] = ()
    most: int = 1_000_000


def changed_event(season: Season) -> Event:
    """The event whose title the benchmark changes: an evening soon."""
    return next(event for event in season.events[season.past :] if event.when.kind == "date")
