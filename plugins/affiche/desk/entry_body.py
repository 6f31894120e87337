"""The body of a contributed file: descriptions by language, each under its heading, none able to end another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from affiche.model.characters import CONTROLS, SURROGATES
from affiche.model.language import codes_by_name, fold_name, own_name

#: What no text of a file may hold, and nobody has typed on purpose.
REFUSED = re.compile(rf"[{CONTROLS}{SURROGATES}\ufeff]")

_LINE_ENDS = re.compile(r"\r\n?|[\x85\u2028\u2029]")
_FENCE = re.compile(r"(?P<fence>`{3,})[^`]*|(?P<tildes>~{3,}).*")
_LEVEL_ONE = re.compile(r"^( {0,3})#(?=[ \t])")
_UNDERLINE = re.compile(r" {0,3}=+[ \t]*")
#: Beginnings of raw HTML that CommonMark lets run over blank lines until its end, which may never come.
_OPEN_HTML = re.compile(r"^( {0,3})<(?=[!?]|(?:script|pre|style|textarea)\b)", re.IGNORECASE)


def body_text(bodies: Mapping[str, str]) -> str:
    """The Markdown below the front matter; empty without a description.

    Each description stands under the heading of its language, a single one too: whoever translates it then adds
    text below and changes no line. Level one is for languages, so that a heading of a description is at level two at
    least; code that is not closed and raw HTML that hides what follows are written as the text that they show.
    """
    written = ((language, description(text)) for language, text in bodies.items())
    return "".join(f"\n{_heading(language)}\n\n{text}\n" for language, text in written if text)


def description(text: str) -> str:
    """A description as it is written: LF, no blanks around it, nothing that swallows or divides what follows it."""
    lines = REFUSED.sub("", _LINE_ENDS.sub("\n", text)).split("\n")
    return "\n".join(_contained(lines)).strip("\n").rstrip(" \t\n")


def _contained(lines: Sequence[str]) -> Iterator[str]:
    """The lines, each as a text of its own where it would begin a heading of level one or never end."""
    code_until = 0
    for index, line in enumerate(lines):
        code_until = max(code_until, _end_of_code(lines, index) if index >= code_until else 0)
        if index < code_until:
            yield line
        elif index and lines[index - 1].strip() and _UNDERLINE.fullmatch(line):
            yield line.replace("=", "-")
        elif _FENCE.fullmatch(line):
            yield f"\\{line}"
        else:
            yield _OPEN_HTML.sub(r"\1\\<", _LEVEL_ONE.sub(r"\1##", line))


def _end_of_code(lines: Sequence[str], index: int) -> int:
    """The index behind the last line of the code that a line begins; 0 where it begins none, or none that ends."""
    opening = _FENCE.fullmatch(lines[index])
    if not opening:
        return 0
    fence = opening["fence"] or opening["tildes"]
    for end in range(index + 1, len(lines)):
        closing = lines[end].rstrip(" \t")
        if len(closing) >= len(fence) and not closing.strip(fence[0]):
            return end + 1
    return 0


def _heading(language: str) -> str:
    """The level-1 heading of a language: its own name where that leads back to it, else its code."""
    name = own_name(language)
    return f"# {name if codes_by_name().get(fold_name(name)) == language else language}"
