"""Titles that shout: what is in capitals only, and the same as a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable

#: A word that is spelt, and keeps its capitals: one without vowels, such as DJ, KVS, B2B.
ABBREVIATION = re.compile("[b-df-hj-np-tv-xzçñß0-9]{2,}")
#: Words and letters of a title from which on capitals are no abbreviation.
WORDS, LETTERS, LONG_WORD = 2, 10, 4


def is_shouted(title: str) -> bool:
    """Whether a title is in capitals only, and long enough for it not to be a name."""
    if not title.isupper():
        return False
    words = re.findall(r"[^\W\d_]+", title)
    long = [word for word in words if len(word) >= LONG_WORD]
    return len(long) >= WORDS and sum(map(len, words)) >= LETTERS


def in_small_letters(title: str, names: Iterable[str]) -> str:
    """A title as a sentence, with a capital first and the names that are known as they are written."""
    small = re.sub(r"\w+", _in_small, title)
    for name in names:
        small = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name.replace("\\", ""), small, flags=re.IGNORECASE)
    return with_capital(small)


def with_capital(title: str) -> str:
    """A title whose first letter is a capital, unless it has one on purpose further on: `iBanda`."""
    first = next((index for index, letter in enumerate(title) if letter.isalpha()), 0)
    is_own = title[first + 1 : first + 2].isupper()
    return title if is_own else title[:first] + title[first : first + 1].upper() + title[first + 1 :]


def _in_small(word: re.Match[str]) -> str:
    small = word[0].lower()
    return word[0] if ABBREVIATION.fullmatch(small) else small
