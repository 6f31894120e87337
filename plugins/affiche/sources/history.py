"""What git tells of a repository, in one log and one stream of old files: the only module that runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, NamedTuple, cast

_COMMIT = "commit:"
#: What a person's own settings must not change, and leave to read a repository that belongs to somebody else.
_CONFIGURATION = ("core.quotePath=off", "log.diffMerges=separate", "log.showRoot=true", "safe.directory=*")
#: Files as git knows them: no links, no repositories inside.
_FILE_MODES = ("100644", "100755")
#: How much of what is not wanted is read at once, in bytes.
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Commit:
    """A version of a record's file: when it came (aware, UTC), its collection and id, and its git object."""

    moment: datetime
    key: tuple[str, str]
    mode: str
    blob: str

    @property
    def is_file(self) -> bool:
        """Whether it is a regular file then."""
        return self.mode in _FILE_MODES


class State(NamedTuple):
    """Where a repository stands: whether it is without its whole history, where in it `content` lies, its commit."""

    is_shallow: bool = False
    prefix: str = ""
    head: str = ""


class ChangedFile(NamedTuple):
    """A line of `git diff --raw --no-renames`: the path, the mode afterwards, the size in bytes, the status letter."""

    path: str
    mode: str
    size: int
    status: str


def load_state(content: Path) -> State:
    """Where a repository stands; nothing where there is none, or no commit in it."""
    told = _git(content, "rev-parse", "--is-shallow-repository", "--show-prefix", "HEAD")
    is_shallow, prefix, head, *_ = told.split("\n") if told else ("", "", "")
    return State(is_shallow == "true", prefix, head)


def is_before(content: Path, earlier: str, later: str) -> bool:
    """Whether a commit is one of those on the first-parent line that leads to another."""
    line = _git(content, "rev-list", "--first-parent", "--parents", f"{earlier}..{later}", "--").splitlines()
    return bool(line) and line[-1].split()[1:2] == [earlier]


def is_committed(path: Path) -> bool:
    """Whether a file came with the repository that it lies in, or is about to go with it."""
    return _git(path.parent, "ls-files", "--", path.name) != ""


def load_log(content: Path, head: str, after: str = "") -> str | None:
    """What git tells of the first-parent line that leads to a commit, of the versions of files below `content`.

    The oldest first; of what comes `after` another commit of that line, if one is given. None where git fails.
    """
    told = _answer(
        content, "log", "--first-parent", "-m", "--reverse", "--raw", "--no-renames", "--no-abbrev",
        f"--format={_COMMIT}%cI", "--relative", f"{after}..{head}" if after else head, "--", ".",
    )  # fmt: skip
    return None if told is None else told.decode("utf-8", "replace")


def parse_log(log: str) -> Iterator[Commit]:
    """The versions of all records that a log tells of, oldest first; deletions are no version."""
    moment = datetime.fromtimestamp(0, UTC)
    for line in log.split("\n"):
        if line.startswith(_COMMIT):
            moment = datetime.fromisoformat(line.removeprefix(_COMMIT)).astimezone(UTC)
        elif line.startswith(":"):
            description, _, path = line.partition("\t")
            _, mode, _, blob, kind = description.split()
            folder, _, below = path.partition("/")
            stem, dot, suffix = below.rpartition("/")[2].rpartition(".")
            if kind != "D" and stem and dot + suffix == ".md":
                yield Commit(moment, (folder, stem), mode, blob)


def load_blobs(content: Path, blobs: Iterable[str], most: int) -> Iterator[bytes]:
    """The bytes of git objects in order, read as they are asked for; none of what is missing or larger than `most`."""
    with TemporaryFile() as wanted:
        wanted.write("".join(f"{blob}\n" for blob in blobs).encode())
        wanted.seek(0)
        yield from _blobs(content, wanted, most)


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
    """The bytes that a git command prints; none where it fails."""
    return _answer(folder, *arguments, given=given) or b""


def _answer(folder: Path, *arguments: str, given: bytes = b"") -> bytes | None:
    command = _command(folder, *arguments)
    try:
        done = subprocess.run(command, input=given, capture_output=True, check=True, timeout=300)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout


def _command(folder: Path, *arguments: str) -> list[str]:
    configuration = (part for setting in _CONFIGURATION for part in ("-c", setting))
    return ["git", "-C", str(folder), *configuration, *arguments]


def _blobs(content: Path, wanted: IO[bytes], most: int) -> Iterator[bytes]:
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
            yield _blob(stream, int(header[2]), most) if len(header) == 3 else b""


def _blob(stream: IO[bytes], size: int, most: int) -> bytes:
    """The next object of a stream and the line end after it; what is too large is skipped piece by piece."""
    data = stream.read(min(size, most + 1))
    rest = size - len(data)
    while rest > 0 and (skipped := len(stream.read(min(rest, _PIECE)))):
        rest -= skipped
    stream.read(1)
    return data if size <= most else b""
