"""The signs that two files are of one organisation, or of one venue: its website, its street, where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from math import cos, floor, hypot, radians

from affiche.checks.keys import Key, shared_keys
from affiche.checks.keys import bare_address as bare
from affiche.model.likeness import are_alike
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.url import host_of

#: Places that are no further apart are one, in metres.
NEAR = 50
_METRES_A_DEGREE = 111_320


def organisation_keys(organisation: Organisation) -> Iterator[Key]:
    """The signs of one organisation: its website is nobody else's."""
    yield from shared_keys(organisation)
    if organisation.url:
        yield Key("website", bare(organisation.url), ("url",))


def neighbourhoods(venue: Venue) -> Iterator[Hashable]:
    """Where one venue may meet another: its postal code, and its square on the map with those around it."""
    if venue.postal_code:
        yield venue.country, venue.postal_code
    if venue.geo:
        row, column = _square(*venue.geo)
        yield from ((row + north, column + east) for north in (0, 1) for east in (0, 1))


def likeness_of(venue: Venue, other: Venue) -> str:
    """Why two venues may be one: `name`, `street` or `near`; empty where nothing says so."""
    if venue.country == other.country and venue.postal_code == other.postal_code:
        if are_alike(venue.names, other.names):
            return "name"
        if _are_neighbours(venue, other):
            return ""
        if venue.street and other.street and are_alike(venue.street.values(), other.street.values()):
            return "street"
    is_near = venue.geo and other.geo and _distance(venue.geo, other.geo) <= NEAR
    return "near" if is_near and not _are_neighbours(venue, other) else ""


def _are_neighbours(venue: Venue, other: Venue) -> bool:
    """Whether two venues that share an address are houses of their own: each has a website, or an operator."""
    sites = [host_of(each.url or "") for each in (venue, other)]
    operators = [each.operator for each in (venue, other)]
    return any(all(signs) and signs[0] != signs[1] for signs in (sites, operators))


def _square(latitude: float, longitude: float) -> tuple[int, int]:
    """A square of the map at least `NEAR` wide, so that what is near lies in the same one or the next."""
    side = NEAR / _METRES_A_DEGREE
    return floor(latitude / side), floor(longitude * cos(radians(round(latitude, 1))) / side)


def _distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres between two points a short way apart."""
    north = one[0] - other[0]
    east = (one[1] - other[1]) * cos(radians(one[0]))
    return hypot(north, east) * _METRES_A_DEGREE
