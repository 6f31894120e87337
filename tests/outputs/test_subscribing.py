from __future__ import annotations

from dataclasses import replace

from affiche.model.facet import Facet
from affiche.model.settings import Settings
from affiche.outputs.registry import subscriptions
from affiche.outputs.site import Site
from affiche.outputs.subscribing import OUTLOOK, google_address, ways, webcal_address
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
