"""Questions that are asked again and again of the same record, and answered once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from functools import cached_property, wraps
from typing import Any, TypeVar

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
