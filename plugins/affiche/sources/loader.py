"""A folder of content becomes records, images and problems: one pass, none of them fatal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from affiche.model.collections import COLLECTIONS
from affiche.model.fingerprint import digest_bytes
from affiche.model.record import Record
from affiche.model.source import Source
from affiche.problems import Fault, Problem, Severity
from affiche.processes import FILE_BOUNDS, ProcessLost, bounded, can_fork, count_workers, share_out, try_out
from affiche.sources.decoded import DecodedImages
from affiche.sources.files import ContentFile, content_files
from affiche.sources.hints import as_problem, of_path
from affiche.sources.images import ImageFacts
from affiche.sources.kept_records import KeptRecords
from affiche.sources.paths import FILE_BYTES, read_regular
from affiche.sources.pictures import SHARED_FOLDER, Pictures
from affiche.sources.record_file import read_record
from affiche.sources.stored import NotStorable, restore_record, store_record

MODELS: Mapping[str, type[Record]] = {model.collection: model for model in COLLECTIONS}

#: The fewest new files that are worth a process.
FEWEST = 200

#: A file with its bytes.
Opened = tuple[ContentFile, bytes]


@dataclass(frozen=True, slots=True)
class Content:
    """What a folder of content holds.

    `records` in the order of their paths, those with errors too, as far as they are readable; `stems` are the ids of
    all files by collection, so that a broken file is not also a reference to nothing. `images` are facts by path.
    """

    records: tuple[Record, ...] = ()
    stems: Mapping[str, frozenset[str]] = field(default_factory=dict)
    images: Mapping[str, ImageFacts] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    @property
    def files(self) -> int:
        """How many files of the collections were read."""
        return sum(map(len, self.stems.values()))

    @property
    def left_out(self) -> frozenset[str]:
        """The paths of files that have an error."""
        return frozenset(problem.path for problem in self.problems if problem.is_error)

    def without(self, paths: Iterable[str]) -> tuple[Record, ...]:
        """The records of all other files."""
        unwanted = frozenset(paths)
        return tuple(record for record in self.records if record.origin.path not in unwanted)


def load_content(root: Path, kept_in: Path | None = None) -> Content:
    """Everything in a folder of content: its collections' files and the images they use.

    Paths in records and problems begin with `content/`, whatever the folder is called. `kept_in` is a file that keeps
    the records of files without problem and without image: those are not read again while they stay the same.
    """
    files, problems, stems = _sorted_out(content_files(root))
    opened, unread = _opened(files)
    decoded = DecodedImages(kept_in and kept_in.with_name("images.txt"))
    pictures, kept = Pictures(root, decoded), KeptRecords(kept_in)
    records = {file.path: record for file, data in opened if (record := kept.find(file.path, data))}
    new = [(file, data) for file, data in opened if file.path not in records]
    lines = _read_elsewhere(new, root)
    for file, data in new:
        line = lines.get(file.path, "")
        if line is None:
            problems.append(of_path(Fault("file-crashes"), file.path))
            continue
        if line:
            record = restore_record(line, file.path, digest_bytes(data))
        else:
            record, found = read_record(MODELS[file.collection], file, data, pictures)
            problems += found
            line = _stored(record, found) if kept.is_on else ""
        if record is not None:
            records[file.path] = record
        if line:
            kept.add(file.path, data, line)
    kept.save()
    decoded.save()
    ordered = tuple(records[file.path] for file in files if file.path in records)
    ids = {name: frozenset(found) for name, found in stems.items()}
    return Content(ordered, ids, pictures.used, (*problems, *unread))


def _sorted_out(found: Iterable[ContentFile]) -> tuple[list[ContentFile], list[Problem], dict[str, set[str]]]:
    """The files to read as records, what is wrong with others, and the ids of all files by collection."""
    files: list[ContentFile] = []
    problems: list[Problem] = []
    stems: dict[str, set[str]] = {name: set() for name in MODELS}
    for file in found:
        problems += (of_path(fault, file.path) for fault in file.faults)
        if not file.is_record or file.collection == SHARED_FOLDER:
            continue
        if file.collection in MODELS:
            stems[file.collection].add(file.stem)
            files += () if file.faults else (file,)
        elif not file.faults:
            unread = Fault("collection-unread", severity=Severity.WARNING, values={"value": file.collection})
            problems.append(of_path(unread, file.path))
    return files, problems, stems


def _opened(files: Iterable[ContentFile]) -> tuple[list[Opened], list[Problem]]:
    """Files with their bytes, and what is wrong with those that cannot be opened. The walk has followed no link."""
    opened: list[Opened] = []
    problems: list[Problem] = []
    for file in files:
        data = read_regular(file.disk, FILE_BYTES)
        if isinstance(data, Fault):
            problems.append(as_problem(data, Source(file.path)))
        else:
            opened.append((file, data))
    return opened, problems


def _read_elsewhere(files: Sequence[Opened], root: Path) -> dict[str, str | None]:
    """The records that other processes have read, as they are stored, by path; None for a file that stops its process.

    An empty text, or nothing, for a file that is to be read here: it does no harm, as far as can be known.
    """
    workers = count_workers(len(files), FEWEST)
    if workers > 1:
        with suppress(ProcessLost):
            shares = share_out(files, partial(_read_share, root), workers)
            return {path: line for share in shares for path, line in share.items()}
    if not files or not can_fork():
        return {}
    lines = try_out(files, partial(_read_one, root), FILE_BOUNDS)
    return {file.path: line for (file, _), line in zip(files, lines, strict=True)}


def _read_share(root: Path, share: Iterator[Opened]) -> dict[str, str]:
    return {opened[0].path: _read_one(root, opened) for opened in bounded(share, FILE_BOUNDS)}


def _read_one(root: Path, opened: Opened) -> str:
    file, data = opened
    return _stored(*read_record(MODELS[file.collection], file, data, Pictures(root)))


def _stored(record: Record | None, problems: Sequence[Problem]) -> str:
    """A record as it is kept; empty for one that must be read again: for its problems, for its images."""
    if record is None or problems or record.origin.images:
        return ""
    try:
        return store_record(record)
    except NotStorable:
        return ""
