"""Questions that are asked again and again, and answered once: of a record for good, of other things for a while."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable
from functools import cached_property, wraps
from typing import Any, TypeVar

#: Of each of two generations, the most answers that are kept for a while: together some tens of megabytes.
MOST_RECENT = 60_000
_UNMADE: Any = object()

K = TypeVar("K", bound="Knowing")
T = TypeVar("T")
A = TypeVar("A")


class Knowing:
    """What never changes, so that its answers need not either."""

    @cached_property
    def answers(self) -> dict[str, dict[int, tuple[Any, Any]]]:
        """What was answered so far: by question, the record by its place in memory, and the answer."""
        return defaultdict(dict)


def remembered(question: Callable[[K, T], A]) -> Callable[[K, T], A]:
    """A method that works an answer out once for each record, told apart by identity: comparing them takes longer."""
    name = question.__name__

    @wraps(question)
    def ask(knowing: K, record: T) -> A:
        # The record is kept with its answer, so that no other one can take its place in memory.
        answers = knowing.answers[name]
        known = answers.get(id(record)) or answers.setdefault(id(record), (record, question(knowing, record)))
        answer: A = known[1]
        return answer

    return ask


class Recent:
    """What was made for a key lately, so that memory does not grow with all that is made.

    Two generations: once the new one is full it becomes the old one, which is forgotten but for what is asked of it.
    """

    def __init__(self, most: int = MOST_RECENT) -> None:
        """Nothing is made yet; `most` is what a generation holds."""
        self._most = most
        self._new: dict[Hashable, Any] = {}
        self._old: dict[Hashable, Any] = {}

    def once(self, key: Hashable, make: Callable[[], T]) -> T:
        """What `make` returns, called where nothing was made for the key lately."""
        made: T = self._new.get(key, _UNMADE)
        if made is not _UNMADE:
            return made
        made = self._old[key] if key in self._old else make()
        if len(self._new) >= self._most:
            self._old, self._new = self._new, {}
        self._new[key] = made
        return made
