"""The figures that were frozen, one JSON file a year: read at this place alone, and believed in no point."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from affiche.model.fields import LINE_LENGTH
from affiche.model.indicators import Snapshot
from affiche.model.source import Source
from affiche.problems import Fault, Place, Problem
from affiche.sources.hints import as_problem
from affiche.sources.paths import read_regular

FOLDER = "snapshots"
#: A thousand organisations with ten thousand pairs are half of it.
MOST_BYTES = 2_000_000
_NAME = re.compile(r"((?:19|2[01])[0-9]{2})[.]json")
#: A text, a sign, or anything else that stands by itself.
_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*"|[][{}:,]|[^][{}:,"\s]+')


@dataclass(frozen=True, slots=True)
class Snapshots:
    """What was frozen by year, and what is wrong with the files that are none."""

    by_year: Mapping[int, Snapshot] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


def load_snapshots(root: Path) -> Snapshots:
    """Every snapshot of a folder of content; links are never followed."""
    folder = root / FOLDER
    if folder.is_symlink():
        return Snapshots(problems=(as_problem(Fault("file-symlink"), Source(f"content/{FOLDER}")),))
    found: dict[int, Snapshot] = {}
    problems: list[Problem] = []
    for path in sorted(_files(folder)):
        name = f"content/{FOLDER}/{path.name}"
        snapshot = _read(path)
        if isinstance(snapshot, Snapshot):
            found[snapshot.year] = snapshot
        else:
            problems += (as_problem(fault, Source(name)) for fault in snapshot)
    return Snapshots(found, tuple(problems))


def _files(folder: Path) -> list[Path]:
    """What lies in the folder, but for what is hidden or explains it; nothing where it cannot be opened."""
    try:
        paths = [*folder.iterdir()]
    except OSError:
        return []
    return [path for path in paths if not path.name.startswith(".") and path.name != "README.md"]


def _read(path: Path) -> Snapshot | list[Fault]:
    name = _NAME.fullmatch(path.name)
    if not name:
        return [Fault("snapshot-name", values={"name": path.name})]
    data = read_regular(path, MOST_BYTES)
    if isinstance(data, Fault):
        return [data]
    snapshot = parse_snapshot(data)
    if isinstance(snapshot, Snapshot) and snapshot.year != int(name[1]):
        line, column = _places(data.decode()).get(("year",), (1, 1))
        return [
            Fault("snapshot-year", values={"value": str(snapshot.year), "name": path.name}, line=line, column=column)
        ]
    return snapshot


def parse_snapshot(data: bytes) -> Snapshot | list[Fault]:
    """A snapshot from the bytes of its file (JSON, RFC 8259), or all that is wrong with them, each at its line."""
    try:
        text = data.decode("utf-8")
        json.loads(text)
    except json.JSONDecodeError as error:
        return [Fault("snapshot-format", line=error.lineno, column=error.colno)]
    except (ValueError, RecursionError):
        return [Fault("snapshot-format", line=1)]
    try:
        return _adapter().validate_json(data)
    except ValidationError as error:
        return [*_value_faults(error, text)]


@cache
def _adapter() -> TypeAdapter[Snapshot]:
    return TypeAdapter(Snapshot)


def _value_faults(error: ValidationError, text: str) -> Iterator[Fault]:
    """A fault for each value that cannot stand, at its line or at that of what should hold it."""
    places = _places(text)
    for each in error.errors(include_url=False, include_context=False, include_input=False):
        at: Place = each["loc"]
        while at and at not in places:
            at = at[:-1]
        line, column = places.get(at, (1, 1))
        name = ".".join(map(str, each["loc"]))[:LINE_LENGTH] or "…"
        yield Fault("snapshot-value", values={"name": name}, line=line, column=column)


def _places(text: str) -> dict[Place, tuple[int, int]]:
    """The line and column, from 1, of each value of a JSON text that can be read."""
    places: dict[Place, tuple[int, int]] = {}
    around: list[str | int] = []
    key = ""
    for number, line in enumerate(text.split("\n"), 1):
        for token in _TOKEN.finditer(line):
            said = token[0]
            if said in "}]":
                around.pop()
            elif said == ":":
                around[-1] = str(json.loads(key))
                places.pop((*around[:-1], ""), None)
            elif said == ",":
                last = around[-1]
                around[-1] = last + 1 if isinstance(last, int) else ""
            else:
                places.setdefault(tuple(around), (number, token.start() + 1))
                key = said
                if said in "{[":
                    around.append("" if said == "{" else 0)
    return places
