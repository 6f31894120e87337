"""The list of an event's dates: which of them can be booked."""

from __future__ import annotations

import pytest

from affiche.outputs.pages.performances import date_rows
from tests import factories as make

BOOKING = "https://tickets.example.org/"


@pytest.mark.parametrize(
    ("availability", "url"),
    [(None, BOOKING), ("limited", BOOKING), ("waiting-list", BOOKING), ("sold-out", "")],
)
def test_a_date_is_booked_as_its_event_is_unless_nothing_is_left(availability: str | None, url: str) -> None:
    date = {"start": "2026-12-05 20:00"} | ({"availability": availability} if availability else {})
    event = make.event(dates=[date], booking={"url": BOOKING})
    assert [row.booking_url for row in date_rows(make.site(event), event, "fr")] == [url]
