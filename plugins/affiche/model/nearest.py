"""The nearest known name to one that is not known."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from affiche.model.language import fold_name

LIKENESS = 0.6
#: Longer texts are no slips of a name, and take long to compare.
LONGEST = 100


def nearest(typed: str, known: Iterable[str], *, likeness: float = LIKENESS) -> str:
    """The known name that looks most like the typed one, accents, case and blanks aside; empty when none does."""
    found = nearest_few(typed, known, count=1, likeness=likeness)
    return found[0] if found else ""


def nearest_few(typed: str, known: Iterable[str], *, count: int = 3, likeness: float = LIKENESS) -> list[str]:
    """The known names that look most like the typed one, best first."""
    if len(typed) > LONGEST:
        return []
    by_fold = {_fold(name): name for name in known}
    return [by_fold[fold] for fold in get_close_matches(_fold(typed), by_fold, n=count, cutoff=likeness)]


def _fold(name: str) -> str:
    return fold_name(name).replace("_", "-").replace(" ", "-")
