"""A list in parts: at most 150 cards on a page, cut between two of its groups, such as days; the rest on `…/2/`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from affiche.outputs.site import Site

T = TypeVar("T")
K = TypeVar("K")
MOST_CARDS = 150

#: One page of a list: its groups by what they are, each with what it shows.
Part = Sequence[tuple[K, Sequence[T]]]


@dataclass(frozen=True, slots=True)
class Position:
    """Which part of a list a page is, of how many, and the addresses of the parts beside it, empty where none is."""

    number: int
    count: int
    previous: str = ""
    next: str = ""


def cut(groups: Iterable[tuple[K, Sequence[T]]]) -> list[Part[K, T]]:
    """The groups of a list in parts, at least one; a group is only divided when no part could hold it whole."""
    parts: list[list[tuple[K, Sequence[T]]]] = [[]]
    room = MOST_CARDS
    for key, items in groups:
        for start in range(0, len(items), MOST_CARDS):
            piece = items[start : start + MOST_CARDS]
            if len(piece) > room:
                parts.append([])
                room = MOST_CARDS
            parts[-1].append((key, piece))
            room -= len(piece)
    return list(parts)


def part_of(parts: Sequence[Part[K, T]], key: K) -> int:
    """The number of the part in which a group begins; the first for a group that is not there."""
    return next((number for number, part in enumerate(parts, 1) if any(key == each for each, _ in part)), 1)


def part_path(path: str, number: int) -> str:
    """Where a part of a list stands: the first at the list's own address, the second on `…/2/`."""
    return f"{path}{number}/" if number > 1 else path


def position_of(site: Site, path: str, number: int, count: int) -> Position:
    """Where a part stands among the parts of the list at a path."""
    return Position(
        number,
        count,
        site.href(part_path(path, number - 1)) if number > 1 else "",
        site.href(part_path(path, number + 1)) if number < count else "",
    )


def part_title(site: Site, language: str, title: str, number: int) -> str:
    """The title of a part: that of the list, from the second on with the number of its page."""
    return site.words[language]("part.title", title=title, number=number) if number > 1 else title
