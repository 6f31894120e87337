"""Where events happen: venues with a file of their own, and places given inline."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Annotated, Any, ClassVar, Self

from pydantic import PlainValidator, model_validator

from affiche.model.accessibility import Accessibility
from affiche.model.fields import Count, Country, Id, Line, OrganisationId, Url, VenueId, Zone
from affiche.model.forms import Forms
from affiche.model.localised import L, Note
from affiche.model.opening import Adjustment, Closure, Hours, Schedule
from affiche.model.reading import refusal
from affiche.model.record import Part, Record
from affiche.model.references import Reference
from affiche.model.text import Text
from affiche.problems import Fault

#: Latitudes and longitudes are WGS 84 degrees.
Coordinates = tuple[float, float]

_DEGREES = re.compile(r"-?[0-9]{1,3}([.][0-9]+)?")


def _parse_coordinates(value: object) -> Coordinates:
    typed = value if isinstance(value, list) else []
    if len(typed) != 2 or not all(isinstance(part, str) and _DEGREES.fullmatch(part) for part in typed):
        raise refusal("geo-format", value=str(value))
    latitude, longitude = map(float, typed)
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise refusal("geo-format", value=str(value))
    return latitude, longitude


Geo = Annotated[
    Coordinates,
    PlainValidator(_parse_coordinates),
    Forms(({"type": "array", "items": {"type": ["number", "string"]}, "minItems": 2, "maxItems": 2},), kind="geo"),
]


class Place(Part):
    """A place given inside an event (schema.org Place)."""

    name: L | None = None
    street: L | None = None
    postal_code: Line | None = None
    municipality: Line | None = None
    country: Country = "BE"
    geo: Geo | None = None
    time_zone: Zone | None = None

    @model_validator(mode="after")
    def _somewhere(self) -> Self:
        if self.name is None and self.municipality is None:
            raise refusal("place-without-name")
        return self


class Room(Part):
    """A room of a venue: `id` is what an event's `room` may name."""

    id: Id
    name: L | None = None
    capacity: Count | None = None
    accessibility: Accessibility = {}


class Venue(Record):
    """A place where events happen, with its address, hours, rooms and accessibility."""

    collection: ClassVar[str] = "venues"
    stand_ins: ClassVar[Mapping[str, Any]] = {"name": Text.neutral("?"), "postal_code": "", "municipality": ""}

    name: L
    alternate_names: tuple[Line, ...] = ()
    operator: OrganisationId | None = None
    street: L | None = None
    postal_code: Line
    municipality: Line
    country: Country = "BE"
    geo: Geo | None = None
    opening_hours: tuple[Hours, ...] = ()
    closed: tuple[Closure, ...] = ()
    adjusted: tuple[Adjustment, ...] = ()
    accessibility: Accessibility = {}
    transport: Note | None = None
    rooms: tuple[Room, ...] = ()
    url: Url | None = None
    time_zone: Zone | None = None

    def room_named(self, stated: Text | None) -> Room | None:
        """The room whose id an event states; None for a room in its own words."""
        return next((room for room in self.rooms if stated == Text.neutral(room.id)), None)

    @property
    def names(self) -> tuple[str, ...]:
        """Its names in every language, and the others that it goes by."""
        return (*self.name.values(), *self.alternate_names)

    def references(self) -> Iterator[Reference]:
        """Who runs it."""
        yield from super().references()
        if self.operator:
            yield ("operator",), "organisations", self.operator

    @property
    def schedule(self) -> Schedule:
        """When it is open."""
        return Schedule.model_construct(opening_hours=self.opening_hours, closed=self.closed, adjusted=self.adjusted)

    def faults(self, given: frozenset[str]) -> Iterator[Fault]:
        """Rooms that share an id."""
        yield from super().faults(given)
        seen: set[str] = set()
        for index, room in enumerate(self.rooms):
            if room.id in seen:
                yield Fault("id-twice", ("rooms", index, "id"), values={"value": room.id})
            seen.add(room.id)


def parse_venue(value: object, info: Any) -> str | Place:
    """An event's `venue`: the id of a venue's file, or a place given inline."""
    if isinstance(value, str):
        return value
    return Place.model_validate(value, context=info.context)


VenueField = Annotated[
    str | Place,
    PlainValidator(parse_venue),
    Forms((VenueId, Place)),
]
