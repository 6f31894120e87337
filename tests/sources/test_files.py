"""The files of a content folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.sources.files import content_files


def make(root: Path, *paths: str) -> Path:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text("", encoding="utf-8")
    return root


def found(root: Path) -> list[tuple[str, list[str]]]:
    """The path of each file, and the codes of its faults."""
    return [(file.path, [fault.code for fault in file.faults]) for file in content_files(root)]


def test_files_are_found_in_the_order_of_their_paths(tmp_path: Path) -> None:
    make(tmp_path, "venues/b.md", "events/2027/a.md", "events/a.md", "events/2026/z.md", "images/a.jpg", "venues/a.md")
    assert found(tmp_path) == [
        ("content/events/2026/z.md", []),
        ("content/events/2027/a.md", []),
        ("content/events/a.md", []),
        ("content/images/a.jpg", []),
        ("content/venues/a.md", []),
        ("content/venues/b.md", []),
    ]


def test_folder_of_content_may_have_any_name(tmp_path: Path) -> None:
    [file] = content_files(make(tmp_path / "inhoud", "events/2027/a.md"))
    assert (file.path, file.collection, file.stem, file.is_record) == ("content/events/2027/a.md", "events", "a", True)
    assert file.disk == str(tmp_path / "inhoud/events/2027/a.md")


def test_image_is_no_record(tmp_path: Path) -> None:
    [file] = content_files(make(tmp_path, "events/a.jpg"))
    assert not file.is_record


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("events/Nuit.md", ["id-format"]),
        ("events/a.md.txt", ["id-format"]),
        ("events/2027/1/2/3/4/a.md", ["path-too-deep"]),
        ("venues/bozar/a.md", ["path-too-deep"]),
        ("images/Affiche.JPG", ["image-name-format"]),
        ("evenements/a.md", ["path-outside"]),
        ("a.md", ["path-outside"]),
    ],
)
def test_path_that_cannot_stand_has_its_fault(tmp_path: Path, path: str, codes: list[str]) -> None:
    assert found(make(tmp_path, path)) == [(f"content/{path}", codes)]


def test_other_rooms_and_hidden_files_are_passed_over(tmp_path: Path) -> None:
    make(tmp_path, "pages/fr/a.md", "snapshots/a.json", ".git/a.md", "events/.DS_Store", "README.md", "CNAME")
    assert found(tmp_path) == []


def test_links_are_never_followed(tmp_path: Path) -> None:
    make(tmp_path / "elsewhere", "secret.md", "folder/secret.md")
    content = make(tmp_path / "content", "events/a.md")
    (content / "venues").symlink_to(tmp_path / "elsewhere")
    (content / "events/2027").symlink_to(tmp_path / "elsewhere/folder")
    (content / "events/b.md").symlink_to(tmp_path / "elsewhere/secret.md")
    assert found(content) == [
        ("content/events/2027", ["id-format"]),
        ("content/events/a.md", []),
        ("content/events/b.md", []),
        ("content/venues", ["file-symlink"]),
    ]


def test_program_is_refused_where_the_disk_tells_it_from_others(tmp_path: Path) -> None:
    make(tmp_path, "events/a.md", "events/a.jpg", "events/b.md").joinpath("events/c.md").symlink_to("a.md")
    for path in ("events/a.md", "events/a.jpg"):
        (tmp_path / path).chmod(0o755)
    assert found(tmp_path) == [
        ("content/events/a.jpg", ["file-executable"]),
        ("content/events/a.md", ["file-executable"]),
        ("content/events/b.md", []),
        ("content/events/c.md", []),
    ]
    (tmp_path / "events/c.md").unlink()
    (tmp_path / "events/b.md").chmod(0o755)
    assert found(tmp_path) == [("content/events/a.jpg", []), ("content/events/a.md", []), ("content/events/b.md", [])]


def test_file_in_the_place_of_a_folder_is_told(tmp_path: Path) -> None:
    make(tmp_path, "events", "images", "pages", "README", "venues/a.md")
    assert found(tmp_path) == [
        ("content/events", ["folder-is-file"]),
        ("content/images", ["folder-is-file"]),
        ("content/pages", ["folder-is-file"]),
        ("content/venues/a.md", []),
    ]


def test_folder_that_is_not_there_has_no_files(tmp_path: Path) -> None:
    assert found(tmp_path / "nowhere") == []
