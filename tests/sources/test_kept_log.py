"""The log that is kept of a repository: used for what it is the log of, and never otherwise."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from affiche.sources.history import State, load_log, load_state
from affiche.sources.kept_log import load_kept_log
from tests.damage import damages
from tests.repositories import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with three commits, whose log is kept."""
    made = Repository(tmp_path / "repository")
    made.root.mkdir()
    made.git("init", "--quiet", "--initial-branch", "main")
    made.write(".gitignore", ".affiche/\n")
    for number in (1, 2, 3):
        made.commit(number, **{f"event-{number}": "1", "other": f"{number}"})
    load(made)
    return made


def kept_in(repository: Repository) -> Path:
    return repository.root / ".affiche/history.log"


def load(repository: Repository) -> str:
    content = repository.root / "content"
    return load_kept_log(content, load_state(content), kept_in(repository))


def anew(repository: Repository) -> str:
    content = repository.root / "content"
    return load_log(content, load_state(content).head) or ""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The commits after which git was asked, empty for the whole log."""
    found: list[str] = []

    def note(content: Path, head: str, after: str = "") -> str | None:
        found.append(after)
        return load_log(content, head, after)

    monkeypatch.setattr("affiche.sources.kept_log.load_log", note)
    return found


def test_a_log_is_read_once_and_then_what_came_after(repository: Repository, asked: list[str]) -> None:
    assert load(repository) == anew(repository) != ""
    assert asked == []
    last = load_state(repository.root / "content").head
    repository.commit(4, other="4")
    repository.commit(5, **{"event-1": None})
    for _ in range(2):
        assert load(repository) == anew(repository)
    assert asked == [last]


def test_what_is_merged_comes_after(repository: Repository, asked: list[str]) -> None:
    repository.git("switch", "--create", "branch", "HEAD~1")
    repository.commit(4, branch="1")
    repository.git("switch", "main")
    repository.merge(5, "branch")
    assert load(repository) == anew(repository)
    assert len(asked) == 1
    assert asked != [""]


def _amended(repository: Repository) -> None:
    repository.write("content/events/other.md", "amended")
    repository.git("commit", "--all", "--amend", "--message", "amended", on=4)


def _set_back(repository: Repository) -> None:
    repository.git("reset", "--hard", "HEAD~1")


def _on_the_second_line(repository: Repository) -> None:
    """What was kept is behind the second parent of a merge."""
    repository.git("switch", "--create", "branch", "HEAD~2")
    repository.commit(4, branch="1")
    repository.merge(5, "main")


def _another_history(repository: Repository) -> None:
    repository.git("switch", "--orphan", "other")
    repository.commit(4, new="1")


@pytest.mark.parametrize("change", [_amended, _set_back, _on_the_second_line, _another_history])
def test_another_line_of_commits_is_read_anew(
    repository: Repository, asked: list[str], change: Callable[[Repository], None]
) -> None:
    change(repository)
    assert load(repository) == anew(repository) != ""
    assert asked == [""]


DAMAGE = damages(b"event-1", b"event-9") | {
    "no lines": lambda data: data.replace(b"\n", b""),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_read_anew(repository: Repository, asked: list[str], damage: str) -> None:
    kept_in(repository).write_bytes(DAMAGE[damage](kept_in(repository).read_bytes()))
    for _ in range(2):
        assert load(repository) == anew(repository)
    assert asked == [""]


def test_the_log_of_another_folder_is_not_used(repository: Repository, asked: list[str]) -> None:
    repository.git("mv", "content", "inhoud")
    repository.git("commit", "--quiet", "--message", "moved", on=4)
    content = repository.root / "inhoud"
    state = load_state(content)
    assert load_kept_log(content, state, kept_in(repository)) == load_log(content, state.head) != ""
    assert asked == [""]


def test_what_came_with_the_repository_is_not_believed(repository: Repository, asked: list[str]) -> None:
    repository.git("add", "--force", ".affiche")
    assert load(repository) == anew(repository)
    assert asked == [""]


def test_a_clone_without_its_whole_history_keeps_nothing(repository: Repository, tmp_path: Path) -> None:
    repository.git("clone", "--quiet", "--depth=1", f"file://{repository.root}", str(tmp_path / "clone"))
    clone = Repository(tmp_path / "clone")
    assert load(clone) == anew(clone) != ""
    assert not kept_in(clone).exists()


def test_what_git_cannot_tell_is_not_kept(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    before = kept_in(repository).read_bytes()
    repository.commit(4, other="4")
    monkeypatch.setattr("affiche.sources.kept_log.load_log", lambda *_arguments: None)
    assert load(repository) == ""
    assert kept_in(repository).read_bytes() == before


def test_no_repository_has_no_log(tmp_path: Path) -> None:
    assert load_state(tmp_path) == State()
    assert load_kept_log(tmp_path, State(), tmp_path / "history.log") == ""
    assert not (tmp_path / "history.log").exists()


def test_a_folder_that_cannot_be_written_keeps_nothing(repository: Repository) -> None:
    kept_in(repository).unlink()
    kept_in(repository).parent.rmdir()
    (repository.root / ".affiche").write_text("a file")
    assert load(repository) == anew(repository)
