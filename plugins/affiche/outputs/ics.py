"""Calendars (RFC 5545, RFC 7986): one to subscribe to beside every list, and the files of each event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache, partial

from icalendar import Calendar as Vcalendar
from icalendar import vDuration

from affiche.model.event import Event
from affiche.model.text import Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.entries import Entries, Entry
from affiche.outputs.entry_texts import event_title, one_line
from affiche.outputs.ical_text import serialised, text_value
from affiche.outputs.listing import Subscription
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.vevent import image_address, render_vevent, uid_of
from affiche.outputs.vtimezone import vtimezone

MEDIA_TYPE, LABEL = "text/calendar", "ICS"
PRODID = "-//Affiche//Affiche//EN"
COLOR = "gold"
REFRESH_INTERVAL = timedelta(hours=6)
END = b"END:VCALENDAR\r\n"
VTIMEZONE = serialised(vtimezone())
SUBSCRIPTION = Subscription("calendar.ics", MEDIA_TYPE, LABEL, "feed.ics.title", "feed.ics.text")

#: The bytes of an entry in a language, made once for all the calendars that hold it.
RenderVevent = Callable[[Entry, str], bytes]


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar to be: its path, the path of the page it stands beside, and its entries in order."""

    path: str
    page: str
    language: str
    title: str
    entries: Sequence[Entry]


def ics_artifacts(site: Site) -> Iterator[Artifact]:
    """Every calendar of every language; empty ones too, as long as their list has a page."""
    stamps = cache(partial(_stamp, site))
    vevents: RenderVevent = cache(partial(render_vevent, site))
    for file in _calendar_files(site):
        stamp = [stamps(entry) for entry in file.entries]
        fingerprint = site.fingerprint("ics", file.path, file.page, file.title, stamp)
        yield Artifact(file.path, MEDIA_TYPE, fingerprint, partial(render_calendar, site, file, vevents))


def _stamp(site: Site, entry: Entry) -> tuple[str, ...]:
    """All that an entry depends on; of the clock, only whether its image may still be shown."""
    return entry.id, entry.digest, image_address(site, entry.event)


def _calendar_files(site: Site) -> Iterator[CalendarFile]:
    entries = Entries(site.calendar)
    current = cache(entries.current)
    for language in site.languages:
        for listing in site.listings(language):
            path = SUBSCRIPTION.path(listing)
            yield CalendarFile(path, listing.page, language, listing.title, current(listing.facet))
        for event in entries.events:
            yield from _event_files(site, event, entries.by_event[event.id], language)


def _event_files(site: Site, event: Event, entries: Sequence[Entry], language: str) -> Iterator[CalendarFile]:
    """An event's own file, and one for each of its dates when it has several: some clients read one entry a file."""
    folder = site.routes.record(language, event)
    title = event_title(site, event, language).text
    yield CalendarFile(site.routes.entry(language, event, event.id), folder, language, title, _dated(entries))
    for entry in entries if len(entries) > 1 or event.dates else ():
        yield CalendarFile(site.routes.entry(language, event, entry.id), folder, language, title, _dated([entry]))


def _dated(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries whose day is known: others leave their file empty, so that its address goes on answering."""
    return [entry for entry in entries if entry.start is not None]


def render_calendar(site: Site, file: CalendarFile, vevents: RenderVevent) -> bytes:
    """The bytes of a calendar: its zone and its entries, made apart, stand before its last line."""
    opened = serialised(_header(site, file)).removesuffix(END)
    return b"".join((opened, VTIMEZONE, *(vevents(entry, file.language) for entry in file.entries), END))


def _header(site: Site, file: CalendarFile) -> Vcalendar:
    """The properties of VCALENDAR. No METHOD: with PUBLISH, each entry would need an ORGANIZER (RFC 5546 3.2.1)."""
    settings, words = site.calendar.settings, site.words[file.language]
    title = Wording(one_line(f"{file.title} - {settings.site_name}"), file.language)
    about = Wording(one_line(words("calendar.description", title=file.title, site=settings.site_name)), file.language)
    calendar = Vcalendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", PRODID)
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", text_value(title))
    calendar.add("x-wr-calname", text_value(Wording(title.text)))
    calendar.add("description", text_value(about))
    calendar.add("x-wr-caldesc", text_value(Wording(about.text)))
    calendar.add("x-wr-timezone", text_value(Wording(settings.time_zone.key)))
    calendar.add("refresh-interval", REFRESH_INTERVAL, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", vDuration(REFRESH_INTERVAL))
    calendar.add("source", site.absolute(file.path), parameters={"VALUE": "URI"})
    calendar.add("url", site.absolute(file.page))
    calendar.add("color", text_value(Wording(COLOR)))
    calendar.add("uid", uid_of(site, file.path))
    if file.entries:
        calendar.add("last-modified", max(entry.dates.updated for entry in file.entries))
    return calendar


ICS = Output("ics", ics_artifacts, SUBSCRIPTION)
