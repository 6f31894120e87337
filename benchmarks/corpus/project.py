"""What makes content a project of Affiche: our own settings, design, data and editorial pages."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


#: The setting whose images are a stage of their own, as those of photographs are.
KITS = re.compile(r"(social_weeks): \d+")


def copy_project(root: Path, *, has_images: bool = False) -> None:
    """Copies all but the content of the agenda; without images, social kits are left out too."""
    root.mkdir(parents=True, exist_ok=True)
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    (root / "mkdocs.yml").write_text(settings if has_images else KITS.sub(r"\1: 0", settings), encoding="utf-8")
    for name in ("overrides", "data", "content/pages"):
        shutil.copytree(ROOT / name, root / name)
