"""Several processes that make the files of one tree: the same as one, whatever goes wrong."""

from __future__ import annotations

import errno
import gc
import os
import signal
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from affiche.outputs.artifact import Artifact
from affiche.sources.kept_folder import KeptFolder
from affiche.writer.errors import BrokenArtifact, WorkerLost
from affiche.writer.parts import KeptParts
from affiche.writer.site import write_site
from affiche.writer.tree import Tree
from affiche.writer.workers import Maker, make_files
from tests.writing import BESIDE, around, failing_page, html, pages, start, tree, write_slowly

NONE = KeptParts(Path("/none"), KeptFolder(Path("/none")))
MANY = pages({f"{number % 7}/{number}/index.html": str(number) for number in range(250)})


def into(root: Path) -> Maker:
    """What files are made with in a new folder, without a build before."""
    return Maker(Tree(root), {}, NONE)


def _with(*others: Artifact) -> Sequence[Artifact]:
    """Many artifacts with these among them."""
    return [*MANY[:120], *others, *MANY[120:]]


@pytest.mark.parametrize("workers", [2, 3, 8])
def test_workers_make_what_one_process_makes(tmp_path: Path, workers: int) -> None:
    alone = make_files(MANY, into(tmp_path / "one"), 1)
    shared = make_files(MANY, into(tmp_path / "many"), workers)
    assert tree(tmp_path / "many") == tree(tmp_path / "one")
    assert {path: entry[:2] for path, entry in shared.items()} == {path: entry[:2] for path, entry in alone.items()}
    assert {path: entry.inode for path, entry in shared.items()} == {
        path: (tmp_path / "many" / path).stat().st_ino for path in alone
    }


def test_this_process_and_another_share_the_work(tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()

    def together() -> bytes:
        """The process, once another one is at work too."""
        (tmp_path / "here" / str(os.getpid())).touch()
        while len(here := [path.name for path in (tmp_path / "here").iterdir()]) < 2:
            time.sleep(0.01)
        return " ".join(sorted(here)).encode()

    makers = [Artifact(str(number), "text/plain", "", together) for number in range(50)]
    make_files(makers, into(tmp_path / "site"), 2)
    (found,) = {path.read_text() for path in (tmp_path / "site").iterdir()}
    assert len({*found.split()}) == 2
    assert str(os.getpid()) in found.split()


def test_workers_pass_on_what_a_render_raises(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="rendered") as caught:
        make_files(_with(failing_page("a/b")), into(tmp_path / "site"), 2)
    assert caught.value.__notes__ == ["while making 'a/b'"]


def test_workers_refuse_what_is_not_of_its_type(tmp_path: Path) -> None:
    with pytest.raises(BrokenArtifact, match=r"'a\.json' is not JSON"):
        make_files(_with(Artifact("a.json", "application/json", "", lambda: b"{")), into(tmp_path / "site"), 2)


def test_workers_pass_on_a_full_disk(tmp_path: Path) -> None:
    def full() -> bytes:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with pytest.raises(OSError, match="No space left") as caught:
        make_files(_with(Artifact("a", "text/html", "", full)), into(tmp_path / "site"), 2)
    assert caught.value.errno == errno.ENOSPC


def test_a_worker_that_is_killed_stops_the_build(tmp_path: Path) -> None:
    ours = os.getpid()

    def killed() -> bytes:
        """A page of this process, once the other one was there, which does not live to make any."""
        if os.getpid() != ours:
            (tmp_path / "there").touch()
            os.kill(os.getpid(), signal.SIGKILL)
        while not (tmp_path / "there").exists():
            time.sleep(0.01)
        return b"<!doctype html>"

    makers = [Artifact(str(number), "text/html", "", killed) for number in range(50)]
    with pytest.raises(WorkerLost):
        make_files(makers, into(tmp_path / "site"), 2)


def test_workers_leave_the_collector_as_it_was(tmp_path: Path) -> None:
    frozen = gc.get_freeze_count()
    make_files(MANY, into(tmp_path / "site"), 2)
    assert gc.get_freeze_count() == frozen


@pytest.mark.parametrize("seconds", [0.0, 0.3, 0.7])
def test_workers_end_with_a_build_that_is_killed(tmp_path: Path, seconds: float) -> None:
    out = tmp_path / "site"
    before = {f"{number:03}.html": "1" for number in range(400)}
    write_site(pages(before), out)
    with start(write_slowly, out, "2") as build:
        assert build.stdout is not None
        assert build.stdout.readline() == "rendering\n"
        time.sleep(seconds)
        build.kill()
    assert tree(out) == html(before)
    write_site(pages(before | {"a": "3"}), out)
    assert tree(out) == html(before | {"a": "3"})
    assert around(out) == BESIDE
