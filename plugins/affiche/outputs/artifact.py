"""An artifact: one file of the site, described before it is made."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass


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


def digest(parts: Iterable[str]) -> str:
    """The fingerprint of a sequence of texts: 32 hexadecimal digits of BLAKE2b, never ambiguous about where a text ends."""
    state = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()
