"""The benchmark's measures: what a process costs, what a site has, what figures say."""

from __future__ import annotations

import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from benchmarks.cases import CASES, Project, lying
from benchmarks.corpus.content import write_content
from benchmarks.corpus.project import copy_project
from benchmarks.corpus.season import NOW, Season
from benchmarks.kinds import expected_kinds, kinds_of
from benchmarks.outcome import Run, spread, verdicts
from benchmarks.peers.affiche import AFFICHE
from benchmarks.peers.registry import PEERS
from benchmarks.usage import Usage, usage_of
from tests.projects import build_project, files_of

SEASON = Season(20, past=5, has_images=False)
#: A child that takes 60 MB and time, while its parent waits.
CHILD = "x = bytearray(60_000_000)\nimport time\ntime.sleep(.5)\nsum(i * i for i in range(10 ** 6))"


def test_usage_counts_children(tmp_path: Path) -> None:
    parent = f"import subprocess, sys\nsubprocess.run([sys.executable, '-c', {CHILD!r}], check=True)"
    usage = usage_of([sys.executable, "-c", parent], tmp_path, {})
    assert (usage.wall > 0.5, usage.cpu > 0.02, usage.memory > 60_000_000) == (True, True, True)


def test_usage_tells_what_a_failed_command_said(tmp_path: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as caught:
        usage_of([sys.executable, "-c", "print('no'); raise SystemExit(3)"], tmp_path, {})
    assert (caught.value.returncode, caught.value.output) == (3, b"no\n")


def test_affiche_makes_every_kind_of_file(tmp_path: Path) -> None:
    root = tmp_path / "season"
    copy_project(root)
    write_content(SEASON, root)
    build_project(root, root / "site", NOW)
    assert kinds_of(files_of(root / "site"), AFFICHE.folders) == expected_kinds(SEASON)


def test_a_file_that_is_written_again_lies_otherwise(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).write_text(name)
    before = lying(tmp_path)
    (tmp_path / "b.new").write_text("b")
    (tmp_path / "b.new").replace(tmp_path / "b")
    after = lying(tmp_path)
    assert [Path(path).name for path in after if before[path] != after[path]] == ["b"]


@pytest.mark.parametrize("name", PEERS)
def test_every_run_changes_the_files_of_its_cases(tmp_path: Path, name: str) -> None:
    project = Project(PEERS[name], SEASON, tmp_path / name)
    project.peer.make(SEASON, project.root)
    cases = [case for case in CASES if case.startswith("one ") and case not in project.peer.lacks]
    for case, run in product(cases, (1, 2, 3)):
        before = files_of(project.root)
        CASES[case](project, run)
        assert before != files_of(project.root), (case, run)


def test_verdicts_compare_runs_of_one_turn() -> None:
    runs = {
        (size, "cold", peer): [Run(Usage(wall, wall, 100), 1, 1, 1) for wall in walls]
        for size, peer, walls in (
            (1_000, "Affiche", (1, 1, 2)),
            (1_000, "Hugo", (4, 2, 4)),
            (10_000, "Affiche", (9, 10, 11)),
        )
    }
    assert verdicts(runs).splitlines()[2:] == [
        "| 1000 | cold | wall | 0.50 (0.25 to 0.50) | 0.500 |",
        "| 1000 | cold | memory | 1.00 (1.00 to 1.00) | 0.500 |",
        "",
        "From 1,000 to 10,000 events Affiche takes 10.0 times as long; the goal is 10.5.",
    ]


def test_spread_is_the_median_between_the_extremes() -> None:
    assert spread([3, 1, 2]) == "2.00 (1.00 to 3.00)"
