"""Paths that can stand side by side in one folder, and those that cannot."""

from __future__ import annotations

import pytest

from affiche.writer.errors import PathClash, UnsafePath, WriteError
from affiche.writer.paths import check_path, refuse_bad_paths

SEGMENT = "is absolute or has an empty, '.' or '..' segment"
BACKSLASH = "has a backslash"
UNPRINTABLE = "has a character that cannot be printed"


@pytest.mark.parametrize(
    ("path", "reasons"),
    [
        ("index.html", []),
        ("fr/évènements/nuit d'été/index.html", []),
        ("a..b/...", []),
        ("", [SEGMENT]),
        ("/etc/passwd", [SEGMENT]),
        ("a//b", [SEGMENT]),
        ("a/", [SEGMENT]),
        ("./a", [SEGMENT]),
        ("..", [SEGMENT]),
        ("a/../b", [SEGMENT]),
        ("a\\b", [BACKSLASH]),
        ("..\\a/..", [SEGMENT, BACKSLASH]),
        ("a\0", [UNPRINTABLE]),
        ("a\nb", [UNPRINTABLE]),
        ("a\u202eb", [UNPRINTABLE]),
        ("a\udcff", [UNPRINTABLE]),
    ],
)
def test_check_path_says_what_is_unsafe(path: str, reasons: list[str]) -> None:
    assert list(check_path(path)) == reasons


def test_refuse_raises_for_an_unsafe_path() -> None:
    with pytest.raises(UnsafePath) as caught:
        refuse_bad_paths(["a", "../a"])
    assert (caught.value.path, caught.value.reason) == ("../a", SEGMENT)
    assert isinstance(caught.value, WriteError)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a/index.html", "a/index.html"),
        ("a/index.html", "A/Index.HTML"),
        ("\u00e9t\u00e9", "e\u0301te\u0301"),
        ("\u00c9t\u00e9", "e\u0301te\u0301"),
        ("straße", "STRASSE"),
        ("\u1e9e", "ss"),
    ],
)
def test_refuse_raises_for_two_artifacts_on_one_path(first: str, second: str) -> None:
    with pytest.raises(PathClash) as caught:
        refuse_bad_paths(["b", first, second])
    assert (caught.value.path, caught.value.reason) == (second, f"stands in the place of {first!r}")


@pytest.mark.parametrize("paths", [["a", "a/b"], ["a/b/c/d", "a"], ["a/b/c/d", "a/b"], ["A/b", "a"]])
def test_refuse_raises_for_a_path_that_is_a_folder_of_another(paths: list[str]) -> None:
    with pytest.raises(PathClash, match="is also a folder of other artifacts"):
        refuse_bad_paths(paths)


def test_refuse_lets_neighbours_stand() -> None:
    refuse_bad_paths(["a.html", "a/b", "a/b.html", "a-b", "ab", "e\u0301"])
