"""Ticket addresses in what organisations send: with parameters that tell a box office where a visitor comes from.

Only the tables of social kits have them, and only where the settings ask: pages, mails and feeds count nobody.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from affiche.model.event import Event
from affiche.outputs.site import Site

#: The names that web statistics know (Google's campaign parameters, which Matomo and Plausible read too).
SOURCE, MEDIUM, CAMPAIGN = "utm_source", "utm_medium", "utm_campaign"


def ticket_address(site: Site, event: Event, medium: str, campaign: str) -> str:
    """Where an event is booked, as `medium` gives it out; empty where that is not known.

    Parameters of these names that the organisation has set itself stay as they are.
    """
    address = (event.booking and event.booking.url) or ""
    if not address or not site.calendar.settings.count_links:
        return address
    parts = urlsplit(address)
    own = parse_qsl(parts.query, keep_blank_values=True)
    ours = {SOURCE: site.calendar.settings.site_name.lower(), MEDIUM: medium, CAMPAIGN: campaign}
    added = [(name, value) for name, value in ours.items() if name not in dict(own)]
    query = "&".join(filter(None, [parts.query, urlencode(added)]))
    return urlunsplit(parts._replace(query=query))
