"""The printed programmes that `make programme` has made of an earlier build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def load_programmes(folder: Path) -> Mapping[str, bytes]:
    """The PDFs in a folder by their paths in the site; none where there is no folder."""
    found = sorted(path for path in folder.rglob("*.pdf") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}
