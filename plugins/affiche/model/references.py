"""References: the ids of other files that a file names, and where it does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from affiche.problems import Place

#: Where an id is typed in full, the collection that it leads to, and the id.
Reference = tuple[Place, str, str]


def listed(name: str, collection: str, ids: Sequence[str]) -> Iterator[Reference]:
    """The references of a list of ids."""
    return (((name, index), collection, each) for index, each in enumerate(ids))
