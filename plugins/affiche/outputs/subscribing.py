"""How to subscribe: the address of each feed and calendar, and the links by which calendar services take them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from urllib.parse import urlencode

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.outputs.entry_texts import event_title
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.places import whereabouts
from affiche.outputs.site import Site
from affiche.outputs.vtimezone import ZONE, written_moment

CALENDAR = "text/calendar"
GOOGLE = "https://calendar.google.com/calendar/r?cid="
GOOGLE_TEMPLATE = "https://calendar.google.com/calendar/render?action=TEMPLATE&"
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


def google_template(site: Site, event: Event, language: str, when: Occurrence | Run) -> str:
    """The address at which Google Calendar takes a copy of one date or run, as its form is filled in.

    Empty for what does not take place as planned, as no copy is ever mended, and where its days are not known.
    """
    days = _google_days(when)
    if not days or when.status in OFF:
        return ""
    performances = [event.performances[when.index]] if isinstance(when, Occurrence) else []
    fields = {
        "text": event_title(site, event, language).text,
        "dates": days,
        "ctz": ZONE.key,
        "details": site.absolute(site.routes.record(language, event)),
        "location": whereabouts(site, event, language, performances),
    }
    return f"{GOOGLE_TEMPLATE}{urlencode({name: text for name, text in fields.items() if text})}"


def _google_days(when: Occurrence | Run) -> str:
    """Beginning and end as Google's form has them: moments, or days of which the last is left out."""
    if isinstance(when, Run):
        return _google_span(when.first, when.last + timedelta(days=1)) if when.first and when.last else ""
    if when.start is None:
        is_known = when.precision <= Precision.DAY
        return _google_span(when.day, when.last_day + timedelta(days=1)) if is_known else ""
    moments = [written_moment(moment) for moment in (when.start, when.end or when.start)]
    if any(moment.tzinfo is UTC for moment in moments):
        moments = [moment.astimezone(UTC) for moment in moments]
    return _google_span(*moments)


def _google_span(*ends: date) -> str:
    return "/".join(map(_google_moment, ends))


def _google_moment(moment: date) -> str:
    if not isinstance(moment, datetime):
        return f"{moment:%Y%m%d}"
    return f"{moment:%Y%m%dT%H%M%S}{'Z' if moment.tzinfo is UTC else ''}"
