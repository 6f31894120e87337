"""What is kept for the next build: nothing that became of it, and nothing that the disk refuses, stops a build."""

from __future__ import annotations

import logging
import resource
from collections.abc import Callable
from pathlib import Path

import pytest

from affiche.sources.kept_folder import OURS, KeptFolder, make_folder, remove, write_whole

Damage = Callable[[Path], object]


def replaced(path: Path, put: Damage) -> None:
    """Something else stands where a file or a folder stood."""
    remove(path)
    put(path)


DAMAGES: dict[str, Damage] = {
    "a folder in the place of a file": lambda file: replaced(file, lambda path: (path / "x").mkdir(parents=True)),
    "a folder in the place of a draft": lambda file: file.with_name("one.new").mkdir(),
    "a file in the place of the folder": lambda file: replaced(file.parent, Path.touch),
    "a file in the place of all": lambda file: replaced(file.parents[1], Path.touch),
    "a link to nowhere": lambda file: replaced(file.parent, lambda path: path.symlink_to("nowhere")),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_stands_in_the_way_goes_with_one_warning(
    tmp_path: Path, damage: str, caplog: pytest.LogCaptureFixture
) -> None:
    place = tmp_path / OURS / "site-kept"
    KeptFolder(place).save("one", b"before")
    DAMAGES[damage](place / "one")
    kept = KeptFolder(place)
    assert kept.load("one") in (b"", b"before")
    kept.save("one", b"after")
    kept.save("two", b"more")
    assert {path.name: path.read_bytes() for path in place.iterdir()} == {"one": b"after", "two": b"more"}
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_what_the_disk_refuses_is_one_warning_and_leaves_what_there_was(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    kept = KeptFolder(tmp_path / OURS)
    kept.save("one", b"before")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, limits[1]))
    try:
        for name in ("one", "two", "three"):
            kept.save(name, b"x" * 1000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert {path.name: path.read_bytes() for path in kept.place.iterdir()} == {"one": b"before"}
    assert [record.levelno for record in caplog.records] == [logging.WARNING]


def test_only_what_is_asked_for_stays_whatever_it_is(tmp_path: Path) -> None:
    for name in ("one", "two", "folder/below"):
        write_whole(tmp_path / OURS / name, b"")
    (tmp_path / OURS / "link").symlink_to(tmp_path)
    KeptFolder(tmp_path / OURS).keep_only({"one"})
    assert sorted(path.name for path in (tmp_path / OURS).iterdir()) == ["one"]
    KeptFolder(tmp_path / "nowhere").keep_only({"one"})


def test_nothing_is_removed_where_nothing_is_ours(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("of somebody")
    (tmp_path / "folder").mkdir()
    with pytest.raises(FileExistsError):
        make_folder(tmp_path / "file")
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "folder", b"")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "folder"]
