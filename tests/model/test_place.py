"""Places: venues, and places inside an event."""

from __future__ import annotations

from datetime import date, time
from zoneinfo import ZoneInfo

import pytest

from affiche.model.place import Geo, Place, Venue, VenueField
from affiche.model.text import Text
from tests.factories import venue
from tests.typed import Refused, codes_of, read


@pytest.mark.parametrize(
    ("typed", "degrees"),
    [(["50.8466", "4.3528"], (50.8466, 4.3528)), (["-90", "180"], (-90.0, 180.0)), (["0", "0"], (0.0, 0.0))],
)
def test_coordinates_are_latitude_and_longitude(typed: list[str], degrees: tuple[float, float]) -> None:
    assert read(Geo, typed) == degrees


@pytest.mark.parametrize(
    "typed",
    [
        "50.8466, 4.3528",
        "54",
        ["50.8466"],
        ["50.8466", "4.3528", "0"],
        ["50.8466", "4.3528", ["0"]],
        ["90.1", "4"],
        ["50", "180.1"],
        ["nan", "4"],
        ["1e1", "4"],
        ["٥٠", "4"],
        ["50,8", "4,3"],
        {"50.8466": None, "4.3528": None},
    ],
)
def test_coordinates_of_another_form_are_refused(typed: object) -> None:
    assert read(Geo, typed) == Refused("geo-format")


def test_venue_of_an_event_is_an_id_or_a_place() -> None:
    assert read(VenueField, "la-vallee") == "la-vallee"
    place = read(VenueField, {"name": "Parc", "municipality": "Evere", "time_zone": "Europe/Paris"})
    assert place == Place.model_construct(
        name=Text.neutral("Parc"), municipality="Evere", time_zone=ZoneInfo("Europe/Paris")
    )


def test_place_needs_a_name_or_a_town() -> None:
    assert isinstance(read(Place, {"municipality": "Evere"}), Place)
    assert read(Place, {"street": "Rue Haute 1"}) == Refused("place-without-name")
    assert read(Place, {"name": "Parc", "time_zone": "Europe/Bruxelles"}) == Refused("time-zone-unknown")


def test_venue_knows_when_it_is_open() -> None:
    hours = [{"days": ["tue"], "opens": "10:00", "closes": "18:00"}]
    subject = venue(opening_hours=hours, closed=[{"from": "2026-12-08", "to": "2026-12-08"}])
    assert subject.schedule.hours_on(date(2026, 12, 1)) == ((time(10), time(18)),)
    assert subject.schedule.hours_on(date(2026, 12, 8)) == ()


def test_rooms_of_a_venue_have_ids_of_their_own() -> None:
    rooms = [{"id": "studio"}, {"id": "salle", "capacity": "120"}, {"id": "studio"}]
    assert codes_of(Venue, rooms=rooms) == [("id-twice", "rooms.2.id")]


@pytest.mark.parametrize("field", ["name", "postal_code", "municipality"])
def test_venue_lacks_a_field(field: str) -> None:
    assert codes_of(Venue, **{field: None}) == [("field-missing", "")]
