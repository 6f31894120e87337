"""Builds that fail, are killed, or meet another one: the site is one whole build, and the next one clears up."""

from __future__ import annotations

import errno
import logging
import os
import random
import resource
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import IO

import pytest

from affiche.writer import exchange
from affiche.writer.site import write_site
from tests.writing import (
    BESIDE,
    around,
    failing_page,
    html,
    kill_at_each_call,
    pages,
    start,
    state,
    thirty,
    tree,
    use_renames,
    write_in_turn,
    write_when_told,
)

BEFORE = {"a": "1", "b/c": "1", "b/d": "1"}
AFTER = {"a": "2", "b/c": "1", "e/f": "2"}
ROUNDS = 12

WAYS = pytest.mark.parametrize("way", ["kernel", "renames"])


@pytest.fixture(autouse=True)
def restored_kernel(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "_LIBC", exchange._LIBC)  # noqa: SLF001 - put back after each test


@WAYS
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_a_system_call_that_fails_leaves_the_site_as_it_was(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, way: str, code: int
) -> None:
    if way == "renames":
        use_renames()
    for call in range(1000):
        out = tmp_path / str(call) / "site"
        write_site(pages(BEFORE), out)
        before, caught = state(out), None
        caplog.clear()
        with failing_at(call, code) as failed:
            try:
                write_site(pages(AFTER), out)
            except OSError as error:
                caught = error
        if caught is None:
            assert tree(out) == html(AFTER)
        else:
            assert (caught.errno, state(out)) == (code, before)
        assert around(out) == BESIDE or caplog.records != []
        write_site(pages(AFTER), out)
        assert tree(out) == html(AFTER)
        assert around(out) == BESIDE
        if not failed:
            assert call > 20
            return


@contextmanager
def failing_at(call: int, code: int) -> Iterator[list[str]]:
    """Inside, one call of the system fails, the one with this number; the list then has its name."""
    names = ["chmod", "fchmod", "fsync", "link", "lstat", "mkdir", "rename", "replace", "scandir"]
    failed, calls = list[str](), iter(range(10**6))

    def failing(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def replacement(*arguments: object, **options: object) -> object:
            if next(calls) == call:
                failed.append(name)
                raise OSError(code, os.strerror(code))
            return function(*arguments, **options)

        return replacement

    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setattr(os, name, failing(name, getattr(os, name)))
        yield failed


def test_a_flush_of_the_file_system_that_fails_leaves_the_site_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_site(pages(BEFORE), tmp_path / "site")
    before = state(tmp_path / "site")
    monkeypatch.setattr(exchange, "_LIBC", SimpleNamespace(syncfs=lambda _descriptor: -1))
    with pytest.raises(OSError, match="site"):
        write_site(pages(AFTER), tmp_path / "site")
    assert state(tmp_path / "site") == before
    assert around(tmp_path / "site") == BESIDE


@pytest.mark.parametrize("size", [20, 200], ids=["page", "manifest"])
def test_a_file_too_large_for_the_disk_leaves_the_site_as_it_was(tmp_path: Path, size: int) -> None:
    write_site(pages(BEFORE), tmp_path / "site")
    before = state(tmp_path / "site")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        with pytest.raises(OSError, match="File too large"):
            write_site(pages(AFTER | {"large": "x" * 100}), tmp_path / "site")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert state(tmp_path / "site") == before
    assert around(tmp_path / "site") == BESIDE


def test_an_old_tree_that_cannot_be_removed_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    write_site(pages(BEFORE), tmp_path / "site")
    with monkeypatch.context() as patch:
        patch.setattr(os, "rmdir", lambda *_arguments, **_options: (_ for _ in ()).throw(OSError(errno.EBUSY, "busy")))
        assert write_site(pages(AFTER), tmp_path / "site").exchanged
    assert tree(tmp_path / "site") == html(AFTER)
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert not write_site(pages(AFTER), tmp_path / "site").exchanged
    assert around(tmp_path / "site") == BESIDE


@WAYS
def test_a_build_killed_at_any_of_its_calls_leaves_a_whole_site(tmp_path: Path, way: str) -> None:
    output, errors = start(kill_at_each_call, tmp_path, way).communicate(timeout=60)
    assert errors == ""
    assert int(output) > 50


def test_a_site_moved_aside_by_a_killed_build_is_put_back(tmp_path: Path) -> None:
    write_site(pages(BEFORE), tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / ".site.affiche-old")
    with pytest.raises(RuntimeError):
        write_site([failing_page("a", "2")], tmp_path / "site")
    assert tree(tmp_path / "site") == html(BEFORE)
    assert around(tmp_path / "site") == BESIDE


def test_a_build_killed_at_a_random_moment_leaves_a_whole_site(tmp_path: Path) -> None:
    chance = random.Random(1)  # noqa: S311 - moments, not secrets
    out = tmp_path / "site"
    for _ in range(ROUNDS):
        process = start(write_in_turn, out, "1", "22", "333")
        assert _line(process.stdout) == "written\n"
        time.sleep(chance.uniform(0, 0.05))
        process.kill()
        process.communicate()
        assert tree(out) in [html(thirty(text)) for text in ("1", "22", "333")]
        write_site(pages(BEFORE), out)
        assert tree(out) == html(BEFORE)
        assert around(out) == BESIDE


def test_a_second_build_waits_for_the_first_and_says_so(tmp_path: Path) -> None:
    out = tmp_path / "site"
    first = start(write_when_told, out, "first")
    assert _line(first.stdout) == "rendering\n"
    second = start(write_when_told, out, "second")
    assert "another build writes this site: waiting" in _line(second.stderr)
    assert not out.exists()
    first.communicate("go on\n", timeout=20)
    assert _line(second.stdout) == "rendering\n"
    assert tree(out) == html({"index.html": "first"})
    second.communicate("go on\n", timeout=20)
    assert tree(out) == html({"index.html": "second"})
    assert (first.returncode, second.returncode) == (0, 0)


def test_two_builds_at_once_leave_the_whole_site_of_one(tmp_path: Path) -> None:
    out = tmp_path / "site"
    processes = [start(write_in_turn, out, *texts) for texts in (("1", "22"), ("333", "4444"))]
    for process in processes:
        assert _line(process.stdout) == "written\n"
    time.sleep(0.3)
    assert [process.poll() for process in processes] == [None, None]
    for process in processes:
        process.kill()
        process.communicate()
    assert tree(out) in [html(thirty(text)) for text in ("1", "22", "333", "4444")]
    write_site(pages(BEFORE), out)
    assert tree(out) == html(BEFORE)


def _line(stream: IO[str] | None) -> str:
    assert stream is not None
    return stream.readline()
