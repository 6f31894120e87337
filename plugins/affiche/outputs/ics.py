"""Calendars (RFC 5545, RFC 7986): one to subscribe to beside every list, and the files of each event."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache, lru_cache, partial
from typing import NamedTuple

from affiche.model.call import Call
from affiche.model.event import Event
from affiche.model.facet import PROFESSIONAL
from affiche.outputs.artifact import Artifact, Part, Whole, long_artifact
from affiche.outputs.calls.deadlines import Deadline, call_title, current_deadlines, deadlines_of, render_deadline
from affiche.outputs.calls.listing import call_listing
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.entries import Entry, entries_of, order_of
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

#: What a calendar holds: performances and runs of events, deadlines of calls.
Held = Entry | Deadline
#: The bytes of an entry in a language, made once for all the calendars that hold it.
RenderVevent = Callable[[Held, str], bytes]


class CalendarFile(NamedTuple):
    """A calendar to be: its path, the page it stands beside, what it is of, and its entries in order.

    `stamp` covers what it is called and all its entries.
    """

    path: str
    page: str
    language: str
    about: Listing | Event | Call
    entries: Sequence[Held]
    stamp: str


def ics_artifacts(site: Site) -> Iterator[Artifact]:
    """Every calendar of every language; empty ones too, as long as their list has a page."""
    stamps = cache(_stamp)
    vevents: RenderVevent = lru_cache(MOST_KEPT)(partial(_render_entry, site))
    for file in _calendar_files(site, stamps):
        fingerprint = site.fingerprint("ics", file.path, file.stamp)
        yield long_artifact(file.path, MEDIA_TYPE, fingerprint, partial(whole_calendar, site, file, stamps, vevents))


def _stamp(entry: Held) -> str:
    """All that an entry depends on; of the clock, only whether its image may still be shown."""
    return f"{entry.digest} {entry.id} "


def _calendar_files(site: Site, stamps: Callable[[Held], str]) -> Iterator[CalendarFile]:
    entries = entries_of(site)
    current = cache(entries.current)
    for language in site.languages:
        for listing in site.listings(language):
            held = current(listing.facet)
            yield _list_file(listing, _professional(site, held) if listing.facet == PROFESSIONAL else held, stamps)
        for chosen in calls_of(site).lists:
            yield _list_file(call_listing(site, language, chosen), current_deadlines(site, chosen), stamps)
    yield from _call_files(site, stamps)
    for event in entries.events:
        yield from _event_files(site, event, entries.by_event[event.id], stamps)


def _professional(site: Site, entries: Sequence[Entry]) -> Sequence[Held]:
    """The entries of the professional agenda with the deadlines of calls among them."""
    held: list[Held] = [*entries, *current_deadlines(site)]
    return sorted(held, key=lambda each: order_of(site.calendar, each.start, each.id))


def _list_file(listing: Listing, held: Sequence[Held], stamps: Callable[[Held], str]) -> CalendarFile:
    stamp = f"{listing.page} {''.join(map(stamps, held))} {listing.title}"
    return CalendarFile(SUBSCRIPTION.path(listing), listing.page, listing.language, listing, held, stamp)


def _call_files(site: Site, stamps: Callable[[Held], str]) -> Iterator[CalendarFile]:
    """The deadline of each call; without one, a file all the same, so that its address goes on answering."""
    for deadline in deadlines_of(site):
        held, call = [deadline] if deadline.day else [], deadline.call
        for language in site.languages:
            path, page = site.routes.entry(language, call, call.id), site.routes.record(language, call)
            yield CalendarFile(path, page, language, call, held, stamps(deadline))


def _event_files(
    site: Site, event: Event, entries: Sequence[Entry], stamps: Callable[[Held], str]
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


def whole_calendar(site: Site, file: CalendarFile, stamps: Callable[[Held], str], vevents: RenderVevent) -> Whole:
    """A calendar: its entries stand behind its own properties and its zone."""
    parts = [Part(stamps(entry), partial(vevents, entry, file.language)) for entry in file.entries]
    ground = site.once(("vevents", file.language), lambda: site.fingerprint("vevent", file.language))
    return Whole(ground, _header(site, file) + VTIMEZONE, parts, END)


def _render_entry(site: Site, entry: Held, language: str) -> bytes:
    if isinstance(entry, Deadline):
        return render_deadline(site, entry, language)
    return render_vevent(site, entry, language)


def _header(site: Site, file: CalendarFile) -> bytes:
    """The properties of VCALENDAR. No METHOD: with PUBLISH, each entry would need an ORGANIZER (RFC 5546 3.2.1)."""
    settings, words, language = site.calendar.settings, site.words[file.language], file.language
    name = _name(site, file)
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


def _name(site: Site, file: CalendarFile) -> str:
    match file.about:
        case Listing():
            return file.about.title
        case Event():
            return event_title(site, file.about, file.language).text
        case Call():
            return call_title(site, file.about, file.language).text


ICS = Output("ics", ics_artifacts, SUBSCRIPTION)
