"""The checksums of a site to publish: those that `sha256sum` finds, of every file, and none of an older build."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from affiche.writer.errors import PathClash
from affiche.writer.site import write_site
from tests.writing import html, page, pages, state, tree

TEXTS = {"index.html": "a", "fr/index.html": "b", "fr/été/index.html": "c"}


def checked(site: Path) -> list[str]:
    """The lines of `sha256sum --check`."""
    command = ["sha256sum", "--check", "--strict", "SHA256SUMS"]
    return subprocess.run(command, cwd=site, capture_output=True, text=True, check=True).stdout.splitlines()


def test_all_files_are_in_the_checksums_and_agree(tmp_path: Path) -> None:
    site = tmp_path / "site"
    written = write_site(pages(TEXTS), site, with_sums=True)
    assert written.written == 4
    assert checked(site) == ["fr/index.html: OK", "fr/été/index.html: OK", "index.html: OK"]


def test_a_second_build_writes_nothing(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(pages(TEXTS), site, with_sums=True)
    before = state(site)
    again = write_site(pages(TEXTS), site, with_sums=True)
    assert (again.written, again.unchanged, again.exchanged) == (0, 4, False)
    assert state(site) == before


def test_checksums_follow_each_change_and_are_made_again_where_they_were_changed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(pages(TEXTS), site, with_sums=True)
    write_site(pages({**TEXTS, "index.html": "new"}), site, with_sums=True)
    assert len(checked(site)) == 3
    (site / "SHA256SUMS").write_text("")
    write_site(pages({**TEXTS, "index.html": "new"}), site, with_sums=True)
    assert len(checked(site)) == 3


def test_a_build_that_is_not_to_publish_leaves_no_old_checksums(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(pages(TEXTS), site, with_sums=True)
    write_site(pages(TEXTS), site)
    assert tree(site) == html(TEXTS)


def test_no_artifact_takes_the_name_of_the_checksums(tmp_path: Path) -> None:
    for path in ("SHA256SUMS", "sha256sums", "SHA256SUMS/index.html"):
        with pytest.raises(PathClash):
            write_site([page(path)], tmp_path / "site")
