from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from affiche.sources.kept import Kept


def fails() -> bytes:
    raise AssertionError("made although it is kept")


def made(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def test_kept_bytes_are_made_once(tmp_path: Path) -> None:
    for make in (made(b"image"), fails):
        assert Kept(tmp_path / "kept").bytes_of("f1", make) == b"image"


def test_bytes_are_kept_by_their_fingerprint(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    assert [kept.bytes_of("f1", made(b"one")), kept.bytes_of("f2", made(b"two"))] == [b"one", b"two"]


def test_nothing_is_kept_without_a_folder() -> None:
    kept = Kept()
    assert [kept.bytes_of("f1", made(data)) for data in (b"one", b"two")] == [b"one", b"two"]
    kept.keep_only(())


@pytest.mark.parametrize("size", [0, 5, 16, 20])
def test_a_file_that_is_not_whole_is_made_again(tmp_path: Path, size: int) -> None:
    Kept(tmp_path).bytes_of("f1", made(b"image"))
    file = tmp_path / "f1"
    file.write_bytes(file.read_bytes()[:size])
    assert Kept(tmp_path).bytes_of("f1", made(b"again")) == b"again"
    assert Kept(tmp_path).bytes_of("f1", fails) == b"again"


def test_what_no_site_has_any_more_is_forgotten(tmp_path: Path) -> None:
    kept = Kept(tmp_path / "kept")
    kept.keep_only(())
    for name in ("f1", "f2"):
        kept.bytes_of(name, made(name.encode()))
    kept.keep_only({"f2", "f3"})
    assert [path.name for path in (tmp_path / "kept").iterdir()] == ["f2"]
