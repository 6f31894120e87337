"""The digest of our own design: all that decides the bytes of the site."""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

import pytest

from affiche.sources.design import LIBRARIES, digest_design

FILES = {"main.html": "a", "affiche/base.html": "b", "assets/a.css": "c", "assets/fonts/b.woff2": "d"}


@pytest.fixture
def overrides(tmp_path: Path) -> Path:
    for path, text in FILES.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path


def test_digest_of_the_design_is_the_same_for_the_same_files(overrides: Path) -> None:
    assert digest_design(overrides) == digest_design(overrides)


@pytest.mark.parametrize("path", FILES)
def test_digest_of_the_design_changes_with_each_file(overrides: Path, path: str) -> None:
    before = digest_design(overrides)
    (overrides / path).write_text("changed", encoding="utf-8")
    assert digest_design(overrides) != before


def test_digest_of_the_design_changes_with_a_name_and_a_new_file(overrides: Path) -> None:
    digests = [digest_design(overrides)]
    (overrides / "main.html").rename(overrides / "other.html")
    digests.append(digest_design(overrides))
    (overrides / "empty.html").write_text("", encoding="utf-8")
    digests.append(digest_design(overrides))
    assert len({*digests}) == 3


def test_digest_of_the_design_knows_where_a_file_ends(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a/x").write_bytes(b"y\0z")
    (tmp_path / "b/x").write_bytes(b"")
    (tmp_path / "b/y").write_bytes(b"z")
    assert digest_design(tmp_path / "a") != digest_design(tmp_path / "b")


def test_digest_of_the_design_passes_over_compiled_code(overrides: Path) -> None:
    before = digest_design(overrides)
    (overrides / "a.pyc").write_bytes(b"code")
    assert digest_design(overrides) == before


@pytest.mark.parametrize("library", LIBRARIES)
def test_library_that_decides_bytes_is_installed(library: str) -> None:
    assert version(library)
