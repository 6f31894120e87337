"""Characters that texts, names and addresses may not hold, as classes for regular expressions (Unicode 15)."""

from __future__ import annotations

#: What separates lines or fields where one line is expected: tab, CR, LF, NEL, LS, PS.
BREAKS = r"\t\n\r\x85\u2028\u2029"
#: C0 and C1 controls and DEL but for the breaks, and the 66 code points that are no characters.
CONTROLS = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef" + "".join(
    rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(17)
)
#: Embeddings, overrides and isolates, which make a text read otherwise than it is written (UAX 9).
BIDI = r"\u202a-\u202e\u2066-\u2069"
#: Halves of a character, which no encoding can write.
SURROGATES = r"\ud800-\udfff"
#: Zero-width spaces, soft hyphen, word joiner, fillers, annotations, deprecated formats, musical controls, tags.
INVISIBLE = (
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b\u2060-\u2065\u206a-\u206f\u2800\u3164\ufeff\uffa0\ufff0-\ufffb"
    r"\U0001d173-\U0001d17a\U000e0000-\U000e00ff"
)
#: Invisible but needed in texts by emoji and several scripts: joiners, direction marks, variation selectors.
JOINERS = r"\u061c\u180b-\u180d\u180f\u200c-\u200f\ufe00-\ufe0f\U000e0100-\U000e01ef"


def code_points(characters: str) -> str:
    """The distinct characters of a text as a message names them: `U+0007, U+200B`."""
    return ", ".join(f"U+{ord(character):04X}" for character in sorted(set(characters)))
