"""Problems that have one safe answer, mended in their files."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from affiche.model.country import country_named
from affiche.model.synonyms import PARTS, STATES, SYNONYMS, fold_word
from affiche.model.value_words import value_meant
from affiche.problems import Problem
from affiche.sources.rewriting import rewrite

#: What cannot have been meant in another way: the hint says the same, in the form that is read.
SAFE = frozenset(
    {
        "age-format", "character-removed", "closed-format", "field-misplaced", "hidden-space", "hours-format",
        "list-expected", "price-format", "quotes-needed", "quotes-unbalanced", "space-after-colon", "tab-found",
        "text-cut-by-comma", "text-cut-by-hash", "time-format", "time-zone-unknown", "true-expected", "url-tracking",
    }
)  # fmt: skip
_NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)?")


def repair_content(content: Path, problems: Iterable[Problem]) -> Sequence[str]:
    """The paths of files that were mended: each problem with a safe answer has the lines of its hint.

    A file keeps its line ends and its byte order mark, and is replaced as a whole.
    """
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.hint and problem.last_line and is_safe(problem):
            by_path[problem.path].append(problem)
    return sorted(path for path, found in by_path.items() if _is_mended(content / path.removeprefix("content/"), found))


def is_safe(problem: Problem) -> bool:
    """Whether what a hint says is what was typed: by its code, or since a word of ours is known for the typed one."""
    if problem.code == "price-format":
        return _is_same_price(problem)
    if problem.values.get("reason") == "zone":
        return False  # the place may be in another zone than the one that was named
    return problem.code in SAFE or _is_translated(problem)


def _is_same_price(problem: Problem) -> bool:
    """Whether a price has all amounts that were typed, and no names that nobody typed: else a person decides."""
    typed, meant = (len(_NUMBER.findall(text)) for text in (problem.values["value"], problem.hint))
    return "name:" not in problem.hint and (typed <= meant or problem.hint.endswith(": free"))


def _is_translated(problem: Problem) -> bool:
    """Whether a name or value is a word of another language or standard for ours, rather than a slip."""
    if problem.code == "field-unknown":
        word = fold_word(problem.values["name"])
        return word in SYNONYMS or word in STATES or word in PARTS
    if problem.code != "value-unknown":
        return False
    typed, choices = problem.values["value"], problem.values["choices"].split(", ")
    return bool(value_meant(typed, choices) or (choices[-1] == "…" and country_named(typed)))


def _is_mended(disk: Path, problems: Iterable[Problem]) -> bool:
    return rewrite(disk, lambda text: repaired(text, problems))


def repaired(text: str, problems: Iterable[Problem]) -> str:
    """A text with hints in the place of the lines they are for, the last one first; of two for one line, one."""
    lines = text.split("\n")
    above = len(lines) + 1
    for problem in sorted(problems, reverse=True):
        if problem.last_line < above:
            lines[problem.line - 1 : problem.last_line] = problem.hint.split("\n")
            above = problem.line
    return "\n".join(lines)
