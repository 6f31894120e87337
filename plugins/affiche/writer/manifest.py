"""What the writer wrote and how it lay on the disk: a JSON file beside the site, never in it."""

from __future__ import annotations

import json
import logging
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from affiche.model.fingerprint import digest_bytes

logger = logging.getLogger(__name__)

VERSION = 3
#: The first line is short and has all but the files.
LAYOUT = re.compile(r'\{"checksum":"([0-9a-f]{32})","manifest":(.+\n.+)\}\n')
MADE_OF = re.compile(r'\{"checksum":"[0-9a-f]{32}","manifest":\{.*"made_of":(\[.*\]).*\n')


class Entry(NamedTuple):
    """One written file: the fingerprint of its artifact, and what tells that the file is still that one.

    `size` is in bytes, `mtime_ns` in nanoseconds. Two files that exist at the same time never share an inode,
    so that a file written again differs even where the clock is coarse.
    """

    fingerprint: str
    size: int
    mtime_ns: int
    inode: int

    @classmethod
    def of(cls, fingerprint: str, stat: os.stat_result) -> Entry:
        """The entry of a file that lies as `stat` says."""
        return cls(fingerprint, stat.st_size, stat.st_mtime_ns, stat.st_ino)

    def is_same_file(self, other: Entry | None) -> bool:
        """Whether another entry is of the same file on the disk."""
        return other is not None and self[1:] == other[1:]

    def is_at(self, place: str) -> bool:
        """Whether the file that was written is the one that stands at a place on the disk."""
        try:
            present = os.lstat(place)
        except (FileNotFoundError, NotADirectoryError):
            return False
        return self == Entry.of(self.fingerprint, present)


class MadeOf(NamedTuple):
    """A digest of all the files that a site was made of, and the seconds since 1970 in which they make the same."""

    digest: str = ""
    since: float = 0.0
    until: float = 0.0

    def is_same(self, digest: str, now: float) -> bool:
        """Whether files with this digest make the same at this moment; those without a digest never do."""
        return bool(self.digest) and self.digest == digest and self.since <= now < self.until


UNKNOWN = MadeOf()


@dataclass(frozen=True, slots=True)
class Manifest:
    """The written files of a site by path, and the inode of the folder that they lie in.

    `made_of` is what the site was made of, if a build that finds the same need not look closer.
    """

    folder: int = 0
    files: Mapping[str, Entry] = field(default_factory=dict)
    made_of: MadeOf = UNKNOWN


def load_manifest(path: Path) -> Manifest:
    """The manifest on the disk; an empty one, after a warning, when it cannot be used."""
    try:
        return parse_manifest(path.read_bytes())
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError) as error:
        logger.warning("the manifest %s is lost, so every file is written again: %s", path, error)
        return Manifest()


def load_made_of(path: Path) -> MadeOf:
    """What the manifest on the disk says that its site was made of, without reading the rest; it may be damaged."""
    try:
        with path.open(encoding="ascii") as file:
            found = MADE_OF.fullmatch(file.readline())
        return MadeOf(*json.loads(found[1])) if found else UNKNOWN
    except (OSError, ValueError, TypeError):
        return UNKNOWN


def save_manifest(manifest: Manifest, path: Path) -> None:
    """Writes the manifest and waits until the disk has it."""
    with path.open("wb") as file:
        file.write(render_manifest(manifest))
        file.flush()
        os.fsync(file.fileno())


def parse_manifest(data: bytes) -> Manifest:
    """The manifest in a JSON text; ValueError when one bit of it is not as it was written."""
    layout = LAYOUT.fullmatch(data.decode("ascii"))
    if layout is None or digest_bytes(layout[2].encode("ascii")) != layout[1]:
        raise ValueError("it is damaged")
    body = json.loads(layout[2])
    if body["version"] != VERSION:
        raise ValueError(f"it has version {body['version']}, not {VERSION}")
    files = {path: Entry(*entry) for path, entry in body["files"].items()}
    return Manifest(body["folder"], files, MadeOf(*body["made_of"]))


def render_manifest(manifest: Manifest) -> bytes:
    """The manifest as JSON in two lines, the files of the second sorted, under a checksum of the text."""
    about = _json({"folder": manifest.folder, "made_of": manifest.made_of, "version": VERSION})
    text = f'{about[:-1]},\n"files":{_json(dict(manifest.files))}}}'
    checksum = digest_bytes(text.encode("ascii"))
    return f'{{"checksum":"{checksum}","manifest":{text}}}\n'.encode("ascii")


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
