"""Problems that have one safe answer, mended in their files."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from affiche.problems import Problem

#: What cannot have been meant in another way: the hint says the same, in the form that is read.
SAFE = frozenset(
    {
        "hidden-space", "list-expected", "price-format", "quotes-needed", "quotes-unbalanced", "space-after-colon",
        "tab-found", "text-cut-by-comma", "text-cut-by-hash", "time-format", "url-tracking",
    }
)  # fmt: skip


def repair_content(content: Path, problems: Iterable[Problem]) -> Sequence[str]:
    """The paths of files that were mended: each problem with a safe answer has the lines of its hint."""
    by_path: dict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.code in SAFE and problem.hint and problem.last_line:
            by_path[problem.path].append(problem)
    for path, found in by_path.items():
        disk = content / path.removeprefix("content/")
        disk.write_bytes(repaired(disk.read_bytes().decode("utf-8-sig"), found).encode())
    return sorted(by_path)


def repaired(text: str, problems: Iterable[Problem]) -> str:
    """A text with hints in the place of the lines they are for, the last one first; of two for one line, one."""
    lines = text.replace("\r\n", "\n").split("\n")
    above = len(lines) + 1
    for problem in sorted(problems, reverse=True):
        if problem.last_line < above:
            lines[problem.line - 1 : problem.last_line] = problem.hint.split("\n")
            above = problem.line
    return "\n".join(lines)
