"""An entry as RFC 5545 VEVENT: the mapping, property by property."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from icalendar import Event as Vevent
from icalendar import vCategory

from affiche.model.event import Event
from affiche.model.performance import RUN
from affiche.outputs.entries import Entry
from affiche.outputs.entry_texts import address_of, categories_of, description_of, location_of, place_of, title_of
from affiche.outputs.feed_images import main_jpeg
from affiche.outputs.ical_text import TextValue, serialised, text_value
from affiche.outputs.site import Site
from affiche.outputs.vtimezone import written_moment
from affiche.sources.image_copies import JPEG

STATUSES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
CONFIRMED = "CONFIRMED"
#: Smaller degrees, ten metres, would be written as `1e-05`, which is no FLOAT of RFC 5545 3.3.7.
LEAST_DEGREE = 0.0001


def render_vevent(site: Site, entry: Entry, language: str) -> bytes:
    """The bytes of a dated entry in a language, with all its lines' ends."""
    vevent = Vevent()
    vevent.add("uid", uid_of(site, entry.id))
    vevent.add("status", STATUSES.get(entry.status, CONFIRMED))
    vevent.add("transp", "TRANSPARENT")
    vevent.add("summary", text_value(title_of(site, entry, language)))
    vevent.add("description", text_value(description_of(site, entry, language)))
    vevent.add("url", address_of(site, entry, language))
    _add_revision(vevent, entry)
    _add_times(vevent, entry)
    if entry.notice is None:
        _add_place(vevent, site, entry, language)
        _add_relations(vevent, site, entry, language)
    return serialised(vevent)


def uid_of(site: Site, entry_id: str) -> str:
    """The UID of an entry: the same in every language, and for good."""
    return site.calendar.settings.identify(entry_id)


def image_address(site: Site, event: Event) -> str:
    """The address of the JPEG of an event's image; empty without one that may be shown today."""
    copy = main_jpeg(site, event)
    return copy.url if copy else ""


def _add_revision(vevent: Vevent, entry: Entry) -> None:
    vevent.add("created", entry.dates.published)
    vevent.add("last-modified", entry.dates.updated)
    vevent.add("dtstamp", entry.dates.updated)
    vevent.add("sequence", entry.sequence)


def _add_times(vevent: Vevent, entry: Entry) -> None:
    """DTSTART and DTEND; the end of days is the day after the last one."""
    start, end = entry.start, entry.end
    if not isinstance(start, datetime):
        vevent.add("dtstart", start)
        if end is not None:
            vevent.add("dtend", end + timedelta(days=1))
        return
    vevent.add("dtstart", written_moment(start))
    if isinstance(end, datetime) and end.astimezone(UTC) > start.astimezone(UTC):
        vevent.add("dtend", written_moment(end))


def _add_place(vevent: Vevent, site: Site, entry: Entry, language: str) -> None:
    if place := place_of(site, entry):
        vevent.add("location", text_value(location_of(site, entry, place, language)))
        if place.geo:
            vevent.add("geo", tuple(round(degree, 6) if abs(degree) >= LEAST_DEGREE else 0.0 for degree in place.geo))
    if entry.event.online_url:
        vevent.add("conference", entry.event.online_url, parameters={"VALUE": "URI"})


def _add_relations(vevent: Vevent, site: Site, entry: Entry, language: str) -> None:
    """CATEGORIES, IMAGE, and the festival or season it belongs to."""
    categories = vCategory([])
    categories.cats.extend(TextValue(name) for name in categories_of(site, entry, language))
    vevent.add("categories", categories)
    if image := image_address(site, entry.event):
        vevent.add("image", image, parameters={"VALUE": "URI", "DISPLAY": "BADGE", "FMTTYPE": JPEG})
    parent = site.calendar.find(Event, entry.event.part_of)
    if parent and parent.period:
        vevent.add("related-to", uid_of(site, f"{parent.identity}.{RUN}"))
