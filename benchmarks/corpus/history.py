"""A git history of a corpus: one commit a file, the last on the day before the moment it is seen from."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from benchmarks.corpus.season import NOW

IDENTITY = "committer Affiche <affiche@example.org>"
MINUTES_APART = 90


def commit_history(root: Path) -> None:
    """Makes `root` a repository whose files were added in the order of their paths, an hour and a half apart."""
    subprocess.run(["git", "init", "--quiet", "--initial-branch", "main", root], check=True)
    command = ["git", "-C", str(root), "fast-import", "--quiet"]
    subprocess.run(command, check=True, input=b"".join(_commits(root)))
    subprocess.run(["git", "-C", root, "reset", "--quiet", "--hard"], check=True)


def _commits(root: Path) -> Iterator[bytes]:
    paths = sorted(path for path in (root / "content").rglob("*") if path.is_file())
    for number, path in enumerate(paths):
        moment = NOW - timedelta(days=1, minutes=MINUTES_APART * (len(paths) - number))
        yield f"commit refs/heads/main\n{IDENTITY} {int(moment.timestamp())} +0000\ndata 0\n".encode()
        data = path.read_bytes()
        yield f"M 100644 inline {path.relative_to(root)}\ndata {len(data)}\n".encode() + data + b"\n"
