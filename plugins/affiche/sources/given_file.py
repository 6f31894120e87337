"""A file that somebody names, which is none of the content: a calendar or a table to import."""

from __future__ import annotations

from pathlib import Path

#: As much as is read of another server.
MOST_BYTES = 10_000_000


def load_given(path: Path) -> bytes:
    """The bytes of a file; raises `OSError` for one that cannot be opened, and for more than 10 MB."""
    with path.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    if len(data) > MOST_BYTES:
        raise OSError(f"{path}: more than 10 MB")
    return data
