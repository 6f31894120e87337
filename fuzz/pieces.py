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
    """A text with a few pieces put in or taken out, at most so many bytes; the same number chooses the same ones.

    The pieces are those of all that its target begins with. One that is put in takes the place of its namesake, if any.
    """
    chance = random.Random(seed)  # noqa: S311 - nothing to be kept secret
    pieces, others = _BETWEEN.split(data), _pieces_of(name)
    for _ in range(chance.randint(1, 3)):
        piece, place = chance.choice(others), chance.randrange(len(pieces))
        namesakes = [index for index, each in enumerate(pieces) if _name_of(each) == _name_of(piece)]
        if namesakes:
            pieces[chance.choice(namesakes)] = piece
        else:
            pieces[place : place + chance.randrange(2)] = [piece]
    return b"\n".join(pieces)[:most]


def _name_of(piece: bytes) -> bytes:
    """The name of a field; of other pieces, their first words."""
    return piece.partition(b":")[0]


@cache
def _pieces_of(name: str) -> Sequence[bytes]:
    """The pieces of a target's first inputs, as often as they are in them: those that are sound are the most."""
    return [piece for seed in seeds_of(name) for piece in _BETWEEN.split(seed)]
