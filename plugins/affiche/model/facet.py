"""Facets: the ways to choose events that have feeds and calendars of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from affiche.model.event import Event


class Facet(NamedTuple):
    """A way to choose events: ("discipline", "music"); with a municipality, of those only what takes place in it."""

    kind: str
    id: str
    municipality: str = ""

    @property
    def place(self) -> str:
        """The municipality that it keeps to; empty when it is about none."""
        return self.id if self.kind == "municipality" else self.municipality


#: The kinds of facets, in the order of menus.
FACETS = ("discipline", "municipality", "organisation", "venue", "campaign", "group", "audience", "trait")
#: The agenda of all that is not for the public: it has a page and feeds of its own, and is in no other.
PROFESSIONAL = Facet("audience", "professionals")
PROFESSIONAL_AUDIENCES = ("professionals", "members")
#: What events of any discipline may be, in the order of menus.
TRAITS = ("free", "children", "wheelchair")
#: Whoever is younger is a child.
CHILD_UNTIL = 12


def has_page(facet: Facet) -> bool:
    """Whether a facet has a page for as long as it exists; others have feeds alone, while they are not empty."""
    return facet.kind != "trait" and not facet.municipality


def traits_of(event: Event, accessibility: Mapping[str, str]) -> Iterator[Facet]:
    """The traits that an event is known to have; nothing is taken for granted."""
    youngest = event.typical_age_range and event.typical_age_range.partition("-")[0]
    if event.price is not None and event.price.free:
        yield Facet("trait", "free")
    if event.type == "family" or (youngest is not None and int(youngest or 0) < CHILD_UNTIL):
        yield Facet("trait", "children")
    if accessibility.get("wheelchair") == "yes":
        yield Facet("trait", "wheelchair")


def is_public(event: Event) -> bool:
    """Whether an event is for anyone: others stand with their groups, and among professionals."""
    return event.audience not in PROFESSIONAL_AUDIENCES
