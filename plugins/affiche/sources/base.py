"""The content as it was in an earlier commit, to see what a change does to it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from affiche.model.record import Record
from affiche.sources.history import load_archive, load_differences
from affiche.sources.loader import Content, load_content
from affiche.sources.paths import FILE_BYTES
from affiche.sources.proposal import MOST_FILES

#: The path of a record as we accept it: to git, it means itself.
_PLAIN = re.compile(r"content/([a-z]+(?:/[a-z0-9-]+)+[.]md)")


class CommitUnknown(ValueError):
    """There is no such commit, or no repository."""


@dataclass(frozen=True, slots=True)
class Base:
    """The records that were published at a commit, those of files without errors, and the ids of all its files."""

    records: tuple[Record, ...] = ()
    stems: Mapping[str, frozenset[str]] = field(default_factory=dict)


def load_base(content: Path, commit: str) -> Base:
    """The content at a commit; raises `CommitUnknown`."""
    base = load_commit(content, commit)
    return Base(base.without(base.left_out), base.stems)


def load_commit(content: Path, commit: str) -> Content:
    """All that the content was at a commit, files with errors too; raises `CommitUnknown`.

    Whatever that commit holds, links become plain files.
    """
    archive = load_archive(content, commit)
    if not archive:
        raise CommitUnknown(commit)
    return _unpacked(archive)


def load_added(content: Path, commit: str) -> tuple[Record, ...]:
    """The records that a commit has and the present one has not, faulty ones too; none if there is no such commit."""
    added = [row for row in load_differences(content, "HEAD", commit) if row.status == "A" and row.size <= FILE_BYTES]
    paths = [match[1] for row in added if (match := _PLAIN.fullmatch(row.path))][:MOST_FILES]
    archive = load_archive(content, commit, paths) if paths else b""
    return _unpacked(archive).records if archive else ()


def _unpacked(archive: bytes) -> Content:
    with TemporaryDirectory() as folder:
        with ZipFile(BytesIO(archive)) as files:
            files.extractall(folder)
        return load_content(Path(folder))
