"""What an engine made beside the site."""

from __future__ import annotations

from pathlib import Path

from affiche.sources.staged import load_staged


def test_files_that_are_there_are_read(tmp_path: Path) -> None:
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/a.html").write_bytes(b"a")
    assert list(load_staged(tmp_path, ["fr/a.html", "fr/b.html", "fr"])) == [("fr/a.html", b"a")]
