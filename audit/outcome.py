"""What was measured, beside what is allowed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outcome:
    """A figure of something, or what is wrong with it, in words; `is_good` says whether it is allowed."""

    what: str
    figure: str
    limit: str
    is_good: bool


def at_least(what: str, figure: float, limit: float) -> Outcome:
    """A figure that must not be lower."""
    return Outcome(what, f"{figure:g}", f">= {limit:g}", figure >= limit)


def at_most(what: str, figure: float, limit: float, unit: str) -> Outcome:
    """A figure that must not be higher."""
    return Outcome(what, f"{figure:.1f} {unit}", f"<= {limit:g} {unit}", figure <= limit)


def nothing(what: str, found: Iterable[str]) -> Outcome:
    """Something that there must be none of; one example says what it is like."""
    listed = list(found)
    return Outcome(what, f"{len(listed)}: {listed[0]}" if listed else "0", "0", not listed)


def table(outcomes: Iterable[Outcome]) -> str:
    """The outcomes as lines, those that are not allowed with a mark."""
    rows = [("" if each.is_good else "FAILS", each.what, each.figure, each.limit) for each in outcomes]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "\n".join(
        f"{mark:{widths[0]}}  {what:{widths[1]}}  {figure}  ({limit})" for mark, what, figure, limit in rows
    )
