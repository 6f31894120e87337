"""What others wrote, in Markdown: always as code, so that it is no mention, no link, no image and no marker."""

from __future__ import annotations

import re
from collections.abc import Sequence

from affiche.desk.message import shown


def code(text: str) -> str:
    """A code span that nothing in the text can end."""
    text = shown(text)
    mark = "`" * (_longest_run(text) + 1)
    padding = " " if text.startswith("`") or text.endswith("`") or not text.strip() else ""
    return f"{mark}{padding}{text}{padding}{mark}"


def fenced(lines: Sequence[str], language: str = "") -> str:
    """A code block that nothing in the lines can end; `language` is a word of ours that GitHub colours it by."""
    fence = "`" * max(3, max(map(_longest_run, lines), default=0) + 1)
    return "\n".join([f"{fence}{language}", *map(shown, lines), fence])


def _longest_run(text: str) -> int:
    return max(map(len, re.findall("`+", text)), default=0)
