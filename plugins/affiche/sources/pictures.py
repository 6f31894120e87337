"""The images that records name: found beside the file or in `content/images/`, inspected once."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from affiche.model.nearest import nearest
from affiche.problems import Fault, Severity
from affiche.sources.images import ImageFacts, inspect_image

SHARED_FOLDER = "images"


class Pictures:
    """The images of a content folder; `used` holds the facts of those that a record names, by path."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._inspected: dict[Path, ImageFacts | Fault] = {}
        self.used: dict[str, ImageFacts] = {}

    def find(self, src: str, beside: Path) -> tuple[str, list[Fault]]:
        """The path (`content/...`) of a file name as typed, empty where it cannot be used, and what is wrong."""
        if PurePosixPath(src).name != src or src.startswith("."):
            return "", [Fault("image-path", values={"value": src})]
        for folder in (beside.parent, self._root / SHARED_FOLDER):
            if (folder / src).is_file():
                return self._inspect(folder / src)
        names = [path.name for folder in (beside.parent, self._root / SHARED_FOLDER) for path in folder.glob("*.*")]
        return "", [Fault("image-not-found", values={"value": src}, hint=nearest(src, names))]

    def _inspect(self, disk: Path) -> tuple[str, list[Fault]]:
        path = f"content/{disk.relative_to(self._root).as_posix()}"
        if disk not in self._inspected:
            self._inspected[disk] = inspect_image(disk)
        facts = self._inspected[disk]
        if isinstance(facts, Fault):
            return "", [facts]
        self.used[path] = facts
        return path, [Fault("image-position", severity=Severity.WARNING)] if facts.has_position else []
