"""What files said when they could last be read, to answer at the addresses of those that are broken or gone today."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from affiche.model.history import RecordKey
from affiche.model.record import Record
from affiche.sources.files import ContentFile
from affiche.sources.history import Commit, load_blobs, load_state, parse_log
from affiche.sources.kept_log import load_kept_log
from affiche.sources.loader import MODELS
from affiche.sources.past import past_record, past_text
from affiche.sources.paths import FILE_BYTES
from affiche.sources.pictures import Pictures
from affiche.sources.record_file import read_record

#: The newest versions of a broken file that are looked at.
MOST_VERSIONS = 10


class Former(NamedTuple):
    """A version of a file without an error: the record that it was, since a moment (aware, UTC)."""

    moment: datetime
    record: Record


def load_former(
    content: Path, paths: Mapping[RecordKey, str], pictures: Pictures, kept_in: Path | None = None
) -> dict[RecordKey, list[Former]]:
    """The versions of some records' files, the newest first, as if they lay at these paths today.

    Those are left out that have an error by the rules of today, or name an image that is not there any more. `kept_in`
    is a file that keeps the log of commits.
    """
    found = _newest(content, paths, MOST_VERSIONS, kept_in)
    blobs = load_blobs(content, (commit.blob for versions in found.values() for commit in versions), FILE_BYTES)
    return {key: list(_readable(content, paths[key], found[key], blobs, pictures)) for key in found}


def load_last(
    content: Path, keys: Collection[RecordKey], kept_in: Path | None = None
) -> dict[RecordKey, Record | None]:
    """The newest version of each record's file, by what news are made of alone; None for one that cannot be read."""
    found = _newest(content, keys, 1, kept_in)
    blobs = load_blobs(content, (commit.blob for versions in found.values() for commit in versions), FILE_BYTES)
    return {key: past_record(MODELS[key[0]], past_text(next(blobs, b""))) for key in found}


def _newest(
    content: Path, keys: Collection[RecordKey], most: int, kept_in: Path | None
) -> dict[RecordKey, list[Commit]]:
    log = load_kept_log(content, load_state(content), kept_in) if keys else ""
    found: dict[RecordKey, list[Commit]] = defaultdict(list)
    for commit in reversed(list(parse_log(log))):
        if commit.is_file and commit.key in keys and len(found[commit.key]) < most:
            found[commit.key].append(commit)
    return {key: versions for key, versions in found.items() if versions}


def _readable(
    content: Path, path: str, commits: Collection[Commit], blobs: Iterator[bytes], pictures: Pictures
) -> Iterator[Former]:
    file = ContentFile(str(content / path.removeprefix("content/")), path)
    for commit in commits:
        record, problems = read_record(MODELS[file.collection], file, next(blobs, b""), pictures)
        if record is not None and not any(problem.is_error for problem in problems):
            yield Former(commit.moment, record)
