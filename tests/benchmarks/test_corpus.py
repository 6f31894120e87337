"""The benchmark's season: without a fault, the same each time, of every kind, past and to come as asked for."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from statistics import median

import pytest

from affiche.build import prepare_site
from benchmarks.corpus.content import write_content
from benchmarks.corpus.history import commit_history
from benchmarks.corpus.project import copy_project
from benchmarks.corpus.season import NOW, TODAY, Season
from tests.projects import files_of, plan_of
from tests.repositories import Repository

SEASON = Season(80, past=20)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The season as a project of Affiche."""
    root = tmp_path_factory.mktemp("season")
    copy_project(root)
    write_content(SEASON, root)
    return root


def test_season_has_no_problem(project: Path) -> None:
    prepared = prepare_site(plan_of(project, NOW))
    assert [f"{problem.path}: {problem.code}" for problem in prepared.problems] == []
    assert [type(record).__name__ for record in prepared.content.records].count("Event") == 80


def test_season_is_the_same_each_time(project: Path, tmp_path: Path) -> None:
    write_content(Season(80, past=20), tmp_path)
    assert files_of(tmp_path / "content/events") == files_of(project / "content/events")


def test_season_has_every_kind_of_date_and_status() -> None:
    kinds = Counter(event.when.kind for event in SEASON.events)
    assert kinds == {"date": 56, "run": 8, "dates": 8, "rule": 4, "month": 4}
    assert {event.when.status for event in SEASON.events} == {
        "scheduled", "cancelled", "rescheduled", "moved-online", "postponed",
    }  # fmt: skip


def test_season_is_past_as_far_as_asked() -> None:
    assert [event.when.last < TODAY for event in SEASON.events] == [True] * 20 + [False] * 60


def test_texts_are_as_long_as_real_ones() -> None:
    words = [len(body.split()) for event in Season(400).events for body in event.body]
    assert (min(words), median(words), max(words)) == (102, 167.5, 240)


def test_history_dates_every_event(project: Path, tmp_path: Path) -> None:
    root = tmp_path / "repository"
    copy_project(root)
    write_content(SEASON, root)
    commit_history(root)
    dates = Repository(root).history.dates
    assert {id_ for collection, id_ in dates if collection == "events"} == {event.id for event in SEASON.events}
    assert max(each.updated for each in dates.values()) < NOW
