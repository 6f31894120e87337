"""Whether two texts name the same thing, however they are typed: titles, streets, names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from affiche.model.language import fold_name

#: From this share of letters in common on, two texts are one with a slip in it.
LIKENESS = 0.85
#: And from this share on in the words that only one of them has: "ouvrete" is a slip of "ouverte", "anglais" is not one
#: of "français", nor is B one of A.
LIKENESS_OF_WORDS = 0.75
#: How much longer a text may be that has all words of another: "Nuit ouverte" and "Nuit ouverte : concert".
SHORTEST_SHARE = 0.6
#: Letters of a text that is long enough to be told from others by its words.
TELLING = 8

_WORD = re.compile(r"[^\W_]+")


class Folded(NamedTuple):
    """A text as it is compared: its words without case and accents, and the numbers among them."""

    text: str
    words: frozenset[str]
    numbers: frozenset[str]


@lru_cache(maxsize=65536)
def folded(text: str) -> Folded:
    """A text without case, accents and punctuation."""
    words = _WORD.findall(fold_name(text))
    return Folded(" ".join(words), frozenset(words), frozenset(filter(str.isdecimal, words)))


def are_alike(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether a text of one thing, in any language, is like a text of another."""
    others = [folded(text) for text in other]
    return any(_is_like(folded(text), each) for text in one for each in others)


def _is_like(one: Folded, other: Folded) -> bool:
    if not one.text or one.numbers != other.numbers:
        return False
    if one.words == other.words:
        return True
    short, long = sorted((len(one.text), len(other.text)))
    if short < SHORTEST_SHARE * long:
        return False
    if short >= TELLING and (one.words < other.words or other.words < one.words):
        return True
    if not _share_letters(one.text, other.text, LIKENESS):
        return False
    rest, other_rest = (
        " ".join(word for word in each.text.split() if word not in one.words & other.words) for each in (one, other)
    )
    return _share_letters(rest, other_rest, LIKENESS_OF_WORDS)


def _share_letters(one: str, other: str, least: float) -> bool:
    """Whether two texts have at least that share of their letters in common, in the same order."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return min(matcher.real_quick_ratio(), matcher.quick_ratio()) >= least and matcher.ratio() >= least
