"""Texts changed piece by piece: a field with all below it, a paragraph. Changed byte by byte, few would stay YAML."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from functools import cache

from fuzz.seeds import seeds_of

#: What stands at the left edge begins a piece, but for an item of a list.
_BETWEEN = re.compile(rb"\n(?=[^\s-]|---)")


def exchanged(name: str, data: bytes, most: int, seed: int) -> bytes:
    """A text with a piece put in, put in another's place, or taken out; at most so many bytes.

    The pieces are those of all that its target begins with; the same `seed` chooses the same ones.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing to be kept secret
    pieces, others = _BETWEEN.split(data), _pieces_of(name)
    for _ in range(chance.randint(1, 3)):
        place = chance.randrange(len(pieces) + 1)
        kept = place + chance.randrange(2)
        pieces[place:kept] = [chance.choice(others)] if chance.random() < 0.7 else []
    return b"\n".join(pieces)[:most]


@cache
def _pieces_of(name: str) -> Sequence[bytes]:
    """The pieces of a target's first inputs, each once."""
    found = {piece: None for seed in seeds_of(name) for piece in _BETWEEN.split(seed)}
    return list(found)
