"""The writer: what stands in the site after a build, and what is done to get there."""

from __future__ import annotations

import errno
import logging
import os
import tempfile
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.outputs.artifact import Artifact
from affiche.writer.errors import BrokenArtifact, PathClash, UnsafePath
from affiche.writer.site import Written, write_site
from tests.examples import examples
from tests.writing import BESIDE, around, failing_page, html, page, pages, state, tree

THREE = {"index.html": "home", "fr/evenements/nuit/index.html": "nuit", "nl/evenementen/nacht/index.html": "nacht"}
THREE_BYTES = sum(len(f"<!doctype html>{text}") for text in THREE.values())


def test_write_makes_the_folder_with_all_artifacts(tmp_path: Path) -> None:
    out = tmp_path / "new" / "site"
    assert write_site(pages(THREE), out) == Written(3, 0, 0, THREE_BYTES, exchanged=True)
    assert tree(out) == html(THREE)
    assert around(out) == BESIDE


def test_write_fills_an_empty_folder(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert write_site(pages(THREE), tmp_path / "site").exchanged
    assert tree(tmp_path / "site") == html(THREE)


def test_write_without_artifacts_makes_an_empty_folder(tmp_path: Path) -> None:
    assert write_site([], tmp_path / "site") == Written(0, 0, 0, 0, exchanged=True)
    assert tree(tmp_path / "site") == {}


def test_write_takes_a_relative_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_site(pages(THREE), Path("site"))
    assert write_site(pages({"a": "1"}), Path("./other/../site")).removed == 3
    assert tree(tmp_path / "site") == html({"a": "1"})
    assert around(tmp_path / "site") == BESIDE


def test_write_through_a_link_leaves_the_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    write_site(pages(THREE), tmp_path / "site")
    assert (tmp_path / "site").readlink() == Path("real")
    assert tree(tmp_path / "real") == html(THREE)
    assert not write_site(pages(THREE), tmp_path / "real").exchanged


def test_write_into_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file")
    with pytest.raises(NotADirectoryError):
        write_site(pages(THREE), tmp_path / "site")
    assert (tmp_path / "site").read_text() == "a file"
    assert around(tmp_path / "site") == {".affiche", ".affiche/site.json.lock"}


def test_modes_do_not_depend_on_the_umask(tmp_path: Path) -> None:
    before = os.umask(0o077)
    try:
        write_site(pages(THREE), tmp_path / "site")
    finally:
        os.umask(before)
    modes = {oct(mode) for _, _, mode in state(tmp_path / "site").values()}
    assert modes == {"0o40755", "0o100644"}


def test_no_change_touches_nothing(tmp_path: Path) -> None:
    write_site(pages(THREE), tmp_path / "site")
    before = state(tmp_path / "site"), state(tmp_path / ".affiche")
    written = write_site([failing_page(*item) for item in reversed(THREE.items())], tmp_path / "site")
    assert written == Written(0, 3, 0, THREE_BYTES, exchanged=False)
    assert (state(tmp_path / "site"), state(tmp_path / ".affiche")) == before


def test_one_change_renders_one_artifact_and_links_the_others(tmp_path: Path) -> None:
    site, rendered = tmp_path / "site", list[str]()
    write_site(pages(THREE), site)
    inode = (site / "index.html").stat().st_ino
    changed = THREE | {"fr/evenements/nuit/index.html": "jour"}
    assert write_site(pages(changed, rendered), site) == Written(1, 2, 0, THREE_BYTES, exchanged=True)
    assert rendered == ["fr/evenements/nuit/index.html"]
    assert tree(site) == html(changed)
    assert (site / "index.html").stat().st_ino == inode


def test_artifacts_are_rendered_in_the_order_of_their_paths(tmp_path: Path) -> None:
    rendered = list[str]()
    write_site(pages(dict.fromkeys(["b", "a/z", "c", "a/b"], ""), rendered), tmp_path / "site")
    assert rendered == ["a/b", "a/z", "b", "c"]


def test_a_file_that_no_artifact_names_any_more_goes_with_its_empty_folders(tmp_path: Path) -> None:
    write_site(pages(THREE), tmp_path / "site")
    rest = {"index.html": "home"}
    assert write_site(pages(rest), tmp_path / "site") == Written(0, 1, 2, len("<!doctype html>home"), exchanged=True)
    assert tree(tmp_path / "site") == html(rest)


def test_foreign_files_are_carried_over_and_links_stay_links(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(pages(THREE), site)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret").write_text("not ours")
    (site / "CNAME").write_text("example.org")
    (site / "fr" / "deep" / "er").mkdir(parents=True)
    (site / "fr" / "deep" / "er" / "old.bin").write_bytes(b"\0")
    (site / "empty").mkdir()
    (site / "folder").symlink_to("../elsewhere")
    (site / "dangling").symlink_to("nowhere")
    write_site(pages({"a": "1"}), site)
    foreign = {"CNAME": b"example.org", "fr": None, "fr/deep": None, "fr/deep/er": None, "fr/deep/er/old.bin": b"\0"}
    assert tree(site) == html({"a": "1"}) | foreign | {"folder": "../elsewhere", "dangling": "nowhere"}


def test_foreign_files_in_the_place_of_an_artifact_give_way(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = tmp_path / "site"
    (site / "a" / "b").mkdir(parents=True)
    (site / "a" / "b" / "c").write_text("in a folder where a file comes")
    (site / "fr").write_text("a file where a folder comes")
    (site / "same").write_text("a file where a file comes")
    (tmp_path / "elsewhere").mkdir()
    (site / "nl").symlink_to("../elsewhere")
    texts = {"a": "1", "fr/x": "1", "nl/x": "1", "same": "1"}
    write_site(pages(texts), site)
    assert tree(site) == html(texts)
    assert tree(tmp_path / "elsewhere") == {}
    assert {(record.levelno, record.args) for record in caplog.records} == {
        (logging.WARNING, (site / path,)) for path in ("a/b/c", "fr", "nl")
    }


def test_a_folder_that_may_not_be_written_is_carried_over_and_its_old_copy_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "locked").mkdir(parents=True)
    (site / "locked" / "file").write_text("foreign")
    (site / "locked").chmod(0o555)
    write_site(pages({"a": "1"}), site)
    assert tree(site) == html({"a": "1"}) | {"locked": None, "locked/file": b"foreign"}
    assert around(site) == BESIDE


@pytest.mark.parametrize("damage", ["edited", "replaced", "removed", "folder", "link", "no folder", "no site"])
def test_a_file_that_is_not_the_one_written_is_written_again(tmp_path: Path, damage: str) -> None:
    site, rendered = tmp_path / "site", list[str]()
    write_site(pages({"a": "1", "b/c": "1"}), site)
    _damage(site / "b" / "c", damage)
    write_site(pages({"a": "1", "b/c": "1"}, rendered), site)
    assert tree(site) == html({"a": "1", "b/c": "1"})
    assert rendered == (["a", "b/c"] if damage == "no site" else ["b/c"])


def _damage(file: Path, damage: str) -> None:
    """Changes a file behind the writer's back, with its size and time kept where they can be."""
    moved = {"no folder": file.parent, "no site": file.parents[1]}.get(damage, file)
    stat, kept = file.stat(), file.parents[2] / "kept, so that its inode is taken"
    if damage != "edited":
        moved.rename(kept)
    if damage in {"edited", "replaced"}:
        file.write_bytes(b"x" * stat.st_size)
        os.utime(file, ns=(0, stat.st_mtime_ns + (damage == "edited")))
    elif damage == "folder":
        file.mkdir()
    elif damage == "link":
        file.symlink_to(kept)
    elif damage == "no folder":
        file.parent.write_text("a file in its place")


@pytest.mark.parametrize("damage", ["emptied", "truncated", "flipped", "not text", "unreadable"])
def test_a_lost_manifest_costs_one_full_write_and_one_warning(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: str
) -> None:
    site, manifest, rendered = tmp_path / "site", tmp_path / ".affiche" / "site.json", list[str]()
    write_site(pages(THREE | {"unknown from now on": "1"}), site)
    data = manifest.read_bytes()
    manifest.unlink()
    if damage == "unreadable":
        manifest.symlink_to(manifest)
    else:
        flipped = data.replace(b'"index.html"', b'"indey.html"')
        manifest.write_bytes({"emptied": b"", "truncated": data[:-9], "flipped": flipped, "not text": b"\xff"}[damage])
    assert write_site(pages(THREE, rendered), site).written == 3
    assert rendered == sorted(THREE)
    assert tree(site) == html(THREE | {"unknown from now on": "1"})
    assert [record.levelno for record in caplog.records] == [logging.WARNING]
    assert not write_site(pages(THREE), site).exchanged


def test_a_first_build_beside_foreign_files_warns_of_nothing(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "CNAME").write_text("example.org")
    write_site(pages(THREE), tmp_path / "site")
    assert tree(tmp_path / "site") == html(THREE) | {"CNAME": b"example.org"}
    assert caplog.records == []


def test_the_manifest_may_stand_elsewhere(tmp_path: Path) -> None:
    manifest = tmp_path / "cache" / "affiche.json"
    write_site(pages(THREE), tmp_path / "new" / "site", manifest=manifest)
    assert not write_site(pages(THREE), tmp_path / "new" / "site", manifest=manifest).exchanged
    assert around(tmp_path / "new" / "site") == set()
    assert set(tree(tmp_path / "cache")) == {"affiche.json", "affiche.json.lock"}


def test_a_manifest_inside_the_site_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnsafePath):
        write_site(pages(THREE), tmp_path / "site", manifest=tmp_path / "site" / "manifest.json")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("artifacts", "error"),
    [
        ([failing_page("a"), failing_page("A")], PathClash),
        ([failing_page("a"), failing_page("../a")], UnsafePath),
    ],
)
def test_bad_paths_are_refused_before_anything_is_rendered(
    tmp_path: Path, artifacts: list[Artifact], error: type[Exception]
) -> None:
    with pytest.raises(error):
        write_site(artifacts, tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


def test_a_broken_artifact_is_named_and_the_site_stays(tmp_path: Path) -> None:
    write_site(pages(THREE), tmp_path / "site")
    before = state(tmp_path / "site")
    broken = Artifact("feed.json", "application/json; charset=utf-8", "1", lambda: b"{")
    with pytest.raises(BrokenArtifact, match=r"^'feed\.json' is not JSON: ") as caught:
        write_site([*pages({"a": "1"}), broken], tmp_path / "site")
    assert caught.value.path == "feed.json"
    assert state(tmp_path / "site") == before
    assert around(tmp_path / "site") == BESIDE


def test_a_failing_render_is_named_and_the_site_stays(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(pages(THREE), site)
    before = state(site)
    with pytest.raises(RuntimeError) as caught:
        write_site([page("a", "1"), failing_page("b")], site)
    assert caught.value.__notes__ == ["while making 'b'"]
    assert state(site) == before
    assert around(site) == BESIDE
    write_site(pages({"a": "1", "b": "2"}), site)
    assert tree(site) == html({"a": "1", "b": "2"})


@pytest.mark.parametrize("code", [errno.EXDEV, errno.EPERM, errno.EMLINK])
def test_files_are_copied_where_there_are_no_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    site, rendered = tmp_path / "site", list[str]()
    write_site(pages(THREE), site)
    (site / "foreign").symlink_to("nowhere")
    (site / "a").mkdir()
    (site / "a" / "in the way").write_text("1")
    (site / "b").write_text("in the way")

    def link(source: str, target: str, *, follow_symlinks: bool) -> None:
        raise OSError(code, os.strerror(code), source, None, target)

    monkeypatch.setattr(os, "link", link)
    changed = THREE | {"a": "1", "b/c": "1"}
    assert write_site(pages(changed, rendered), site).unchanged == 3
    assert rendered == ["a", "b/c"]
    assert tree(site) == html(changed) | {"foreign": "nowhere"}
    assert not write_site(pages(changed), site).exchanged


def stamped(texts: Mapping[str, str], fingerprint: str) -> list[Artifact]:
    """Pages that all have the same fingerprint."""
    return [replace(each, fingerprint=fingerprint) for each in pages(texts)]


@pytest.mark.parametrize("many", [3, 200])
def test_what_comes_out_as_it_was_stays_the_same_file(tmp_path: Path, many: int) -> None:
    site, texts = tmp_path / "site", {f"a/{number}": str(number) for number in range(many)}
    write_site(stamped(texts, "first"), site)
    files = {path: (site / path).stat() for path in texts}
    written = write_site(stamped(texts | {"a/1": "other"}, "second"), site)
    assert (written.written, written.unchanged, written.removed) == (1, many - 1, 0)
    now = {path: (site / path).stat() for path in texts}
    assert [path for path, stat in now.items() if stat.st_ino != files[path].st_ino] == ["a/1"]
    assert {stat.st_mtime_ns for path, stat in now.items() if path != "a/1"} <= {
        stat.st_mtime_ns for stat in files.values()
    }
    assert not write_site(stamped(texts | {"a/1": "other"}, "second"), site).exchanged


def test_a_file_that_was_changed_on_the_disk_is_written_again(tmp_path: Path) -> None:
    site = tmp_path / "site"
    write_site(stamped({"a": "1", "b": "2"}, "first"), site)
    (site / "a").write_bytes((site / "a").read_bytes()[::-1])
    (site / "b").unlink()
    (site / "b").symlink_to("a")
    assert write_site(stamped({"a": "1", "b": "2"}, "second"), site).written == 2
    assert tree(site) == html({"a": "1", "b": "2"})


PATHS = ["index.html", "a", "a/b", "a/c/index.html", "fr/é/index.html", "fr/é/été.html"]
TEXTS = st.dictionaries(st.sampled_from(PATHS), st.sampled_from(["", "1", "22"]))


def without_folders(texts: Mapping[str, str]) -> dict[str, str]:
    return {path: text for path, text in texts.items() if not any(other.startswith(f"{path}/") for other in texts)}


@given(st.lists(TEXTS.map(without_folders), min_size=1, max_size=6))
@examples(60)
def test_any_sequence_of_builds_gives_the_tree_of_a_clean_one(sites: list[Mapping[str, str]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out, clean, before = Path(folder, "a", "site"), Path(folder, "b", "site"), dict[str, str]()
        for texts in sites:
            rendered = list[str]()
            written = write_site(pages(texts, rendered), out)
            assert rendered == sorted(path for path in texts if before.get(path) != texts[path])
            assert written.removed == len(before.keys() - texts.keys())
            before = dict(texts)
        write_site(pages(sites[-1]), clean)
        assert tree(out) == tree(clean) == html(sites[-1])
        assert around(out) == around(clean) == BESIDE


@pytest.mark.parametrize(
    ("files", "size", "expected"),
    [
        (200_000, 900_000_000, ""),
        (200_001, 1_000, "200001 files, of 200000 at most"),
        (10, 950_600_000, "951 MB, of 900 at most"),
        (200_001, 950_600_000, "200001 files, of 200000 at most and 951 MB, of 900 at most"),
    ],
)
def test_written_says_what_is_too_much_for_a_host(files: int, size: int, expected: str) -> None:
    assert Written(5, files - 5, 0, size, exchanged=True).excess == expected


def test_write_warns_of_a_site_that_grows_too_large_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("affiche.writer.site.MOST_FILES", 2)
    for _ in range(2):
        write_site(pages(THREE), tmp_path / "site")
    assert caplog.messages == 2 * ["the site grows too large for its host: 3 files, of 2 at most"]
    write_site(pages({"a": "1"}), tmp_path / "site")
    assert len(caplog.messages) == 2
