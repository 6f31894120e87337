"""How to subscribe: the address of each feed and calendar, and the links by which calendar services take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.site import Site

CALENDAR = "text/calendar"
GOOGLE = "https://calendar.google.com/calendar/r?cid="
OUTLOOK = "https://outlook.live.com/calendar/0/addfromweb?"
#: The longest address that Google takes.
MOST_GOOGLE = 256


@dataclass(frozen=True, slots=True)
class Way:
    """A feed or calendar of a list: its title and use, its address, in full and as pages have it, and named links."""

    title: str
    text: str
    address: str
    href: str
    services: Sequence[tuple[str, str]] = ()


def ways(site: Site, listing: Listing) -> list[Way]:
    """Every way to subscribe to a list."""
    return [_way(site, listing, item) for item in site.subscriptions_of(listing)]


def _way(site: Site, listing: Listing, item: Subscription) -> Way:
    words, address = site.words[listing.language], site.absolute(item.path(listing))
    services = _services(site, listing, address) if item.media_type == CALENDAR else []
    return Way(words(item.title), words(item.text), address, site.href(item.path(listing)), services)


def _services(site: Site, listing: Listing, address: str) -> list[tuple[str, str]]:
    words = site.words[listing.language]
    links = {
        "feeds.webcal": webcal_address(address),
        "feeds.google": google_address(address),
        "feeds.outlook": f"{OUTLOOK}{urlencode({'url': address, 'name': listing.title})}",
    }
    return [(words(key), link) for key, link in links.items() if link]


def webcal_address(address: str) -> str:
    """The address by which a calendar program of the visitor's subscribes."""
    return f"webcal://{address.partition('://')[2]}"


def google_address(address: str) -> str:
    """The address at which Google Calendar subscribes; empty where it would be too long."""
    link = f"{GOOGLE}{webcal_address(address)}"
    return link if len(link) <= MOST_GOOGLE else ""
