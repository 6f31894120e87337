"""The repository's history, read in one call of git: the only module that runs it."""

from __future__ import annotations

import subprocess
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path, PurePosixPath

from affiche.model.history import Dates, History, RecordKey

_COMMIT = "commit:"
#: What a person's own settings must not change, and leave to read a repository that belongs to somebody else.
_CONFIGURATION = ("core.quotePath=off", "log.diffMerges=separate", "log.showRoot=true", "safe.directory=*")


def load_history(content: Path) -> History:
    """The first and last first-parent commit of each record below `content`, by committer date.

    Empty, and without a word, where there is no git or no repository. Moving a file between folders is no change.
    """
    shallow = _git(content, "rev-parse", "--is-shallow-repository").strip() == "true"
    log = _git(
        content, "log", "--first-parent", "-m", "--reverse", "--raw", "--no-renames", "--no-abbrev",
        f"--format={_COMMIT}%cI", "--relative", "--", ".",
    )  # fmt: skip
    return History(_dates(log.split("\n")), shallow)


def load_archive(content: Path, commit: str) -> bytes:
    """A ZIP archive of `content` as it was in a commit or branch; empty where there is no such commit."""
    known = _git(content, "rev-parse", "--verify", "--end-of-options", f"{commit}^{{commit}}").strip()
    return _run(content, "archive", "--format=zip", known, ".") if known else b""


def _git(folder: Path, *arguments: str) -> str:
    """What a git command prints; nothing where it fails."""
    return _run(folder, *arguments).decode("utf-8", "replace")


def _run(folder: Path, *arguments: str) -> bytes:
    configuration = (part for setting in _CONFIGURATION for part in ("-c", setting))
    command = ["git", "-C", str(folder), *configuration, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=True, timeout=300)
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout


def _dates(lines: Iterable[str]) -> dict[RecordKey, Dates]:
    found: dict[RecordKey, Dates] = {}
    blobs: dict[RecordKey, str] = {}
    for moment, key, blob in _changes(lines):
        if blobs.get(key) == blob:
            continue
        blobs[key] = blob
        known = found.get(key)
        found[key] = Dates(known.published if known else moment, moment)
    return found


def _changes(lines: Iterable[str]) -> Iterator[tuple[datetime, RecordKey, str]]:
    """Moment, record and git object of each version, oldest first; deletions are no version."""
    moment = datetime.fromtimestamp(0, UTC)
    for line in lines:
        if line.startswith(_COMMIT):
            moment = datetime.fromisoformat(line.removeprefix(_COMMIT)).astimezone(UTC)
        elif line.startswith(":"):
            description, _, path = line.partition("\t")
            blob, kind = description.split()[3:5]
            parts = PurePosixPath(path)
            if kind != "D" and parts.suffix == ".md" and len(parts.parts) > 1:
                yield moment, (parts.parts[0], parts.stem), blob
