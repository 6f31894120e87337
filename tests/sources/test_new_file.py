from __future__ import annotations

from pathlib import Path

import pytest

from affiche.sources.new_file import NotWritten, write_new

PATH = "content/events/2027/nuit.md"


def test_new_file_is_written_with_the_folders_that_it_needs(tmp_path: Path) -> None:
    (tmp_path / "events").mkdir()
    file = write_new(tmp_path, PATH, "é\n")
    assert (file, file.read_bytes()) == (tmp_path / "events" / "2027" / "nuit.md", b"\xc3\xa9\n")


def test_file_that_is_there_is_never_overwritten(tmp_path: Path) -> None:
    file = write_new(tmp_path, PATH, "first")
    with pytest.raises(NotWritten, match=PATH):
        write_new(tmp_path, PATH, "second")
    assert file.read_text() == "first"


@pytest.mark.parametrize(
    "path", ["events/nuit.md", "content/../nuit.md", "content/events/Nuit.md", "content/x/nuit.md"]
)
def test_path_that_no_contribution_may_have_is_not_written(tmp_path: Path, path: str) -> None:
    with pytest.raises(NotWritten):
        write_new(tmp_path / "content", path, "")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("link", ["events", "events/2027", "events/2027/nuit.md"])
def test_nothing_is_written_through_a_link(tmp_path: Path, link: str) -> None:
    content, outside = tmp_path / "content", tmp_path / "outside"
    outside.mkdir()
    (content / link).parent.mkdir(parents=True)
    (content / link).symlink_to(outside / "nuit.md" if link.endswith(".md") else outside)
    with pytest.raises(NotWritten):
        write_new(content, PATH, "")
    assert list(outside.iterdir()) == []
