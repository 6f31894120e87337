"""What was measured, as tables: medians with their spread, and how often Hugo's figure holds ours."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

from benchmarks.usage import Usage

MB = 1_000_000


class Run(NamedTuple):
    """One build: what it cost, how many files and bytes the site has, and how many files were written."""

    usage: Usage
    files: int
    size: int
    written: int


#: The builds by number of events, case and generator.
Runs = Mapping[tuple[int, str, str], Sequence[Run]]


def table(runs: Runs) -> str:
    """Every figure, in Markdown."""
    head = "| events | case | generator | wall s | CPU s | memory MB | files | MB | written |"
    rows = [head, "|---:|---|---|---:|---:|---:|---:|---:|---:|"]
    for (size, case, peer), each in runs.items():
        usages, last = [run.usage for run in each], each[-1]
        figures = [spread(usage.wall for usage in usages), spread(usage.cpu for usage in usages)]
        memory = median(usage.memory for usage in usages) / MB
        rows.append(
            f"| {size} | {case} | {peer} | {' | '.join(figures)} | {memory:.0f} | {last.files} "
            f"| {last.size / MB:.0f} | {last.written} |"
        )
    return "\n".join(rows)


def spread(values: Iterable[float]) -> str:
    """The median, with the least and the most."""
    ordered = sorted(values)
    return f"{median(ordered):.2f} ({ordered[0]:.2f} to {ordered[-1]:.2f})"


#: At most what part of Hugo's figure ours may be, by case and figure.
GOALS = {
    ("cold", "wall"): 1 / 2,
    ("cold", "memory"): 1 / 2,
    ("unchanged", "wall"): 1 / 15,
    ("one event changed", "wall"): 1 / 10,
}
GROWTH = 10.5


def verdicts(runs: Runs) -> str:
    """Our figures as parts of Hugo's in the same run, beside the goals at 10,000 events; and how we grow."""
    rows = ["| events | case | figure | Affiche / Hugo | goal |", "|---:|---|---|---:|---:|"]
    for size in dict.fromkeys(size for size, _, _ in runs):
        for (case, figure), goal in GOALS.items():
            ours, theirs = (runs.get((size, case, peer), ()) for peer in ("Affiche", "Hugo"))
            if ours and theirs:
                ratios = [
                    getattr(one.usage, figure) / getattr(other.usage, figure)
                    for one, other in zip(ours, theirs, strict=True)
                ]
                rows.append(f"| {size} | {case} | {figure} | {spread(ratios)} | {goal:.3f} |")
    return "\n".join([*rows, *_growth(runs)])


def _growth(runs: Runs) -> Iterable[str]:
    small, large = (runs.get((size, "cold", "Affiche"), ()) for size in (1_000, 10_000))
    if small and large:
        times = median(run.usage.wall for run in large) / median(run.usage.wall for run in small)
        yield f"\nFrom 1,000 to 10,000 events Affiche takes {times:.1f} times as long; the goal is {GROWTH}."
