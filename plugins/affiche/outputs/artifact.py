"""An artifact: one file of the site, described before it is made."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable
from dataclasses import dataclass

from affiche.model.fingerprint import digest_bytes


@dataclass(frozen=True, slots=True)
class Artifact:
    """A file of the site: where it stands, and the function that returns its bytes.

    `path` is relative to the site, with `/`. `fingerprint` covers everything `render` depends on, so that
    the writer calls `render` only when the fingerprint is new.
    """

    path: str
    media_type: str
    fingerprint: str
    render: Callable[[], bytes]


def file_artifact(path: str, data: bytes) -> Artifact:
    """The artifact of bytes that are there already."""
    media_type = mimetypes.guess_type(path)[0] or "application/octet-stream"
    return Artifact(path, media_type, digest_bytes(data), lambda: data)
