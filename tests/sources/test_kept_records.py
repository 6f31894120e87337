"""What is kept of files that were read: used while it is whole and ours, and never otherwise."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from affiche.model.fingerprint import digest_bytes
from affiche.sources.loader import Content, load_content
from tests.damage import damages
from tests.scopes import event, organisation

START = "start: 2026-12-05 20:00"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A folder of content with some files, one of which has an error."""
    files = {f"events/{name}": event(START) + f"# fr\n\n{name}\n" for name in "abcdef"}
    for path, text in (files | {"organisations/zinneke": organisation(), "events/g": "---\n---\n"}).items():
        place = tmp_path / "content" / f"{path}.md"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def kept_in(root: Path) -> Path:
    return root / ".affiche" / "records.jsonl"


def load(root: Path) -> Content:
    return load_content(root / "content", kept_in(root))


def lines(root: Path) -> list[bytes]:
    return kept_in(root).read_bytes().splitlines()


def test_files_are_read_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = load(root)
    assert len(lines(root)) == 8
    read: list[str] = []
    monkeypatch.setattr("affiche.sources.loader.read_record", _noting(read))
    assert load(root) == first
    assert read == ["content/events/g.md"]
    (root / "content/events/b.md").write_text(event(START), encoding="utf-8")
    assert load(root) == load_content(root / "content")
    assert len(lines(root)) == 9  # of new files, that one alone


def _noting(read: list[str]) -> Callable[..., object]:
    from affiche.sources.record_file import read_record  # noqa: PLC0415

    def note(model: object, file: object, *rest: object) -> object:
        read.append(file.path)  # type: ignore[attr-defined]
        return read_record(model, file, *rest)  # type: ignore[arg-type]

    return note


DAMAGE = damages(b"Nuit", b"Jour") | {
    "lines in another order": lambda data: b"\n".join([data.split(b"\n")[0], *reversed(data.split(b"\n")[1:])]),
    "twice": lambda data: data + data,
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_damaged_is_read_again(root: Path, damage: str) -> None:
    load(root)
    kept_in(root).write_bytes(DAMAGE[damage](kept_in(root).read_bytes()))
    for _ in range(2):
        assert load(root) == load_content(root / "content")


def test_a_file_that_moves_is_read_again(root: Path) -> None:
    load(root)
    (root / "content/events/a.md").rename(root / "content/events/z.md")
    assert load(root) == load_content(root / "content")


def test_what_is_of_no_use_is_dropped_in_time(root: Path) -> None:
    for number in range(40):
        (root / "content/events/a.md").write_text(event(START) + f"# fr\n\n{number}\n", encoding="utf-8")
        load(root)
        assert len(lines(root)) <= 2 * 7 + 2


def test_what_came_with_the_repository_is_not_believed(root: Path) -> None:
    load(root)
    lied = [line.replace(b"Nuit", b"Jour") for line in lines(root)[1:]]
    vouched = [line[:32] + digest_bytes(line[64:]).encode() + line[64:] for line in lied]
    kept_in(root).write_bytes(b"\n".join([lines(root)[0], *vouched, b""]))
    assert load(root) != load_content(root / "content")
    for command in (("init", "-q"), ("add", "-f", ".")):
        subprocess.run(["git", "-C", str(root), *command], check=True)
    assert load(root) == load_content(root / "content")


def test_a_folder_that_cannot_be_written_keeps_nothing(root: Path) -> None:
    (root / ".affiche").write_text("a file")
    assert load(root) == load_content(root / "content")
