"""The municipalities of the region, which answer to either name."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from affiche.model.language import fold_name
from affiche.model.text import Text


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: `id` is its NIS code; slugs are by language; the centre is latitude and longitude.

    `short` is what it is called where there is little room, where that is not its name.
    """

    id: str
    name: Text
    slugs: Text
    postal_codes: tuple[str, ...]
    centre: tuple[float, float]
    aliases: tuple[str, ...] = ()
    short: Text | None = None

    def slug(self, language: str) -> str:
        """Its address segment in a language; in one that has none, all its slugs joined."""
        if language in self.slugs:
            return self.slugs[language]
        return "-".join(dict.fromkeys(self.slugs.values()))


@dataclass(frozen=True)
class Region:
    """The table of municipalities; empty for a site that has none."""

    municipalities: tuple[Municipality, ...] = field(default=())

    @cached_property
    def _by_name(self) -> dict[str, Municipality]:
        named = {
            fold_name(name): municipality
            for municipality in self.municipalities
            for name in (*municipality.aliases, *municipality.name.values())
        }
        return named | {code: place for place in reversed(self.municipalities) for code in place.postal_codes}

    @property
    def names(self) -> tuple[str, ...]:
        """Every name in every language, to propose the nearest."""
        return tuple(dict.fromkeys(name for place in self.municipalities for name in place.name.values()))

    def find(self, typed: str) -> Municipality | None:
        """The municipality of a name in any language, an alias or a postal code."""
        return self._by_name.get(fold_name(typed))
