"""Facets without a page of their own: a discipline in a municipality, free, for children, wheelchair."""

from __future__ import annotations

from datetime import timedelta

import feedparser
import pytest
from icalendar import Calendar as Vcalendar

from affiche.outputs.ics import ics_artifacts
from affiche.outputs.rss import rss_artifacts
from affiche.outputs.site import Site
from tests import factories as make

IXELLES = make.venue("flagey", name="Flagey", municipality="Ixelles", postal_code="1050")
EVENTS = (
    make.event("tour", disciplines=["music"], dates=[
        {"start": "2026-12-05 20:00", "venue": "la-vallee"}, {"start": "2026-12-06 20:00", "venue": "flagey"},
    ]),
    make.event("danse", disciplines=["dance"], venue="la-vallee", price="free", type="family"),
    make.event("entre-nous", disciplines=["film"], venue="flagey", price="free", audience="professionals"),
    make.event("fini", disciplines=["film"], venue="flagey", start="2026-11-10 20:00"),
    make.event("loin", disciplines=["film"], venue={"name": "Lille", "municipality": "Lille", "country": "FR"}),
)  # fmt: skip


def site(*, days: int = 0) -> Site:
    accessible = make.venue(accessibility={"wheelchair": "yes"})
    return make.site(*EVENTS, accessible, IXELLES, make.organisation(), now=make.NOW + timedelta(days=days))


def feeds(site: Site) -> dict[str, list[str]]:
    """The events of each French feed beside no page, by folder."""
    files = {each.path.removesuffix("feed.xml"): each for each in rss_artifacts(site)}
    pages = {listing.page for listing in site.listings("fr")} | {"fr/"}
    found = {path: feedparser.parse(each.render()) for path, each in files.items() if path.startswith("fr/")}
    return {
        path: [entry.id.partition("@")[0] for entry in feed.entries]
        for path, feed in found.items()
        if path not in pages
    }


def calendars(site: Site) -> dict[str, list[str]]:
    """The UIDs of each calendar beside those feeds."""
    folders = feeds(site)
    files = {each.path.removesuffix("calendar.ics"): each for each in ics_artifacts(site)}
    return {
        path: [
            str(entry["UID"]).partition("@")[0] for entry in Vcalendar.from_ical(files[path].render()).walk("VEVENT")
        ]
        for path in folders
    }


def test_combined_facets_have_a_feed_while_something_is_to_come() -> None:
    assert feeds(site()) == {
        "fr/disciplines/musique/communes/bruxelles/": ["tour"],
        "fr/disciplines/musique/communes/ixelles/": ["tour"],
        "fr/disciplines/danse/communes/bruxelles/": ["danse"],
        "fr/gratuit/": ["danse"],
        "fr/enfants/": ["danse"],
        "fr/fauteuil-roulant/": ["danse"],
    }
    assert feeds(site(days=15)) == {
        "fr/disciplines/musique/communes/bruxelles/": ["tour"],
        "fr/disciplines/musique/communes/ixelles/": ["tour"],
    }
    assert feeds(site(days=30)) == {}


def test_combined_facets_have_a_calendar_of_what_takes_place_there() -> None:
    assert calendars(site()) == {
        "fr/disciplines/musique/communes/bruxelles/": ["tour.20261205T2000"],
        "fr/disciplines/musique/communes/ixelles/": ["tour.20261206T2000"],
        "fr/disciplines/danse/communes/bruxelles/": ["danse.20261205T2000"],
        "fr/gratuit/": ["danse.20261205T2000"],
        "fr/enfants/": ["danse.20261205T2000"],
        "fr/fauteuil-roulant/": ["danse.20261205T2000"],
    }


@pytest.mark.parametrize(
    ("path", "title", "link"),
    [
        (
            "fr/disciplines/musique/communes/ixelles/",
            "Musique, Ixelles : nouveautés – Affiche",
            "fr/disciplines/musique/",
        ),
        ("nl/gratis/", "Gratis: nieuw – Affiche", "nl/agenda/"),
    ],
)
def test_combined_feed_leads_to_the_nearest_page(path: str, title: str, link: str) -> None:
    data = next(each.render() for each in rss_artifacts(site()) if each.path == f"{path}feed.xml")
    feed = feedparser.parse(data).feed
    assert (feed.title, feed.link) == (title, f"https://example.org/{link}")
    assert [each.href for each in feed.links if each.rel == "self"] == [f"https://example.org/{path}feed.xml"]
