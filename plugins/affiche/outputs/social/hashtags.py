"""Hashtags: words joined, each with a capital, so that they can be read, and read aloud."""

from __future__ import annotations

import re
from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+")


def hashtags(names: Iterable[str]) -> list[str]:
    """`#ArtsVisuels` for `arts visuels`, each once, whatever its capitals; networks take no tag without a letter."""
    tags: dict[str, str] = {}
    for name in names:
        joined = "".join(word[0].upper() + word[1:] for word in _WORD.findall(name))
        if not joined.isdecimal() and joined:
            tags.setdefault(joined.casefold(), f"#{joined}")
    return list(tags.values())
