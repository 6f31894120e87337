"""An artifact: one file of the site, described before it is made."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from affiche.model.fingerprint import digest_bytes


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a long file: `stamp` covers what `make` depends on beside the ground of the whole."""

    stamp: str
    make: Callable[[], bytes]


@dataclass(frozen=True, slots=True)
class Whole:
    """A long file as its parts and what stands around them, so that only parts that are new have to be made.

    `ground` covers what all parts depend on. A part that turns out empty is left out.
    """

    ground: str
    before: bytes
    parts: Sequence[Part]
    after: bytes
    between: bytes = b""

    def render(self) -> bytes:
        """The bytes of the file, every part made."""
        return self.join(part.make() for part in self.parts)

    def join(self, made: Iterable[bytes]) -> bytes:
        """The bytes of the file with these parts."""
        return self.before + self.between.join(filter(None, made)) + self.after


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: where it stands, and the function that returns its bytes.

    `path` is relative to the site, with `/`. `fingerprint` covers everything `render` depends on, so that
    the writer calls `render` only when the fingerprint is new. Of a long file `whole` returns the same in parts.
    """

    path: str
    media_type: str
    fingerprint: str
    render: Callable[[], bytes]
    whole: Callable[[], Whole] | None = None


def long_artifact(path: str, media_type: str, fingerprint: str, whole: Callable[[], Whole]) -> Artifact:
    """The artifact of a long file that is made in parts."""
    return Artifact(path, media_type, fingerprint, lambda: whole().render(), whole)


def file_artifact(path: str, data: bytes) -> Artifact:
    """The artifact of bytes that are there already."""
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return Artifact(path, media_type, digest_bytes(data), lambda: data)
