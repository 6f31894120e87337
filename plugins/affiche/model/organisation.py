"""Organisations: who makes the events, what they offer and what they seek."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar

from affiche.model.accessibility import Accessibility
from affiche.model.fields import (
    Country,
    Day,
    Email,
    GroupId,
    IsTrue,
    LanguageCode,
    Line,
    Phone,
    Url,
    VenueId,
    Year,
    matching,
    one_of,
)
from affiche.model.localised import L, Note
from affiche.model.place import Geo
from affiche.model.record import Part, Record
from affiche.model.references import Reference, listed
from affiche.model.text import Text
from affiche.model.vocabulary import (
    DISCIPLINES,
    FEED_TYPES,
    OFFER_KINDS,
    ORGANISATION_KINDS,
    ORGANISATION_STATUSES,
)
from affiche.problems import Place

Discipline = Annotated[str, one_of(DISCIPLINES)]


class Offer(Part):
    """Something an organisation offers or seeks."""

    kind: Annotated[str, one_of(OFFER_KINDS)]
    text: Note
    countries: tuple[Country, ...] = ()
    until: Day | None = None


class Networks(Part):
    """An organisation's countries of work and its international networks."""

    countries: tuple[Country, ...] = ()
    networks: tuple[Line, ...] = ()


class Sustainability(Part):
    """Labels and practices of an organisation."""

    labels: tuple[Line, ...] = ()
    practices: Note | None = None


class DeclaredFeed(Part):
    """A feed of the organisation's own, which an importer may read."""

    type: Annotated[str, one_of(FEED_TYPES)]
    url: Url
    auto_import: IsTrue = False


class Organisation(Record):
    """A cultural organisation (schema.org Organization)."""

    collection: ClassVar[str] = "organisations"
    stand_ins: ClassVar[Mapping[str, Any]] = {"name": Text.neutral("?"), "url": ""}

    name: L
    alternate_names: tuple[Line, ...] = ()
    kind: Annotated[str, one_of(ORGANISATION_KINDS)] | None = None
    disciplines: tuple[Discipline, ...] = ()
    mission: Note | None = None
    goals: tuple[L, ...] = ()
    url: Url
    languages: tuple[LanguageCode, ...] = ()
    founded: Year | None = None
    status: Annotated[str, one_of(ORGANISATION_STATUSES)] = "active"
    email: Email | None = None
    phone: Phone | None = None
    social: tuple[Url, ...] = ()
    street: L | None = None
    postal_code: Line | None = None
    municipality: Line | None = None
    country: Country = "BE"
    geo: Geo | None = None
    venues: tuple[VenueId, ...] = ()
    logo: Line | None = None
    member_of: tuple[Line, ...] = ()
    partners: tuple[Line, ...] = ()
    groups: tuple[GroupId, ...] = ()
    offers: tuple[Offer, ...] = ()
    seeks: tuple[Offer, ...] = ()
    international: Networks | None = None
    sustainability: Sustainability | None = None
    accessibility: Accessibility = {}
    feeds: tuple[DeclaredFeed, ...] = ()
    maintainers: tuple[
        Annotated[str, matching("[A-Za-z0-9][A-Za-z0-9-]{0,38}", "account-format", "la-vallee")], ...
    ] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in every language, and the others that it goes by."""
        return (*self.name.values(), *self.alternate_names)

    def references(self) -> Iterator[Reference]:
        """Its venues and groups."""
        yield from super().references()
        yield from listed("venues", "venues", self.venues)
        yield from listed("groups", "groups", self.groups)

    @property
    def image_names(self) -> Iterator[tuple[Place, str]]:
        """The files of its images and of its logo."""
        yield from super().image_names
        if self.logo:
            yield ("logo",), self.logo
