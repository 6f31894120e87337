"""The language of a running text, by the little words that each language has and the others have not."""

from __future__ import annotations

import re
from functools import lru_cache

#: Words that make up a third of any text of their language, and are none of the other languages.
_WORDS = {
    "fr": "le la les un une des du et est sont dans pour avec sur par ce cette ces qui que au aux ne pas plus nous vous"
    " leur leurs son sa ses il elle ils elles ou où comme mais entre sous chez à été être c'est d'un d'une",
    "nl": "het een en van is zijn niet met voor op aan te dat die deze dit ook bij wordt worden er ze wij zij hun maar"
    " naar uit over tot om als door ik je u uw onder tussen meer wat waar heeft hebben kan nog al zich",
    "en": "the and is are of to for with from by this that these which who at not you your our their his her it its"
    " they be been was were or but about into has have will can more when where while",
    "de": "der die das und ist sind von mit für auf dem den des ein eine einen einem nicht auch bei wird werden sich"
    " sie wir ihr aber nach aus über zum zur als durch oder wie im am",
}
_SETS = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_ANY = frozenset().union(*_SETS.values())
LANGUAGES = tuple(_WORDS)
#: How many such words a text has at least, and how many times as many as of any other language.
_FEWEST, _CLEARLY = 6, 3

_WORD = re.compile(r"[^\W\d_]+")


def guess_language(text: str) -> str:
    """`fr`, `nl`, `en` or `de` where a text is clearly in it; empty for a short or a mixed one."""
    (best, language), (second, _), *_ = _counts(text)
    return language if best >= _FEWEST and best >= _CLEARLY * second else ""


def likeliest_language(text: str) -> str:
    """The language that most of the little words of a text are in, however few; empty for none, and for as many."""
    (best, language), (second, _), *_ = _counts(text)
    return language if best > second else ""


def may_be_mixed(text: str) -> bool:
    """Whether a text has as many little words of a second language as a text in it would have."""
    return _counts(text)[1][0] >= _FEWEST


@lru_cache(maxsize=64)
def _counts(text: str) -> list[tuple[int, str]]:
    """How many little words of each language a text has, the most first."""
    words = [*filter(_ANY.__contains__, _WORD.findall(text.casefold()))]
    return sorted(((sum(map(known.__contains__, words)), language) for language, known in _SETS.items()), reverse=True)
