"""A folder of content becomes records, images and problems: one pass, none of them fatal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from affiche.model.collections import COLLECTIONS
from affiche.model.record import Record
from affiche.problems import Fault, Problem, Severity
from affiche.sources.files import content_files
from affiche.sources.hints import of_path
from affiche.sources.images import ImageFacts
from affiche.sources.pictures import SHARED_FOLDER, Pictures
from affiche.sources.record_file import read_record

MODELS: Mapping[str, type[Record]] = {model.collection: model for model in COLLECTIONS}


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


def load_content(root: Path) -> Content:
    """Everything in a folder of content: its collections' files and the images they use.

    Paths in records and problems begin with `content/`, whatever the folder is called.
    """
    pictures = Pictures(root)
    records: list[Record] = []
    problems: list[Problem] = []
    stems: dict[str, set[str]] = {name: set() for name in MODELS}
    for file in content_files(root):
        problems += (of_path(fault, file.path) for fault in file.faults)
        if not file.is_record or file.collection == SHARED_FOLDER:
            continue
        if file.collection not in MODELS:
            unread = Fault("collection-unread", severity=Severity.WARNING, values={"value": file.collection})
            problems += () if file.faults else (of_path(unread, file.path),)
            continue
        stems[file.collection].add(file.stem)
        if file.faults:
            continue
        record, found = read_record(MODELS[file.collection], file, pictures)
        problems += found
        if record is not None:
            records.append(record)
    return Content(
        tuple(records),
        {name: frozenset(ids) for name, ids in stems.items()},
        pictures.used,
        tuple(problems),
    )
