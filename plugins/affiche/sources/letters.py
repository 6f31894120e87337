"""The letters of images: Manrope in two weights, which of them it has, how wide words are."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from unicodedata import normalize

from PIL import ImageFont

from affiche.sources.display_font import SPACE, font_file

#: What no line may be broken at; both are drawn as the font's own space, as it has none for the narrow one.
GLUE = str.maketrans("\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", "  ")
#: The letters that the font has: Latin, Greek, Cyrillic, all from left to right, and their marks.
LETTERS = frozenset(
    chr(code)
    for first, last in (
        *((0x20, 0x7E), (0xA0, 0x113), (0x116, 0x12B), (0x12E, 0x131), (0x134, 0x137), (0x139, 0x13E), (0x141, 0x148)),
        *((0x14A, 0x14D), (0x150, 0x17E), (0x218, 0x21B), (0x38E, 0x3A1), (0x3A3, 0x3CE), (0x400, 0x45F)),
        *((0x1E80, 0x1E85), (0x1EA0, 0x1EF9), (0x2013, 0x2014), (0x2018, 0x201A), (0x201C, 0x2022)),
        *((0x2011, 0x2011), (0x2026, 0x2026), (0x202F, 0x202F), (0x2039, 0x203A), (0x20AC, 0x20AC), (0x2190, 0x2193)),
    )
    for code in range(first, last + 1)
)


class Weight(StrEnum):
    """The weights that images are set in."""

    DISPLAY = "ExtraBold"
    TEXT = "SemiBold"


def drawable(text: str) -> str:
    """A text without what the font has no letter for, such as Arabic and small pictures, and without their spaces."""
    composed = normalize("NFC", text)
    if LETTERS.issuperset(composed):
        return composed
    known = "".join(letter if letter in LETTERS else " " for letter in composed)
    return " ".join(filter(None, known.split(" "))).strip(" -–—:·,")


def width_of(words: Sequence[str], weight: Weight, size: int) -> float:
    """The width of a line of words in pixels."""
    face = font(weight, size)
    return sum(map(face.getlength, words)) + SPACE * size * (len(words) - 1)


@lru_cache(maxsize=256)
def font(weight: Weight, size: int) -> ImageFont.FreeTypeFont:
    """Manrope at a size in pixels; laid out by Pillow alone, so that all machines draw the same."""
    return ImageFont.truetype(font_file(weight), size, layout_engine=ImageFont.Layout.BASIC)
