"""The images that files name: found beside the file or in `content/images/`, inspected once."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from affiche.model.fields import LINE_LENGTH
from affiche.model.nearest import nearest
from affiche.model.record import Record
from affiche.problems import Fault, Place, Severity
from affiche.sources.commonmark import MarkdownTooLarge
from affiche.sources.decoded import DecodedImages
from affiche.sources.files import ContentFile
from affiche.sources.images import ImageFacts, inspect_image
from affiche.sources.markdown_faults import image_addresses
from affiche.sources.paths import image_path, is_other_image

SHARED_FOLDER = "images"


class Pictures:
    """The images of a content folder; `used` holds the facts of those that a record names, by path."""

    def __init__(self, root: Path, decoded: DecodedImages | None = None) -> None:
        """`decoded` tells which images can be decoded; without it, that is not asked."""
        self._decoded = decoded
        self.root = root
        self._names: dict[Path, frozenset[str]] = {}
        self._inspected: dict[str, ImageFacts | Fault] = {}
        self.used: dict[str, ImageFacts] = {}

    def find(self, src: str, file: ContentFile) -> tuple[str, list[Fault]]:
        """The path (`content/...`) of an address as written, empty where it cannot be used, and what is wrong."""
        if is_other_image(src):
            return "", [Fault("image-format", values={"reason": "other"})]
        beside = image_path(src, file.path)
        if beside is None and ("/" in src or "\\" in src):
            name = re.split(r"[/\\]", src)[-1]
            return "", [Fault("image-path", values={"value": src}, hint=name if name in self._near(file) else "")]
        for path in filter(None, (beside, f"content/{SHARED_FOLDER}/{src}")):
            if self._disk(path).name in self._names_in(self._disk(path).parent):
                return self._inspect(path)
        return "", [Fault("image-not-found", values={"value": src}, hint=nearest(src, self._near(file)))]

    def _near(self, file: ContentFile) -> list[str]:
        """The names of the images that a file may use, those beside it first."""
        folders = (Path(file.disk).parent, self.root / SHARED_FOLDER)
        names = [name for folder in folders for name in sorted(self._names_in(folder))]
        return [name for name in names if image_path(name, file.path)]

    def _names_in(self, folder: Path) -> frozenset[str]:
        """The names of a folder's files, as they are written: some disks would also find others."""
        if folder not in self._names:
            try:
                found = [path for path in folder.iterdir() if not path.is_dir()]
            except OSError:
                found = []
            self._names[folder] = frozenset(path.name for path in found)
        return self._names[folder]

    def _disk(self, path: str) -> Path:
        return self.root / path.removeprefix("content/")

    def _inspect(self, path: str) -> tuple[str, list[Fault]]:
        if path not in self._inspected:
            self._inspected[path] = self._inspected_anew(self._disk(path))
        facts = self._inspected[path]
        if isinstance(facts, Fault):
            return "", [facts]
        self.used[path] = facts
        return path, [Fault("image-position", severity=Severity.WARNING)] if facts.has_position else []

    def _inspected_anew(self, disk: Path) -> ImageFacts | Fault:
        found = inspect_image(disk, self.root)
        if isinstance(found, ImageFacts) and self._decoded and not self._decoded.can_decode(disk, found.digest):
            return Fault("image-format", values={"reason": "unreadable"})
        return found


class Images:
    """The images of one file: `found` has their paths by their names as written."""

    def __init__(self, pictures: Pictures, file: ContentFile) -> None:
        self._pictures = pictures
        self._file = file
        self.found: dict[str, str] = {}

    def named_by(self, record: Record, typed: Mapping[str, Any]) -> Iterator[Fault]:
        """What is wrong with the images of a record's fields; of those that could not be read too, as `typed`."""
        for at, name in {**dict(_typed_names(typed)), **dict(record.image_names)}.items():
            for fault in self._find(name):
                yield replace(fault, at=at)

    def shown_in(self, markdown: str) -> Container[str]:
        """The names of the images of a body that there are."""
        if "![" in markdown:
            with suppress(MarkdownTooLarge):
                for address in image_addresses(markdown):
                    self._find(address)
        return self.found

    def _find(self, name: str) -> list[Fault]:
        path, faults = self._pictures.find(name, self._file)
        if path:
            self.found[name] = path
        return faults


def _typed_names(typed: Mapping[str, Any]) -> Iterator[tuple[Place, str]]:
    """The files of images as front matter names them, whatever else is wrong with those."""
    images = typed.get("images")
    pairs: list[tuple[Place, Any]] = [(("image",), typed.get("image"))]
    pairs += ((("images", index), image) for index, image in enumerate(images if isinstance(images, list) else ()))
    for at, image in pairs:
        src = image.get("src") if isinstance(image, dict) else None
        if isinstance(src, str) and 0 < len(src) <= LINE_LENGTH:
            yield (*at, "src"), src
