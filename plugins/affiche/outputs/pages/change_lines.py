"""A change as a line of a page: what is new, of which event, and its facts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from affiche.model.text import Wording


@dataclass(frozen=True, slots=True)
class Line:
    """A happening in words: what is new, of which event, and its facts."""

    news: str
    title: Wording
    href: str
    facts: Sequence[str]
