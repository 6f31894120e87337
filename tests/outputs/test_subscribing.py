from __future__ import annotations

from dataclasses import replace
from typing import Any
from urllib.parse import parse_qsl

import pytest

from affiche.model.facet import Facet
from affiche.model.settings import Settings
from affiche.outputs.registry import subscriptions
from affiche.outputs.site import Site
from affiche.outputs.subscribing import OUTLOOK, google_address, google_template, ways, webcal_address
from tests import factories as make


def site(settings: Settings | None = None) -> Site:
    return replace(make.site(make.organisation(name="Zinneke & co"), settings=settings), subscriptions=subscriptions())


def test_a_list_offers_its_feed_and_its_calendar_with_the_links_of_services() -> None:
    feed, calendar = ways(site(), site().listing("nl", Facet("organisation", "zinneke")))
    assert (feed.title, feed.address, feed.href, feed.services) == (
        *("Nieuw (RSS)", "https://example.org/nl/organisaties/zinneke/feed.xml"),
        *("/nl/organisaties/zinneke/feed.xml", []),
    )
    assert calendar.services == [
        ("Openen in uw agenda", "webcal://example.org/nl/organisaties/zinneke/calendar.ics"),
        (
            "Google Agenda",
            "https://calendar.google.com/calendar/r?cid=webcal://example.org/nl/organisaties/zinneke/calendar.ics",
        ),
        (
            "Outlook.com",
            f"{OUTLOOK}url=https%3A%2F%2Fexample.org%2Fnl%2Forganisaties%2Fzinneke%2Fcalendar.ics&name=Zinneke+%26+co",
        ),
    ]


def test_the_agenda_also_offers_what_there_is_of_it_alone() -> None:
    assert [way.address.rpartition("/")[2] for way in ways(site(), site().listings("fr")[0])] == [
        *("feed.xml", "calendar.ics", "week.xml", "digest.xml", "last-chance.xml", "changes.xml"),
    ]


def test_an_address_below_a_path_keeps_it() -> None:
    below = site(Settings(site_url="https://example.net/a/"))
    assert ways(below, below.listings("fr")[0])[1].services[0][1] == "webcal://example.net/a/fr/calendar.ics"


def test_google_has_no_link_where_the_address_would_be_too_long() -> None:
    base = len(google_address("https://e.be/"))
    longest = f"https://e.be/{'x' * (256 - base)}"
    assert (len(google_address(longest)), google_address(f"{longest}x")) == (256, "")
    assert webcal_address(longest).startswith("webcal://e.be/x")


TEMPLATE = "https://calendar.google.com/calendar/render?action=TEMPLATE&"
TOKYO = {"name": "Hall", "country": "JP", "time_zone": "Asia/Tokyo"}


@pytest.mark.parametrize(
    ("typed", "dates"),
    [
        ({"start": "2026-12-05 20:00", "end": "2026-12-06 02:00"}, "20261205T200000/20261206T020000"),
        ({"start": "2026-07-05 20:00"}, "20260705T200000/20260705T200000"),
        ({"start": "2026-10-25 01:30", "end": "2026-10-25 02:30+01:00"}, "20261024T233000Z/20261025T013000Z"),
        ({"start": "2026-12-05 20:00", "venue": TOKYO}, "20261205T110000Z/20261205T110000Z"),
        ({"start": "2026-12-05"}, "20261205/20261206"),
        ({"period": {"start": "2026-12-05", "end": "2027-01-31"}}, "20261205/20270201"),
        ({"period": {"start": "2026-12-05"}}, None),
        ({"period": {"end": "2026-12-05"}}, None),
        ({"start": "2026-12"}, None),
        ({"start": "2026-12-05 20:00", "status": "cancelled"}, None),
    ],
)
def test_google_takes_a_date_in_the_time_of_brussels(typed: dict[str, Any], dates: str | None) -> None:
    event = make.event(**typed)
    plain = make.site(event, make.organisation())
    when = plain.calendar.run_of(event) or plain.calendar.occurrences[event.id][0]
    address, _, query = google_template(plain, event, "fr", when).partition("&")
    fields = dict(parse_qsl(query))
    assert (f"{address}&" == TEMPLATE, fields.get("dates"), fields.get("ctz")) == (
        *(bool(dates), dates, dates and "Europe/Brussels"),
    )


def test_google_is_told_the_title_the_page_and_the_place_of_the_date() -> None:
    dates = [{"start": "2026-12-05 20:00"}, {"start": "2026-12-06 20:00", "venue": {"name": "Quai & co"}}]
    event = make.event(dates=dates, venue="la-vallee")
    plain = make.site(event, make.organisation(), make.venue())
    found = [google_template(plain, event, "nl", each) for each in plain.calendar.occurrences[event.id]]
    told = [dict(parse_qsl(address.removeprefix(TEMPLATE))) for address in found]
    assert [(each["text"], each["details"], each["location"]) for each in told] == [
        ("Open nacht", "https://example.org/nl/evenementen/nuit-ouverte/", place)
        for place in ("La Vallée, Brussel", "Quai & co")
    ]
