"""Paths of contributions, as strings, and files opened with care."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.problems import Fault
from affiche.sources.paths import image_path, open_regular, path_faults
from tests.hostile import Payload, payloads

#: Names that are ids like any other: whether two pages clash is seen where pages are written.
ACCEPTED = {f"content/events/org/{stem}.md" for stem in ("concert", "index", "404", "search", "assets")}
NAME = "[a-z0-9]+(-[a-z0-9]+)*"
STANDING = re.compile(
    rf"content/(?:events/(?:{NAME}/){{0,4}}|(?:organisations|venues|groups|projects|campaigns|calls|practices|images)/)"
    r"[a-z0-9][a-z0-9_-]*[.](?:md|jpe?g|png|webp)"
)


@pytest.mark.parametrize("payload", payloads("own-paths"), ids=lambda payload: payload.id)
def test_path_rule_treats_each_payload_as_expected(payload: Payload) -> None:
    assert (path_faults(payload.text) == []) == (payload.text in ACCEPTED)


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("content/events/nuit.md", []),
        ("content/events/2027/kaai/a/b/nuit.md", []),
        ("content/events/2027/affiche_1.webp", []),
        ("content/images/affiche.jpeg", []),
        ("content/pages/fr/À propos.md", []),
        ("content/events/2027/a/b/c/d/nuit.md", [("path-too-deep", "")]),
        ("content/venues/bruxelles/kaai.md", [("path-too-deep", "")]),
        ("content/events/Été 2027/nuit.md", [("folder-format", "ete-2027")]),
        ("content/events/Nuit_ouverte.md", [("id-format", "nuit-ouverte.md")]),
        ("content/events/nuit.md.txt", [("id-format", "nuit.md")]),
        ("content/events/straße.md", [("id-format", "")]),
        ("content/events/音楽.md", [("id-format", "")]),
        ("content/events/" + "a" * 81 + ".md", [("id-format", "")]),
        ("content/images/Affiche 1.JPG", [("image-name-format", "affiche-1.jpg")]),
        ("content/images/affiche.heic", [("image-format", "")]),
        ("content/events/Affiche.PDF", [("image-format", "")]),
        ("content/images/con.png", [("image-name-format", "")]),
        ("content/images/notes.md", [("image-name-format", "")]),
        ("content/nuit.md", [("path-outside", "")]),
        ("content/.gitattributes", [("path-of-git", "")]),
        ("content/pages/fr/.GitModules", [("path-of-git", "")]),
        ("content/images/.gitignore", [("path-of-git", "")]),
        ("content/events/gitignore.md", []),
        ("content/events//nuit.md", [("path-outside", "")]),
        ("content/scripts/nuit.md", [("path-outside", "")]),
        ("events/nuit.md", [("path-outside", "")]),
    ],
)
def test_path_rule_says_what_is_wrong_and_proposes_a_name(path: str, found: list[tuple[str, str]]) -> None:
    assert [(fault.code, fault.hint) for fault in path_faults(path)] == found


@given(st.lists(st.sampled_from(["content", "events", "venues", "..", "a-b", "a.md", "A.md", "b.jpg", ""]) | st.text()))
def test_accepted_path_is_plain(parts: list[str]) -> None:
    path = "/".join(parts)
    if not path_faults(path) and parts[1] not in {"pages", "snapshots"}:
        assert STANDING.fullmatch(path)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("affiche.jpg", "content/events/2027/affiche.jpg"),
        ("./affiche.jpg", "content/events/2027/affiche.jpg"),
        ("../../images/affiche.jpg", "content/images/affiche.jpg"),
        ("/content/images/affiche.jpg", "content/images/affiche.jpg"),
        ("../../../affiche.jpg", None),
        ("/etc/affiche.jpg", None),
        ("//example.org/affiche.jpg", None),
        ("https://example.org/affiche.jpg", None),
        ("Affiche.jpg", None),
        ("nuit.md", None),
    ],
)
def test_image_path_stays_in_the_content(address: str, path: str | None) -> None:
    assert image_path(address, "content/events/2027/nuit.md") == path


def test_open_regular_gives_the_bytes(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"nuit")
    assert open_regular(tmp_path / "a.md", tmp_path) == b"nuit"


def test_open_regular_refuses_large_files(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"x" * 128_001)
    assert open_regular(tmp_path / "a.md", tmp_path) == Fault("file-too-large", values={"limit": "128000"})
    (tmp_path / "a.md").write_bytes(b"x" * 128_000)
    assert open_regular(tmp_path / "a.md", tmp_path) == b"x" * 128_000


def test_open_regular_refuses_links(tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret" / "a.md").write_bytes(b"secret")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "a.md").symlink_to(tmp_path / "secret" / "a.md")
    (tmp_path / "content" / "folder").symlink_to(tmp_path / "secret")
    (tmp_path / "contents").mkdir()
    (tmp_path / "contents" / "a.md").write_bytes(b"beside")
    for path in ("content/a.md", "content/folder/a.md", "content/../secret/a.md", "contents/a.md"):
        assert open_regular(tmp_path / path, tmp_path / "content") == Fault("file-symlink")


def test_open_regular_refuses_what_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    assert open_regular(tmp_path / "folder.md", tmp_path) == Fault("file-not-regular")
    assert open_regular(tmp_path / "pipe.md", tmp_path) == Fault("file-not-regular")
    assert open_regular(tmp_path / "none.md", tmp_path) == Fault("file-unreadable")
