"""The lists of calls as what one subscribes to: their addresses, their names, the files beside them."""

from __future__ import annotations

from affiche.model.facet import Facet
from affiche.outputs.calls.lists import CallList
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.site import Site

#: The page of all calls, by its key in the routes.
KEY = "calls"
#: What stands beside each list: the same files as beside lists of events.
SUBSCRIPTIONS = (
    Subscription("feed.xml", "application/rss+xml", "RSS", "feed.calls.title", "feed.calls.text"),
    Subscription("calendar.ics", "text/calendar", "ICS", "feed.deadlines.title", "feed.deadlines.text"),
)
FEED, CALENDAR = SUBSCRIPTIONS


def list_path(site: Site, language: str, chosen: CallList) -> str:
    """The page of a list: `fr/appels/`, `fr/appels/types/residence/`, `fr/disciplines/musique/appels/`."""
    if chosen.discipline:
        return site.routes.calls_of(language, Facet("discipline", chosen.discipline))
    return site.routes.calls(language, chosen.kind)


def list_name(site: Site, language: str, chosen: CallList) -> str:
    """What a list is called: `Appels`, `Résidence`, `Musique`."""
    words = site.words[language]
    if chosen.discipline:
        return words(f"discipline.{chosen.discipline}")
    return words(f"call.kind.{chosen.kind}") if chosen.kind else words("nav.calls")


def list_title(site: Site, language: str, chosen: CallList) -> str:
    """The name of a list that says what it is of: `Appels : résidence`."""
    name = list_name(site, language, chosen)
    return site.words[language]("calls.of", name=name) if any(chosen) else name


def call_listing(site: Site, language: str, chosen: CallList) -> Listing:
    """A list of calls with its files."""
    path = list_path(site, language, chosen)
    return Listing(language, None, path, path, list_title(site, language, chosen), SUBSCRIPTIONS)
