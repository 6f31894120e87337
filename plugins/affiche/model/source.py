"""Where a record comes from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from affiche.problems import Place, Span


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record comes from: its file, the digest of that file's bytes, and where each value stands in it.

    `head` is the text of the file down to the end of its front matter. `images` has the paths of the images that the
    file names, by their names as written.
    """

    path: str = ""
    digest: str = ""
    places: Mapping[Place, Span] = field(default_factory=dict, compare=False, repr=False)
    head: str = field(default="", compare=False, repr=False)
    images: Mapping[str, str] = field(default_factory=dict, compare=False, repr=False)
