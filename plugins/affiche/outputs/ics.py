"""Calendars (RFC 5545, RFC 7986): one to subscribe to beside every list, and the files of each event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from affiche.model.event import Event
from affiche.outputs.artifact import Artifact, Part, Whole, long_artifact
from affiche.outputs.entries import Entry, entries_of
from affiche.outputs.entry_texts import event_title, one_line
from affiche.outputs.ical_text import instant_line, render_lines, text_value, uri_line
from affiche.outputs.listing import Listing, Subscription
from affiche.outputs.output import Output
from affiche.outputs.site import Site
from affiche.outputs.vevent import render_vevent, uid_of
from affiche.outputs.vtimezone import VTIMEZONE

MEDIA_TYPE, LABEL = "text/calendar", "ICS"
PRODID = "-//Affiche//Affiche//EN"
COLOR = "gold"
#: The most entries that are kept in memory once they are made.
MOST_KEPT = 100_000
#: A duration of RFC 5545: six hours.
REFRESH_INTERVAL = "PT6H"
#: What all calendars begin and end with.
BEGIN = render_lines(("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODID}", "CALSCALE:GREGORIAN"))
END = b"END:VCALENDAR\r\n"
SUBSCRIPTION = Subscription("calendar.ics", MEDIA_TYPE, LABEL, "feed.ics.title", "feed.ics.text")

#: The bytes of an entry in a language, made once for all the calendars that hold it.
RenderVevent = Callable[[Entry, str], bytes]


class CalendarFile(NamedTuple):
    """A calendar to be: its path, the page it stands beside, what it is of, and its entries in order.

    `stamp` covers what it is called and all its entries.
    """

    path: str
    page: str
    language: str
    about: Listing | Event
    entries: Sequence[Entry]
    stamp: str


def ics_artifacts(site: Site) -> Iterator[Artifact]:
    """Every calendar of every language; empty ones too, as long as their list has a page."""
    stamps = cache(_stamp)
    vevents: RenderVevent = lru_cache(MOST_KEPT)(partial(render_vevent, site))
    for file in _calendar_files(site, stamps):
        fingerprint = site.fingerprint("ics", file.path, file.stamp)
        yield long_artifact(file.path, MEDIA_TYPE, fingerprint, partial(whole_calendar, site, file, stamps, vevents))


def _stamp(entry: Entry) -> str:
    """All that an entry depends on; of the clock, only whether its image may still be shown."""
    return f"{entry.digest} {entry.id} "


def _calendar_files(site: Site, stamps: Callable[[Entry], str]) -> Iterator[CalendarFile]:
    entries = entries_of(site)
    current = cache(entries.current)
    for language in site.languages:
        for listing in site.listings(language):
            held = current(listing.facet)
            stamp = f"{listing.page} {''.join(map(stamps, held))} {listing.title}"
            yield CalendarFile(SUBSCRIPTION.path(listing), listing.page, language, listing, held, stamp)
    for event in entries.events:
        yield from _event_files(site, event, entries.by_event[event.id], stamps)


def _event_files(
    site: Site, event: Event, entries: Sequence[Entry], stamps: Callable[[Entry], str]
) -> Iterator[CalendarFile]:
    """An event's own file, and one for each of its dates when it has several: some clients read one entry a file.

    Entries whose day is not known leave their file empty, so that its address goes on answering.
    """
    files = [(event.id, entries), *((entry.id, [entry]) for entry in entries if len(entries) > 1 or event.dates)]
    for name, held in files:
        dated, stamp = [entry for entry in held if entry.start is not None], "".join(map(stamps, held))
        for language in site.languages:
            path, page = site.routes.entry(language, event, name), site.routes.record(language, event)
            yield CalendarFile(path, page, language, event, dated, stamp)


def whole_calendar(site: Site, file: CalendarFile, stamps: Callable[[Entry], str], vevents: RenderVevent) -> Whole:
    """A calendar: its entries stand behind its own properties and its zone."""
    parts = [Part(stamps(entry), partial(vevents, entry, file.language)) for entry in file.entries]
    ground = site.once(("vevents", file.language), lambda: site.fingerprint("vevent", file.language))
    return Whole(ground, _header(site, file) + VTIMEZONE, parts, END)


def _header(site: Site, file: CalendarFile) -> bytes:
    """The properties of VCALENDAR. No METHOD: with PUBLISH, each entry would need an ORGANIZER (RFC 5546 3.2.1)."""
    settings, words, language = site.calendar.settings, site.words[file.language], file.language
    name = file.about.title if isinstance(file.about, Listing) else event_title(site, file.about, language).text
    title = text_value(one_line(f"{name} - {settings.site_name}"))
    about = text_value(one_line(words("calendar.description", title=name, site=settings.site_name)))
    newest = max((entry.dates.updated for entry in file.entries), default=None)
    return BEGIN + render_lines((
        f"DESCRIPTION;LANGUAGE={language}:{about}",
        f"X-WR-CALDESC:{about}",
        f"NAME;LANGUAGE={language}:{title}",
        f"X-WR-CALNAME:{title}",
        f"COLOR:{COLOR}",
        *([instant_line("LAST-MODIFIED", newest)] if newest else ()),
        f"REFRESH-INTERVAL;VALUE=DURATION:{REFRESH_INTERVAL}",
        uri_line("SOURCE", site.absolute(file.path), VALUE="URI"),
        f"UID:{text_value(uid_of(site, file.path))}",
        uri_line("URL", site.absolute(file.page)),
        f"X-PUBLISHED-TTL:{REFRESH_INTERVAL}",
        f"X-WR-TIMEZONE:{settings.time_zone.key}",
    ))  # fmt: skip


ICS = Output("ics", ics_artifacts, SUBSCRIPTION)
