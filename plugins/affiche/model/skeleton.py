"""What is left of a name for the eye: names with one skeleton look the same (after Unicode's UTS 39)."""

from __future__ import annotations

import re
import unicodedata

#: Letters of other alphabets, and digits, that look like the Latin ones beside them. Source: UTS 39, confusables.
_LIKE = {
    "a": "аαɑ", "b": "ьвβ", "c": "сϲ", "d": "ԁ", "e": "еєҽ", "g": "ɡ", "h": "һн", "i": "іıɩιl1|ӏ", "j": "ј", "k": "кκ",
    "m": "м", "n": "ոη", "o": "оοσ0օ", "p": "рρ", "q": "ԛ", "r": "г", "s": "ѕ", "t": "тτ", "u": "υս", "v": "νѵ",
    "w": "ԝѡω", "x": "хχ", "y": "уүγ", "z": "ᴢ",
}  # fmt: skip
_TABLE = str.maketrans({letter: latin for latin, letters in _LIKE.items() for letter in letters})
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"))
_BETWEEN = re.compile(r"[^\w]+|_")


def skeleton(name: str) -> str:
    """A name in NFKC without marks, invisible characters, case and punctuation, confusable letters as one."""
    spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", name).casefold())
    kept = "".join(letter for letter in spread if unicodedata.category(letter) not in ("Mn", "Me", "Cf"))
    text = _BETWEEN.sub(" ", kept).strip().translate(_TABLE)
    for pair, letter in _PAIRS:
        text = text.replace(pair, letter)
    return text
