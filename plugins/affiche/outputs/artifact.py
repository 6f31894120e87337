"""An artifact: one file of the site, described before it is made."""

from __future__ import annotations

from collections.abc import Callable
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
