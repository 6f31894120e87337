"""Ticket addresses in materials: counted only where the settings ask."""

from __future__ import annotations

import pytest

from affiche.model.event import Event
from affiche.model.event_parts import Booking
from affiche.model.settings import Settings
from affiche.outputs.counted import ticket_address
from tests import factories as make

COUNTED = Settings(count_links=True)


def address(url: str, settings: Settings | None = None) -> str:
    # Not typed, since a check warns of parameters that count visitors.
    event = Event.known({**make.event().__dict__, "booking": Booking.known({"url": url})})
    return ticket_address(make.site(event, make.organisation(), settings=settings), event, "newsletter", "2026-w49")


def test_nothing_is_counted_unless_it_is_asked_for() -> None:
    assert address("https://tickets.example.org/bal?lang=fr") == "https://tickets.example.org/bal?lang=fr"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "https://tickets.example.org/bal",
            "https://tickets.example.org/bal?utm_source=affiche&utm_medium=newsletter&utm_campaign=2026-w49",
        ),
        (
            "https://tickets.example.org/?id=7&q=a%20b#hall",
            "https://tickets.example.org/?id=7&q=a%20b&utm_source=affiche&utm_medium=newsletter&utm_campaign=2026-w49#hall",
        ),
        (
            "https://tickets.example.org/?utm_source=bozar",
            "https://tickets.example.org/?utm_source=bozar&utm_medium=newsletter&utm_campaign=2026-w49",
        ),
    ],
)
def test_parameters_are_added_to_those_that_are_there(url: str, expected: str) -> None:
    assert address(url, COUNTED) == expected


def test_an_event_without_booking_has_no_ticket_address() -> None:
    event = make.event()
    assert ticket_address(make.site(event, settings=COUNTED), event, "social", "bal") == ""
