"""What a proposal may change in the content, told from git's list of its files, before any of them is opened."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from affiche.problems import Fault, Problem
from affiche.sources.hints import of_path
from affiche.sources.history import ChangedFile
from affiche.sources.paths import path_faults

#: How much one proposal may hold: more is divided, so that somebody can read it.
MOST_FILES, MOST_BYTES = 100, 50_000_000
#: Git's modes of what is no ordinary file; an ordinary one is 100644.
ORDINARY, EXECUTABLE, LINK = "100644", "100755", "120000"
DELETED = "D"
CONTENT = "content"


def check_proposal(files: Iterable[ChangedFile]) -> Sequence[Problem]:
    """Every problem of a proposal's files below `content/`; what lies elsewhere is for maintainers to judge.

    `file-symlink`, `file-executable`, `file-not-regular`, and those of paths, for what the proposal adds or changes;
    `proposal-too-large`, over 100 files or 50 MB, for the whole, at the path `content`.
    """
    ours = [file for file in files if file.path.casefold().split("/", 1)[0] == CONTENT]
    kept = [file for file in ours if file.status != DELETED]
    return sorted([*_of_whole(ours, sum(file.size for file in kept)), *(each for file in kept for each in _of(file))])


def _of_whole(files: Sequence[ChangedFile], size: int) -> Iterator[Problem]:
    if len(files) > MOST_FILES:
        values = {"count": str(len(files)), "limit": str(MOST_FILES), "reason": "files"}
        yield of_path(Fault("proposal-too-large", values=values), CONTENT)
    if size > MOST_BYTES:
        values = {"count": str(size), "limit": str(MOST_BYTES), "reason": "size"}
        yield of_path(Fault("proposal-too-large", values=values), CONTENT)


def _of(file: ChangedFile) -> Iterator[Problem]:
    """What is wrong with one file's kind, and with its path."""
    if file.mode != ORDINARY:
        kinds = {LINK: Fault("file-symlink"), EXECUTABLE: Fault("file-executable")}
        yield of_path(kinds.get(file.mode, Fault("file-not-regular")), file.path)
    yield from (of_path(fault, file.path) for fault in path_faults(file.path))
