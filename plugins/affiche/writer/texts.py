"""A few texts of ours in a folder, for the next step of a workflow to read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_texts(folder: Path, texts: Mapping[str, str]) -> None:
    """Writes texts by file name; what stood under these names is replaced."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
