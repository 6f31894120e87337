"""Inputs changed by whole pieces: a field, a paragraph, a value. Changed byte by byte, few would stay YAML or JSON."""

from __future__ import annotations

import copy
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

from affiche.sources.loader import MODELS
from fuzz.seeds import seeds_of
from tests.sources.test_hostile_yaml import TOKENS
from tests.sources.test_loader import WORDS

#: What a value of JSON may turn into.
VALUES: Sequence[Any] = (*WORDS, *TOKENS, 0, -1, 1.5, 2**70, None, True, [], {})

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


def revalued(_name: str, data: bytes, most: int, seed: int) -> bytes:
    """A JSON text with a value or two in the place of others, at most so many bytes; what is no JSON stays as it is."""
    chance = random.Random(seed)  # noqa: S311 - as above
    try:
        tree = [json.loads(data)]
    except (ValueError, RecursionError):
        return data[:most]
    for _ in range(chance.randint(1, 2)):
        places = list(_places_in(tree))
        holder, key = chance.choice(places)
        other, of_other = chance.choice(places)
        holder[key] = copy.deepcopy(chance.choice((other[of_other], chance.choice(VALUES))))
    return json.dumps(tree[0]).encode()[:most]


def _places_in(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Each list or object of a tree with each of its indices or keys."""
    for key in range(len(tree)) if isinstance(tree, list) else list(tree):
        yield tree, key
        if isinstance(tree[key], list | dict):
            yield from _places_in(tree[key])


def _name_of(piece: bytes) -> bytes:
    """The name of a field; of other pieces, their first words."""
    return piece.partition(b":")[0]


@cache
def _pieces_of(name: str) -> Sequence[bytes]:
    """The pieces of a target's first inputs, as often as they are in them: those that are sound are the most."""
    return [piece for seed in seeds_of(name) for piece in _BETWEEN.split(seed)]


#: How the inputs of a target are changed, beside byte by byte.
CHANGES: Mapping[str, Callable[[str, bytes, int, int], bytes]] = {
    **dict.fromkeys((*MODELS, "when", "front-matter", "markdown", "issue"), exchanged),
    **dict.fromkeys(("report", "proposal", "event-file", "published", "snapshot"), revalued),
}
