"""The nearest known name to one that is not known."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from affiche.model.language import fold_name

LIKENESS = 0.6
#: Longer texts are no slips of a name, and take long to compare.
LONGEST = 100
#: Letters from which on the beginning of a name, or one of its words, is enough to find it.
FEWEST = 3
_BRACKETED = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]\s*")


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


def nearly_called(typed: str, ids: Mapping[str, str], *, most: int) -> list[str]:
    """The ids of the names that look most like the typed one, then of those that begin with it or have it as a word."""
    by_fold, part = {_fold(name): name for name in ids}, _fold(typed)
    holding = [fold for fold in by_fold if fold.startswith(part) or f"-{part}-" in f"-{fold}-"]
    holding.sort(key=lambda fold: (not fold.startswith(part), len(fold), fold))
    longer = [by_fold[fold] for fold in holding] if FEWEST <= len(part) <= LONGEST else []
    return list(dict.fromkeys(ids[name] for name in (*nearest_few(typed, ids), *longer)))[:most]


def names_within(name: str) -> Iterator[str]:
    """What else a name with brackets is: `Ancienne Belgique (AB)` is called either."""
    inside = _BRACKETED.findall(name)
    without = " ".join(_BRACKETED.sub(" ", name).split())
    yield from (each for each in (without, *(each.strip() for each in inside)) if inside and each)


def _fold(name: str) -> str:
    return fold_name(name).replace("_", "-").replace(" ", "-")
