"""What makes content a project of Affiche: our own settings, design, data and editorial pages."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def copy_project(root: Path) -> None:
    """Copies all but the content of the agenda."""
    root.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name in ("overrides", "data", "content/pages"):
        shutil.copytree(ROOT / name, root / name)
