"""What an engine made in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path


def load_staged(folder: Path, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """The paths that are files in a folder, each with its bytes."""
    for path in paths:
        if (folder / path).is_file():
            yield path, (folder / path).read_bytes()
