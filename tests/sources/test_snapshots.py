"""Frozen figures as they are read: whole, or not at all, each mistake at its line."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from affiche.build import prepare_site
from affiche.outputs.indicators.data import render_snapshot
from affiche.outputs.indicators.periods import freeze
from affiche.sources.snapshots import MOST_BYTES, load_snapshots, parse_snapshot
from tests.outputs.indicators.example import busy_site
from tests.projects import make_tiny, plan_of

DATA = render_snapshot(freeze(busy_site(), 2025))
LINES = DATA.decode().split("\n")

Broken = Callable[[dict[str, Any]], object]


def told(root: Path, **files: bytes) -> list[tuple[str, int, str]]:
    """The file, line and code of each problem of a folder of snapshots."""
    folder = root / "snapshots"
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_bytes(data)
    return [(each.path, each.line, each.code) for each in load_snapshots(root).problems]


def line_of(text: str) -> int:
    return next(number for number, line in enumerate(LINES, 1) if line.strip().startswith(text))


def test_a_snapshot_is_found_by_its_year(tmp_path: Path) -> None:
    assert told(tmp_path, **{"2025.json": DATA}) == []
    assert [*load_snapshots(tmp_path).by_year] == [2025]


def test_no_folder_is_no_snapshot(tmp_path: Path) -> None:
    assert load_snapshots(tmp_path).by_year == {}
    (tmp_path / "snapshots").write_text("a file")
    assert load_snapshots(tmp_path).by_year == {}


def test_what_is_hidden_or_explains_is_no_snapshot(tmp_path: Path) -> None:
    assert told(tmp_path, **{".keep": b"", "README.md": b"Figures"}) == []


@pytest.mark.parametrize("name", ["2025.txt", "2025-2026.json", "twelve.json", "02025.json", "2300.json"])
def test_another_name_is_told(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, **{name: DATA}) == [(f"content/snapshots/{name}", 1, "snapshot-name")]


def test_the_year_of_another_file_is_told_at_its_line(tmp_path: Path) -> None:
    assert told(tmp_path, **{"2024.json": DATA}) == [("content/snapshots/2024.json", 3, "snapshot-year")]
    assert load_snapshots(tmp_path).by_year == {}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"{", 1),
        (b'{\n "version": 1,\n "year" 2025\n}', 3),
        (b"\xff\xfe", 1),
        (b"[" * 100_000, 1),
        (DATA.replace(b'"events"', b"events", 1), line_of('"events"')),
    ],
)
def test_what_is_no_json_is_told_where_it_stops(tmp_path: Path, data: bytes, line: int) -> None:
    assert told(tmp_path, **{"2025.json": data}) == [("content/snapshots/2025.json", line, "snapshot-format")]


@pytest.mark.parametrize("data", [b"null", b"[]", b"1", b'"a"', b"{}", b'{"version": 2}'])
def test_other_json_is_told_and_is_no_crash(tmp_path: Path, data: bytes) -> None:
    assert {code for _, _, code in told(tmp_path, **{"2025.json": data})} == {"snapshot-value"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('  "events": ', '  "events": -'),
        ('  "dates": ', '  "dates": 1e9, "x": '),
        ('  "completeness": ', '  "completeness": 1'),
        (' "version": 1', ' "version": 2'),
        (' "frozen": "2026-11-21"', ' "frozen": "hier"'),
        ('    "id": "ana"', '    "id": "../ana"'),
        ('     "und": "Ana"', '     "und": "A\\u202ena"'),
        ('     "und": "Ana"', '     "<b>": "Ana"'),
        ('  "undated": 1', '  "undated": "1"'),
        ('  "undated": 1', '  "undated": NaN'),
        ('  "undated": 1', '  "undated": true'),
    ],
)
def test_a_value_that_cannot_stand_is_told_at_its_line(tmp_path: Path, old: str, new: str) -> None:
    assert old.encode() in DATA
    line = next(number for number, text in enumerate(LINES, 1) if text.startswith(old))
    problems = told(tmp_path, **{"2025.json": DATA.replace(old.encode(), new.encode(), 1)})
    assert {(path, code) for path, _, code in problems} == {("content/snapshots/2025.json", "snapshot-value")}
    assert min(abs(found - line) for _, found, _ in problems) <= 1


def test_more_than_all_is_told(tmp_path: Path) -> None:
    value = json.loads(DATA)
    value["figures"]["shares"]["free"] = {"count": 3, "of": 2}
    assert [code for _, _, code in told(tmp_path, **{"2025.json": json.dumps(value).encode()})] == ["snapshot-value"]


def test_a_link_and_a_giant_are_told(tmp_path: Path) -> None:
    assert told(tmp_path, **{"2025.json": b" " * (MOST_BYTES + 1)}) == [
        ("content/snapshots/2025.json", 1, "file-too-large")
    ]
    (tmp_path / "snapshots/2025.json").unlink()
    (tmp_path / "snapshots/2025.json").symlink_to("/etc/passwd")
    assert told(tmp_path) == [("content/snapshots/2025.json", 1, "file-symlink")]


def test_a_folder_that_is_a_link_is_told(tmp_path: Path) -> None:
    (tmp_path / "away").mkdir()
    (tmp_path / "snapshots").symlink_to("away")
    assert [each.code for each in load_snapshots(tmp_path).problems] == ["file-symlink"]


def test_a_broken_snapshot_costs_nobody_a_page(tmp_path: Path) -> None:
    root = make_tiny(tmp_path)
    folder = root / "content/snapshots"
    folder.mkdir()
    (folder / "2025.json").write_bytes(b"{")
    prepared = prepare_site(plan_of(root))
    assert [(each.path, each.code) for each in prepared.problems if each.is_error] == [
        ("content/snapshots/2025.json", "snapshot-format")
    ]
    assert (prepared.site.snapshots, len(prepared.site.calendar.public)) == ({}, 1)


def test_a_value_of_several_lines_is_found() -> None:
    faults = parse_snapshot(b'{\n "version": 1,\n "figures": {\n  "events":\n   [1,\n    {"a": "b\\"}"}]\n }\n}')
    assert isinstance(faults, list)
    assert 5 in {fault.line for fault in faults}
