"""Tabs outside quotes: YAML takes some of them and refuses others, so none of them may stay."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from affiche.problems import Fault

#: What stands for a tab between quotes while the others are looked for.
_KEPT = "\0"
QUOTES = ("'", '"')


def tab_faults(text: str, first_line: int) -> Iterator[Fault]:
    """`tab-found` for each line of a readable YAML text that has tabs outside quotes, at the first of them.

    Its hint has spaces for all of them. Blanks at the end of a line mean nothing and pass.
    """
    if "\t" not in text:
        return
    for number, line in enumerate(_without_quoted_tabs(text), first_line):
        shown = line.rstrip()
        if "\t" in shown:
            blank = shown[: len(shown) - len(shown.lstrip())]
            hint = blank.expandtabs(2) + shown.lstrip().replace("\t", " ")
            reason = "" if "\t" in blank else "inside"
            yield Fault(
                "tab-found", line=number, column=shown.index("\t") + 1,
                values={"reason": reason}, hint=hint.replace(_KEPT, "\t"),
            )  # fmt: skip


def _without_quoted_tabs(text: str) -> list[str]:
    lines = text.split("\n")
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            if isinstance(event, yaml.ScalarEvent) and event.style in QUOTES:
                _hide_tabs(lines, event)
    except yaml.YAMLError:
        return lines  # a further document, which is a fault of its own
    return lines


def _hide_tabs(lines: list[str], event: yaml.ScalarEvent) -> None:
    start: Any = event.start_mark
    end: Any = event.end_mark
    for number in range(start.line, min(end.line + 1, len(lines))):
        first = start.column if number == start.line else 0
        last = end.column if number == end.line else len(lines[number])
        line = lines[number]
        lines[number] = line[:first] + line[first:last].replace("\t", _KEPT) + line[last:]
