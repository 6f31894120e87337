"""The font of titles: Manrope ExtraBold (SIL Open Font License 1.1), cut down to what our languages write with."""

from __future__ import annotations

import io
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from affiche.model.fingerprint import digest, digest_bytes

#: What style sheets call the font.
PLACEHOLDER = "display.woff2"
#: ASCII and Latin-1; letters of Belgium's neighbours in names; dashes, quotation marks, ellipsis, euro, arrow.
LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x100)))) + (
    "ĀāĂăĄąĆćČčĎďĐđĒēĘęĚěĞğĪīİıŁłŃńŇňŌōŐőŒœŘřŚśŞşŠšŤťŪūŮůŰűŸŹźŻżŽž‑–—‘’“”„…€→"
)
#: Pairs that are set closer, figures of their own widths and of one width.
FEATURES = ("kern", "pnum", "tnum")
#: The width of a space in em: the font's own, 0.2, is none between words that are set tight.
SPACE = 0.27
#: The name table keeps whose font it is and its licence.
NAMES = (0, 13, 14)
_LIBRARIES = ("font-manrope", "fonttools", "brotli")


@cache
def font_name() -> str:
    """The font's file name, which changes with all that its bytes depend on, and is known before they are made."""
    parts = digest_bytes(font_file().read_bytes()), digest_bytes(Path(__file__).read_bytes())
    return f"manrope-{digest([*parts, *map(version, _LIBRARIES)])[:8]}.woff2"


@cache
def render_font() -> bytes:
    """WOFF2 of at most 12 KB, the same bytes each time."""
    from fontTools import subset, ttLib  # noqa: PLC0415 - takes as long to import as a build that writes nothing

    cutter = subset.Subsetter(subset.Options(layout_features=list(FEATURES), name_IDs=list(NAMES), hinting=False))
    cutter.populate(text=LETTERS)
    made = io.BytesIO()
    with ttLib.TTFont(font_file(), recalcTimestamp=False) as font:
        cutter.subset(font)
        for space in " \N{NO-BREAK SPACE}":
            font["hmtx"][font.getBestCmap()[ord(space)]] = (round(SPACE * font["head"].unitsPerEm), 0)
        font.flavor = "woff2"
        font.save(made)
    return made.getvalue()


def font_licence() -> bytes:
    """The licence, which goes wherever the font goes."""
    return (font_file().parent / "OFL.txt").read_bytes()


def font_file(weight: str = "ExtraBold") -> Path:
    """Where a weight of the font lies."""
    spec = find_spec("font_manrope")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("font-manrope is not installed")
    return Path(spec.origin).parent / "files" / f"Manrope-{weight}.ttf"
