"""The checksums of a published site, in a file of its own that `sha256sum --check` reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from pathlib import Path

#: Where they are in the site, under the name that such files have; SHA-256 (FIPS 180-4) of each file but this one.
SUMS = "SHA256SUMS"


def render_sums(root: Path, paths: Iterable[str]) -> bytes:
    """The checksums of files below a folder, a line each, in the order of their paths."""
    return "".join(f"{_sum(root / path)}  {path}\n" for path in sorted(paths)).encode()


def _sum(file: Path) -> str:
    with file.open("rb") as data:
        return hashlib.file_digest(data, "sha256").hexdigest()
