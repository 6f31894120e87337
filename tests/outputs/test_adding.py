"""The forms of calendar services, filled in with one date or run."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from affiche.model.event import Event
from affiche.outputs.adding import GOOGLE, OFFICE, OUTLOOK, adding_links
from affiche.outputs.site import Site
from tests import factories as make

TOKYO = {"name": "Hall", "country": "JP", "time_zone": "Asia/Tokyo"}
PAGE = "https://example.org/nl/evenementen/nuit-ouverte/"


def links(event: Event) -> list[dict[str, str]]:
    """For each date of an event, or its run, the address of each service by its name."""
    site = make.site(event, make.organisation(), make.venue())
    run = site.calendar.run_of(event)
    return [dict(adding_links(site, event, "nl", when)) for when in ([run] if run else times(site, event))]


def times(site: Site, event: Event) -> Any:
    return site.calendar.occurrences[event.id]


def fields(address: str, base: str) -> dict[str, str]:
    """The fields of a form, whose base is as it should be and which holds no plus."""
    assert (address.partition("?")[0], "+" in urlsplit(address).query) == (base, False)
    return dict(parse_qsl(address.partition("?")[2], strict_parsing=True))


@pytest.mark.parametrize(
    ("typed", "google", "outlook"),
    [
        (
            {"start": "2026-12-05 20:00", "end": "2026-12-06 02:00"},
            "20261205T200000/20261206T020000",
            ("2026-12-05T19:00:00Z", "2026-12-06T01:00:00Z", None),
        ),
        (
            {"start": "2026-07-05 20:00"},
            "20260705T200000/20260705T200000",
            ("2026-07-05T18:00:00Z", "2026-07-05T18:00:00Z", None),
        ),
        (
            {"start": "2026-10-25 01:30", "end": "2026-10-25 02:30+01:00"},
            "20261024T233000Z/20261025T013000Z",
            ("2026-10-24T23:30:00Z", "2026-10-25T01:30:00Z", None),
        ),
        (
            {"start": "2026-12-05 20:00", "venue": TOKYO},
            "20261205T110000Z/20261205T110000Z",
            ("2026-12-05T11:00:00Z", "2026-12-05T11:00:00Z", None),
        ),
        ({"start": "2026-12-05"}, "20261205/20261206", ("2026-12-05", "2026-12-06", "true")),
        (
            {"period": {"start": "2026-12-05", "end": "2027-01-31"}},
            "20261205/20270201",
            ("2026-12-05", "2027-02-01", "true"),
        ),
    ],
)
def test_each_service_is_told_when_it_is(
    typed: dict[str, Any], google: str, outlook: tuple[str, str, str | None]
) -> None:
    (found,) = links(make.event(**typed))
    told = fields(found["Google Agenda"], GOOGLE)
    assert (told["action"], told["dates"], told["ctz"]) == ("TEMPLATE", google, "Europe/Brussels")
    for name, base in (("Outlook.com", OUTLOOK), ("Office 365", OFFICE)):
        told = fields(found[name], base)
        assert (told["startdt"], told["enddt"], told.get("allday")) == outlook
        assert (told["path"], told["rru"]) == ("/calendar/action/compose", "addevent")


@pytest.mark.parametrize(
    "typed",
    [
        {"period": {"start": "2026-12-05"}},
        {"period": {"end": "2026-12-05"}},
        {"start": "2026-12"},
        {"start": "2026-12-05 20:00", "status": "cancelled"},
        {"period": {"start": "2026-12-05", "end": "2027-01-31"}, "status": "postponed"},
    ],
)
def test_no_service_takes_what_is_off_or_has_no_known_days(typed: dict[str, Any]) -> None:
    assert links(make.event(**typed)) == [{}]


def test_each_service_is_told_the_title_the_page_and_the_place_of_the_date() -> None:
    dates = [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00", "venue": {"name": "Quai & co"}}]
    first, second = links(make.event(dates=dates, venue="la-vallee"))
    for found, place in ((first, "La Vallée, Brussel"), (second, "Quai & co")):
        told = fields(found["Google Agenda"], GOOGLE)
        assert (told["text"], told["details"], told["location"]) == ("Open nacht", PAGE, place)
        told = fields(found["Office 365"], OFFICE)
        assert (told["subject"], told["body"], told["location"]) == ("Open nacht", PAGE, place)
