"""Whether two places that events state are one: venues are renamed, and places get files of their own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from affiche.model.language import fold_name
from affiche.model.place import Place, Venue
from affiche.model.text import Text


@dataclass(frozen=True, slots=True)
class KnownVenues:
    """The venues of today: their ids by former id, and themselves by folded name."""

    ids: Mapping[str, str]
    names: Mapping[str, Venue]

    @classmethod
    def of(cls, venues: Iterable[Venue]) -> KnownVenues:
        """Some venues, with the ids that they had and those that they replace."""
        ids: dict[str, str] = {}
        names: dict[str, Venue] = {}
        for venue in venues:
            today = venue.replaced_by or venue.id
            ids.update(dict.fromkeys((venue.id, *venue.redirect_from), today))
            names.update(dict.fromkeys(_names(venue.name), venue))
        return cls(ids, names)

    def is_same(self, one: str | Place, other: str | Place) -> bool:
        """Whether two places as typed are one: the same venue under any of its ids, or a name and a postal code."""
        one, other = self._today(one), self._today(other)
        if isinstance(one, Place) and isinstance(other, Place):
            return not _names(one.name).isdisjoint(_names(other.name)) and _may_be_one(one, other)
        return one == other

    def _today(self, stated: str | Place) -> str | Place:
        if isinstance(stated, str):
            return self.ids.get(stated, stated)
        found = (self.names.get(name) for name in sorted(_names(stated.name)))
        return next((self.ids[venue.id] for venue in found if venue and _may_be_one(stated, venue)), stated)


def _names(name: Text | None) -> set[str]:
    return {fold_name(wording) for wording in (name or {}).values()}


def _may_be_one(one: Place | Venue, other: Place | Venue) -> bool:
    """Whether nothing says that two places of one name lie apart."""
    return not (one.postal_code and other.postal_code) or one.postal_code == other.postal_code
