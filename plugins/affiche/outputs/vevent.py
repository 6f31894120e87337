"""An entry as RFC 5545 VEVENT: the mapping, property by property."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from affiche.model.event import Event
from affiche.model.performance import RUN
from affiche.model.place import Place, Venue
from affiche.model.text import Text, Wording
from affiche.outputs.entries import Entry
from affiche.outputs.entry_texts import (
    address_of,
    categories_of,
    description_of,
    in_a_room,
    location_of,
    place_of,
    title_of,
)
from affiche.outputs.feed_images import main_jpeg
from affiche.outputs.ical_text import (
    date_line,
    instant_line,
    moment_line,
    render_lines,
    text_line,
    text_value,
    uri_line,
)
from affiche.outputs.site import Site
from affiche.outputs.vtimezone import written_moment
from affiche.sources.image_copies import JPEG

STATUSES = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}
CONFIRMED = "CONFIRMED"
#: Smaller degrees, ten metres, would be written as `1e-05`, which is no FLOAT of RFC 5545 3.3.7.
LEAST_DEGREE = 0.0001


def render_vevent(site: Site, entry: Entry, language: str) -> bytes:
    """The bytes of a dated entry in a language, with all its lines' ends."""
    told = () if entry.notice else (*_place(site, entry, language), *_relations(site, entry, language))
    others = sorted((*_description(site, entry, language), *told))
    return render_lines(("BEGIN:VEVENT", *_identity(site, entry, language), *others, "END:VEVENT"))


def uid_of(site: Site, entry_id: str) -> str:
    """The UID of an entry: the same in every language, and for good."""
    return site.calendar.settings.identify(entry_id)


def image_address(site: Site, event: Event) -> str:
    """The address of the JPEG of an event's image; empty without one that may be shown today."""
    copy = main_jpeg(site, event)
    return copy.url if copy else ""


def _identity(site: Site, entry: Entry, language: str) -> Iterator[str]:
    """What a client looks for first: title, times and revision."""
    yield text_line("SUMMARY", title_of(site, entry, language))
    yield from _times(entry)
    yield instant_line("DTSTAMP", entry.dates.updated)
    yield text_line("UID", Wording(uid_of(site, entry.id)))
    yield f"SEQUENCE:{entry.sequence}"


def _times(entry: Entry) -> Iterator[str]:
    """DTSTART and DTEND; the end of days is the day after the last one."""
    start, end = entry.start, entry.end
    if start is None:
        return
    yield time_line("DTSTART", start)
    if isinstance(start, datetime):
        if isinstance(end, datetime) and end.astimezone(UTC) > start.astimezone(UTC):
            yield time_line("DTEND", end)
    elif end is not None:
        yield time_line("DTEND", end + timedelta(days=1))


def time_line(name: str, start: datetime | date) -> str:
    """A property that is an aware moment, local or in UTC, or a day."""
    if not isinstance(start, datetime):
        return date_line(name, start)
    written = written_moment(start)
    return instant_line(name, written) if written.tzinfo is UTC else moment_line(name, written)


def _description(site: Site, entry: Entry, language: str) -> Iterator[str]:
    yield instant_line("CREATED", entry.dates.published)
    yield text_line("DESCRIPTION", description_of(site, entry, language))
    yield instant_line("LAST-MODIFIED", entry.dates.updated)
    yield f"STATUS:{STATUSES.get(entry.status, CONFIRMED)}"
    yield "TRANSP:TRANSPARENT"
    yield uri_line("URL", address_of(site, entry, language))


def _place(site: Site, entry: Entry, language: str) -> Iterator[str]:
    if place := place_of(site, entry):
        yield from in_a_room(site, entry, place, language, _located)
    if entry.event.online_url:
        yield uri_line("CONFERENCE", entry.event.online_url, VALUE="URI")


def _located(site: Site, place: Place | Venue, room: Text | None, language: str) -> list[str]:
    """LOCATION and GEO."""
    lines = [text_line("LOCATION", location_of(site, place, room, language))]
    if place.geo:
        latitude, longitude = (round(each, 6) if abs(each) >= LEAST_DEGREE else 0.0 for each in place.geo)
        lines.append(f"GEO:{latitude};{longitude}")
    return lines


def _relations(site: Site, entry: Entry, language: str) -> Iterator[str]:
    """CATEGORIES, IMAGE, and the festival or season it belongs to."""
    yield f"CATEGORIES:{','.join(map(text_value, categories_of(site, entry, language)))}"
    if image := image_address(site, entry.event):
        yield uri_line("IMAGE", image, DISPLAY="BADGE", FMTTYPE=JPEG, VALUE="URI")
    parent = site.calendar.find(Event, entry.event.part_of)
    if parent and parent.period:
        yield text_line("RELATED-TO", Wording(uid_of(site, f"{parent.identity}.{RUN}")))
