"""The repository's history, read in one log and one stream of old files: the only module that runs git."""

from __future__ import annotations

import subprocess
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath
from tempfile import TemporaryFile
from typing import IO, cast
from zoneinfo import ZoneInfo

from affiche.model.change import Change, find_changes, in_order
from affiche.model.event import Event
from affiche.model.history import Dates, History, RecordKey
from affiche.model.place import Venue
from affiche.model.record import Record
from affiche.model.same_place import KnownVenues
from affiche.sources.past import PastFile, draft_ended, public_versions, read_versions
from affiche.sources.past_texts import PastTexts, read_texts
from affiche.sources.paths import FILE_BYTES
from affiche.sources.proposal import ChangedFile

UNIVERSAL = ZoneInfo("UTC")

_COMMIT = "commit:"
#: What a person's own settings must not change, and leave to read a repository that belongs to somebody else.
_CONFIGURATION = ("core.quotePath=off", "log.diffMerges=separate", "log.showRoot=true", "safe.directory=*")
#: Files as git knows them: no links, no repositories inside.
_FILE_MODES = ("100644", "100755")


@dataclass(frozen=True, slots=True)
class _Commit:
    """A version of a record: when it came (aware, UTC), and its git object."""

    moment: datetime
    key: RecordKey
    mode: str
    blob: str


def load_history(content: Path, records: Sequence[Record] = (), zone: ZoneInfo = UNIVERSAL) -> History:
    """The first and newest first-parent commit of each record below `content`, and what has changed of `records`.

    By committer date. Empty, and without a word, where there is no git or no repository. Moving a file between folders
    is no change; `redirect_from` leads to earlier ids. Times without an offset are in `zone`. `records` have no error.
    """
    shallow = _git(content, "rev-parse", "--is-shallow-repository").strip() == "true"
    commits = _load_commits(content)
    opened: dict[RecordKey, datetime] = {}
    changes: list[Change] = []
    venues = KnownVenues.of(record for record in records if isinstance(record, Venue))
    for record, files in _load_lives(content, records, commits):
        versions = list(read_versions(record, files))
        if ended := draft_ended(versions):
            opened[_key(record)] = ended
        if isinstance(record, Event):
            public = ((moment, seen) for moment, seen in public_versions(versions, zone) if isinstance(seen, Event))
            changes += find_changes(record, public, venues.is_same, zone)
    return History(_dates(commits), shallow, opened, in_order(changes))


def load_state(content: Path) -> str:
    """What tells whether a history is still the one that was read: its newest commit, and whether it is shallow."""
    return _git(content, "rev-parse", "--is-shallow-repository", "HEAD")


def is_committed(path: Path) -> bool:
    """Whether a file came with the repository that it lies in, or is about to go with it."""
    return _git(path.parent, "ls-files", "--", path.name) != ""


def load_past_texts(content: Path, records: Sequence[Record]) -> dict[RecordKey, list[PastTexts]]:
    """What the texts of each record that was changed said in each version of its file, the oldest first."""
    lives = _load_lives(content, records, _load_commits(content))
    return {_key(record): list(read_texts(record, files)) for record, files in lives}


def load_archive(content: Path, commit: str, paths: Sequence[str] = (".",)) -> bytes:
    """A ZIP archive of `content`, or of paths in it, as in a commit or branch; empty where there is no such commit."""
    known = _git(content, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}").strip()
    return _run(content, "archive", "--format=zip", known, "--", *paths) if known else b""


def load_changed_files(folder: Path, base: str, head: str) -> list[ChangedFile]:
    """The files that `head` changes since it left `base`, with what they are afterwards; both sides of a rename."""
    return _changed_files(folder, f"{base}...{head}")


def load_differences(folder: Path, base: str, head: str) -> list[ChangedFile]:
    """The files that are not the same in two commits, which need have nothing in common."""
    return _changed_files(folder, base, head)


def _changed_files(folder: Path, *commits: str) -> list[ChangedFile]:
    raw = _git(folder, "diff", "--raw", "-z", "--no-renames", "--no-abbrev", "--no-relative", *commits, "--")
    parts = raw.split("\0")[:-1]
    rows = [(*parts[place].split(), parts[place + 1]) for place in range(0, len(parts), 2)]
    sizes = dict(_sizes(folder, [blob for _, _, _, blob, _, _ in rows]))
    return [ChangedFile(path, mode, sizes.get(blob, 0), kind) for _, mode, _, blob, kind, path in rows]


def _sizes(folder: Path, blobs: Sequence[str]) -> Iterator[tuple[str, int]]:
    """The size in bytes of each git object that is there."""
    wanted = "".join(f"{blob}\n" for blob in blobs).encode()
    told = _run(folder, "cat-file", "--batch-check=%(objectname) %(objectsize)", given=wanted) if blobs else b""
    for line in told.decode().splitlines():
        blob, size = line.split()
        if size.isdecimal():
            yield blob, int(size)


def _git(folder: Path, *arguments: str) -> str:
    """What a git command prints; nothing where it fails."""
    return _run(folder, *arguments).decode("utf-8", "replace")


def _run(folder: Path, *arguments: str, given: bytes = b"") -> bytes:
    command = _command(folder, *arguments)
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=300)
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


def _command(folder: Path, *arguments: str) -> list[str]:
    configuration = (part for setting in _CONFIGURATION for part in ("-c", setting))
    return ["git", "-C", str(folder), *configuration, *arguments]


def _load_commits(content: Path) -> list[_Commit]:
    log = _git(
        content, "log", "--first-parent", "-m", "--reverse", "--raw", "--no-renames", "--no-abbrev",
        f"--format={_COMMIT}%cI", "--relative", "--", ".",
    )  # fmt: skip
    return list(_commits(log.split("\n")))


def _commits(lines: Iterable[str]) -> Iterator[_Commit]:
    """The versions of all records, oldest first; deletions are no version."""
    moment = datetime.fromtimestamp(0, UTC)
    for line in lines:
        if line.startswith(_COMMIT):
            moment = datetime.fromisoformat(line.removeprefix(_COMMIT)).astimezone(UTC)
        elif line.startswith(":"):
            description, _, path = line.partition("\t")
            _, mode, _, blob, kind = description.split()
            parts = PurePosixPath(path)
            if kind != "D" and parts.suffix == ".md" and len(parts.parts) > 1:
                yield _Commit(moment, (parts.parts[0], parts.stem), mode, blob)


def _dates(commits: Iterable[_Commit]) -> dict[RecordKey, Dates]:
    found: dict[RecordKey, Dates] = {}
    blobs: dict[RecordKey, str] = {}
    for commit in commits:
        if blobs.get(commit.key) == commit.blob:
            continue
        blobs[commit.key] = commit.blob
        known = found.get(commit.key, Dates(commit.moment, commit.moment))
        found[commit.key] = Dates(known.published, max(known.updated, commit.moment))
    return found


def _load_lives(
    content: Path, records: Sequence[Record], commits: Iterable[_Commit]
) -> Iterator[tuple[Record, list[PastFile]]]:
    """Each record that was changed, with all versions of its file, those under its earlier ids included."""
    lives = _lives(records, commits)
    with TemporaryFile() as wanted:
        wanted.write("".join(f"{commit.blob}\n" for _, life in lives for commit in life).encode())
        wanted.seek(0)
        files = _files(content, wanted) if lives else iter(())
        for record, life in lives:
            yield record, [(commit.moment, next(files, b"")) for commit in life]


def _lives(records: Sequence[Record], commits: Iterable[_Commit]) -> list[tuple[Record, list[_Commit]]]:
    """Each record with its versions, where there are several; an id that a record has is no other's earlier one."""
    owners = {_key(record): record for record in records}
    for record in records:
        for earlier in record.redirect_from:
            owners.setdefault((record.collection, earlier), record)
    lives: Mapping[RecordKey, list[_Commit]] = defaultdict(list)
    for commit in commits:
        if commit.mode in _FILE_MODES and commit.key in owners:
            life = lives[_key(owners[commit.key])]
            if not life or life[-1].blob != commit.blob:
                life.append(commit)
    return [(owners[key], life) for key, life in lives.items() if len(life) > 1]


def _key(record: Record) -> RecordKey:
    return record.collection, record.id


def _files(content: Path, wanted: IO[bytes]) -> Iterator[bytes]:
    """The bytes of each git object named in a file, in order; none of those that are missing or too large to read."""
    try:
        git = subprocess.Popen(
            _command(content, "cat-file", "--batch", "--buffer"), stdin=wanted, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except OSError:
        return
    with git:
        stream = cast("IO[bytes]", git.stdout)
        while header := stream.readline().split():
            yield _file(stream, int(header[2])) if len(header) == 3 else b""


def _file(stream: IO[bytes], size: int) -> bytes:
    """The next object of a stream and the line end after it; what is too large is skipped piece by piece."""
    data = stream.read(min(size, FILE_BYTES + 1))
    rest = size - len(data)
    while rest > 0 and (skipped := len(stream.read(min(rest, FILE_BYTES)))):
        rest -= skipped
    stream.read(1)
    return data if size <= FILE_BYTES else b""
