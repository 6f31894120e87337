from __future__ import annotations

from affiche.model.facet import PROFESSIONAL, Facet
from affiche.model.settings import Settings
from affiche.model.text import Wording
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.site import Site
from tests import factories as make

SETTINGS = Settings(site_url="https://example.org/affiche/", languages=("fr", "nl"))
RECORDS = (
    make.organisation(disciplines=["film"], municipality="Elsene"),
    make.venue(),
    make.event("passe", start="2026-11-01 20:00", disciplines=["music"]),
    make.event("plus-tard", start="2026-12-24 20:00", disciplines=["music"], venue="la-vallee"),
    make.event("bientot", start="2026-11-24 20:00", disciplines=["music"]),
    make.event("avant", start="2026-10-01 20:00", disciplines=["music"]),
    make.event("entre-nous", start="2026-11-25 20:00", audience="professionals"),
)
SITE = make.site(*RECORDS, settings=SETTINGS)


def names(events: object) -> list[str]:
    return [event.id for event in events]  # type: ignore[attr-defined]


def test_facets_are_those_in_use_and_all_records() -> None:
    assert SITE.facets == [
        *(Facet("discipline", "music"), Facet("discipline", "film")),
        *(Facet("municipality", "21004"), Facet("municipality", "21009")),
        *(Facet("organisation", "zinneke"), Facet("venue", "la-vallee"), PROFESSIONAL),
    ]


def test_events_to_come_stand_first_things_first_and_past_ones_last_things_first() -> None:
    assert names(SITE.upcoming()) == ["bientot", "plus-tard"]
    assert names(SITE.past()) == ["passe", "avant"]
    assert names(SITE.upcoming(Facet("venue", "la-vallee"))) == ["plus-tard"]
    assert names(SITE.upcoming(PROFESSIONAL)) == ["entre-nous"]
    assert names(SITE.past(Facet("discipline", "film"))) == []


def test_every_facet_is_a_list_after_the_whole_agenda() -> None:
    listings = SITE.listings("nl")
    assert listings[0] == Listing("nl", None, "nl/agenda/", "nl/", "Agenda")
    assert listings[1] == Listing(
        *("nl", Facet("discipline", "music"), "nl/disciplines/muziek/", "nl/disciplines/muziek/", "Muziek")
    )
    assert [listing.title for listing in listings] == [
        *("Agenda", "Muziek", "Film", "Brussel", "Elsene", "Zinneke", "La Vallée", "Professionele agenda"),
        "Muziek, Brussel",
    ]


def test_a_subscription_stands_beside_its_list() -> None:
    feed = Subscription("feed.xml", "application/rss+xml", "RSS", "feed.rss.title", "feed.rss.text")
    assert [feed.path(listing) for listing in SITE.listings("fr")[:2]] == [
        *("fr/feed.xml", "fr/disciplines/musique/feed.xml"),
    ]


def test_addresses_stand_below_the_path_of_the_site() -> None:
    assert SITE.href("fr/agenda/") == "/affiche/fr/agenda/"
    assert SITE.absolute("fr/agenda/") == "https://example.org/affiche/fr/agenda/"
    site = Site(SITE.calendar, assets={"affiche.css": (b"", "0123456789abcdef")})
    assert site.asset("affiche.css") == "/affiche/assets/affiche.css?01234567"


def test_the_name_of_a_facet_is_in_the_language_of_the_page_where_it_has_one() -> None:
    dutch = make.organisation(language="nl", name="Den Hoek")
    site = make.site(dutch)
    assert site.facet_name(Facet("organisation", "zinneke"), "fr") == Wording("Den Hoek", "nl")
    assert site.facet_name(Facet("municipality", "21009"), "nl") == Wording("Elsene")


def test_a_fingerprint_depends_on_its_parts_the_settings_and_the_design() -> None:
    other = make.site(*RECORDS, settings=Settings(site_url="https://example.org/"))
    prints = {
        SITE.fingerprint("a"),
        SITE.fingerprint("b"),
        other.fingerprint("a"),
        Site(SITE.calendar, design="another").fingerprint("a"),
    }
    assert len(prints) == 4
    assert SITE.fingerprint("a", "b") != SITE.fingerprint("ab")
