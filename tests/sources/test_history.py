"""History, read from scripted repositories."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, datetime
from pathlib import Path

import pytest

from affiche.model.history import Dates, History
from affiche.sources.lives import load_history
from tests.repositories import IDENTITY, Repository, day, make_repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    return make_repository(tmp_path)


def test_record_is_published_and_changed_by_committers_dates(repository: Repository) -> None:
    repository.commit(1, a="1", b="1")
    repository.commit(2, a="2")
    repository.commit(3, a="3")
    assert repository.history == History(
        {("events", "a"): Dates(day(1), day(3)), ("events", "b"): Dates(day(1), day(1))}, is_shallow=False
    )


def test_date_is_in_utc_whatever_the_committer_s_zone(repository: Repository) -> None:
    repository.write("content/events/a.md", "1")
    repository.git("add", "--all")
    subprocess.run(
        ["git", *IDENTITY, "commit", "--quiet", "--message", "change"],
        cwd=repository.root,
        check=True,
        env={"GIT_COMMITTER_DATE": "2026-01-05T23:30:00-05:00", "PATH": os.environ["PATH"]},
    )
    moment = datetime(2026, 1, 6, 4, 30, tzinfo=UTC)
    dates = repository.history.of("events", "a")
    assert dates == Dates(moment, moment)
    assert dates.published.tzinfo is UTC


def test_change_of_a_branch_is_dated_by_its_merge(repository: Repository) -> None:
    repository.commit(1, a="1", b="1")
    repository.git("switch", "--create", "branch")
    repository.commit(2, a="2", c="1")
    repository.commit(3, a="3")
    repository.git("switch", "main")
    repository.commit(4, b="2")
    repository.merge(5, "branch")
    assert repository.dates == {"a": (1, 5), "b": (1, 4), "c": (5, 5)}


def test_change_of_a_branch_within_a_branch_is_dated_by_the_last_merge(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.git("switch", "--create", "outer")
    repository.git("switch", "--create", "inner")
    repository.commit(2, b="1")
    repository.git("switch", "outer")
    repository.merge(3, "inner")
    repository.git("switch", "main")
    repository.merge(4, "outer")
    assert repository.dates == {"a": (1, 1), "b": (4, 4)}


def test_main_branch_merged_into_a_branch_changes_nothing(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.git("switch", "--create", "branch")
    repository.commit(2, b="1")
    repository.git("switch", "main")
    repository.commit(3, a="2")
    repository.git("switch", "branch")
    repository.merge(4, "main")
    repository.git("switch", "main")
    repository.merge(5, "branch")
    assert repository.dates == {"a": (1, 3), "b": (5, 5)}


def test_merge_that_drops_a_branch_s_change_is_none(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.git("switch", "--create", "branch")
    repository.commit(2, a="2", b="1")
    repository.git("switch", "main")
    repository.merge(3, "branch", "--strategy=ours")
    assert repository.dates == {"a": (1, 1)}


def test_conflict_settled_in_a_merge_is_its_change(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.git("switch", "--create", "branch")
    repository.commit(2, a="2")
    repository.git("switch", "main")
    repository.commit(3, a="3")
    repository.git("merge", "--no-ff", "--no-commit", "--strategy=ours", "branch")
    repository.commit(4, a="2 and 3")
    assert repository.dates == {"a": (1, 4)}


def test_squashed_and_fast_forwarded_commits_have_their_own_dates(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.git("switch", "--create", "branch")
    repository.commit(2, b="1")
    repository.git("switch", "main")
    repository.git("merge", "--ff-only", "branch")
    repository.git("switch", "--create", "other")
    repository.commit(3, c="1")
    repository.git("switch", "main")
    repository.git("merge", "--squash", "other")
    repository.git("commit", "--message", "squashed", on=4)
    assert repository.dates == {"a": (1, 1), "b": (2, 2), "c": (4, 4)}


def test_moved_file_is_no_change(repository: Repository) -> None:
    repository.commit(1, a="1", b="1")
    (repository.root / "content/events/2026").mkdir()
    repository.git("mv", "content/events/a.md", "content/events/2026/a.md")
    repository.git("mv", "content/events/b.md", "content/events/2026/b.md")
    repository.write("content/events/2026/b.md", "2")
    repository.commit(2)
    assert repository.dates == {"a": (1, 1), "b": (1, 2)}


def test_record_under_another_id_is_another_record(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.git("mv", "content/events/a.md", "content/events/b.md")
    repository.commit(2)
    assert repository.dates == {"a": (1, 1), "b": (2, 2)}


def test_deleted_record_keeps_its_dates_when_it_returns(repository: Repository) -> None:
    repository.commit(1, a="1", b="1")
    repository.commit(2, a=None, b=None)
    assert repository.dates == {"a": (1, 1), "b": (1, 1)}
    repository.commit(3, a="1", b="2")
    assert repository.dates == {"a": (1, 1), "b": (1, 3)}


def test_change_that_is_taken_back_is_two_changes(repository: Repository) -> None:
    for number, text in enumerate("121", start=1):
        repository.commit(number, a=text)
    assert repository.dates == {"a": (1, 3)}


def test_commit_dated_before_the_one_it_follows_sets_nothing_back(repository: Repository) -> None:
    for number, text in ((2, "1"), (5, "2"), (4, "3")):
        repository.commit(number, a=text)
    assert repository.dates == {"a": (2, 5)}


def test_mode_of_a_file_is_no_change(repository: Repository) -> None:
    repository.commit(1, a="1")
    (repository.root / "content/events/a.md").chmod(0o755)
    repository.commit(2)
    assert repository.dates == {"a": (1, 1)}


def test_other_files_have_no_history(repository: Repository) -> None:
    for path in ("content/README.md", "content/events/a.jpg", "docs/events/a.md", "content/organisations/é.md"):
        repository.write(path, "1")
    repository.commit(1)
    assert repository.history.dates.keys() == {("organisations", "é")}


def test_content_may_be_the_repository_itself(repository: Repository) -> None:
    repository.write("events/2026/a.md", "1")
    repository.commit(1)
    assert load_history(repository.root).of("events", "a") == Dates(day(1), day(1))


def test_content_may_lie_below_the_top(repository: Repository) -> None:
    repository.write("sites/brussels/content/events/a.md", "1")
    repository.commit(1, a="1")
    repository.write("sites/brussels/content/events/a.md", "2")
    repository.commit(2)
    assert load_history(repository.root / "sites/brussels/content").of("events", "a") == Dates(day(1), day(2))
    assert repository.dates == {"a": (1, 1)}


def test_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    repository.commit(1, a="1")
    repository.commit(2, b="1")
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    assert clone.history.is_shallow
    assert clone.dates == {"a": (2, 2), "b": (2, 2)}


def test_no_repository_is_no_history(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert load_history(tmp_path / "content") == History()
    assert load_history(tmp_path / "nowhere") == History()


def test_repository_without_commits_is_no_history(repository: Repository) -> None:
    repository.write("content/events/a.md", "1")
    assert repository.history == History()


def test_file_that_is_not_committed_is_not_there(repository: Repository) -> None:
    repository.commit(1, a="1")
    repository.write("content/events/a.md", "2")
    repository.write("content/events/b.md", "1")
    assert repository.dates == {"a": (1, 1)}
    assert repository.history.of("events", "b") is None


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_repository_of_somebody_else_is_read(repository: Repository) -> None:
    repository.commit(1, a="1")
    for path in [repository.root, *repository.root.rglob("*")]:
        os.chown(path, 12345, 12345)
    assert repository.dates == {"a": (1, 1)}


@pytest.mark.parametrize(
    "setting",
    [
        ("log.diffMerges", "combined"),
        ("log.diffMerges", "off"),
        ("log.follow", "true"),
        ("log.showRoot", "false"),
        ("log.showSignature", "true"),
        ("log.date", "relative"),
        ("core.quotePath", "true"),
        ("core.abbrev", "4"),
        ("diff.renames", "copies"),
        ("diff.noprefix", "true"),
        ("diff.external", "false"),
        ("color.ui", "always"),
        ("format.pretty", "oneline"),
    ],
)
def test_settings_of_a_person_change_nothing(repository: Repository, setting: tuple[str, str]) -> None:
    repository.commit(1, a="1", é="1")
    repository.git("switch", "--create", "branch")
    repository.commit(2, b="1")
    repository.git("switch", "main")
    repository.merge(3, "branch")
    repository.git("config", *setting)
    assert repository.dates == {"a": (1, 1), "é": (1, 1), "b": (3, 3)}


def test_name_of_a_file_is_never_taken_for_a_commit(repository: Repository) -> None:
    repository.write("content/events/a\u2028commit:2020-01-01T00:00:00Z.md", "1")
    repository.write("content/events/b\u2028:100644.md", "1")
    repository.commit(1, c="1")
    assert repository.dates["c"] == (1, 1)


def test_history_is_one_log_whatever_the_number_of_files(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    repository.commit(1, **{f"event-{number}": "1" for number in range(50)})
    repository.commit(2, **{f"event-{number}": "2" for number in range(50)})
    calls = tmp_path / "calls"
    monkeypatch.setenv("GIT_TRACE2_EVENT", str(calls))
    assert repository.dates == {f"event-{number}": (1, 2) for number in range(50)}
    commands = [line for line in calls.read_text(encoding="utf-8").splitlines() if '"event":"cmd_name"' in line]
    assert sum('"name":"log"' in command for command in commands) == 1
    assert len(commands) == 2
