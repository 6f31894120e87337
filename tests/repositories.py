"""Scripted repositories: commits on days of January 2026, by committer date; and the texts of events."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from affiche.model.history import History
from affiche.sources.lives import load_history
from affiche.sources.loader import load_content

BRUSSELS = ZoneInfo("Europe/Brussels")

START = datetime(2026, 1, 1, 12, tzinfo=UTC)
IDENTITY = ("-c", "user.name=Ana", "-c", "user.email=ana@example.org", "-c", "core.fsync=none", "-c", "gc.auto=0")


def day(number: int) -> datetime:
    """The committer's date of a day of January 2026."""
    return START + timedelta(days=number - 1)


@dataclass(frozen=True)
class Repository:
    """A repository whose commits are made on days of January 2026; authors wrote everything a year before."""

    root: Path

    def git(self, *arguments: str, on: int = 1) -> str:
        dates = {"GIT_COMMITTER_DATE": day(on).isoformat(), "GIT_AUTHOR_DATE": "2025-01-01T00:00:00Z"}
        alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "PATH": os.environ["PATH"]}
        command = ["git", "-C", str(self.root), *IDENTITY, *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True, env=alone | dates).stdout

    def commit(self, on: int, **texts: str | None) -> None:
        """Writes events by id, removes those without a text, and commits."""
        for record_id, text in texts.items():
            self.write(f"content/events/{record_id}.md", text)
        self.git("add", "--all")
        self.git("commit", "--allow-empty", "--message", "change", on=on)

    def commit_all(self, path: str, texts: Sequence[str]) -> None:
        """Commits the versions of one file, one a day from the first of January on, in a new repository at once."""
        stream = []
        for number, text in enumerate(texts, start=1):
            who = f"committer Ana <ana@example.org> {int(day(number).timestamp())} +0000"
            size = len(text.encode())
            stream.append(f"commit refs/heads/main\n{who}\ndata 0\nM 100644 inline {path}\ndata {size}\n{text}\n")
        command = ["git", "-C", str(self.root), *IDENTITY, "fast-import", "--quiet", "--force"]
        subprocess.run(command, check=True, input="".join(stream).encode())
        self.write(path, texts[-1])

    def write(self, path: str, text: str | None) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if text is None:
            file.unlink()
        else:
            file.write_text(text, encoding="utf-8")

    def merge(self, on: int, branch: str, *options: str) -> None:
        self.git("merge", "--no-ff", *options, "--message", "merge", branch, on=on)

    @property
    def dates(self) -> dict[str, tuple[int, int]]:
        """The days of January on which each event was published and last changed."""
        return {key[1]: (dates.published.day, dates.updated.day) for key, dates in self.history.dates.items()}

    @property
    def history(self) -> History:
        return load_history(self.root / "content")

    @property
    def told(self) -> History:
        """The history of the records that the content has now, changes included."""
        content = load_content(self.root / "content")
        return load_history(self.root / "content", content.without(content.left_out), BRUSSELS)


def make_repository(root: Path) -> Repository:
    """An empty repository."""
    made = Repository(root)
    made.git("init", "--quiet", "--initial-branch=main")
    return made


def make_shallow(root: Path) -> Path:
    """A shallow clone, beside it, of a folder that becomes a repository of two commits."""
    repository = make_repository(root)
    repository.git("add", "--all")
    repository.git("commit", "--quiet", "--message", "All")
    repository.git("commit", "--quiet", "--message", "More", "--allow-empty", on=2)
    clone = root.with_name(f"{root.name}-shallow")
    repository.git("clone", "--quiet", "--depth=1", f"file://{root}", str(clone))
    return clone


def event_text(**typed: Any) -> str:
    """The file of a concert on 5 December 2026 at 20:00, unless it is typed otherwise: JSON values are YAML."""
    plain = {"title": "Nuit ouverte", "type": "concert", "organisers": ["zinneke"]}
    when = {} if typed.keys() & {"start", "dates", "period", "recurrence"} else {"start": "2026-12-05 20:00"}
    lines = (f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in {**plain, **when, **typed}.items())
    return "\n".join(("---", *lines, "---", ""))
