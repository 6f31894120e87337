"""The links by which calendar services take a copy of one date or run, as their forms are filled in."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from functools import lru_cache, partial
from typing import NamedTuple
from urllib.parse import quote

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.outputs.entry_texts import event_title
from affiche.outputs.places import whereabouts
from affiche.outputs.site import Site
from affiche.outputs.vtimezone import ZONE, written_moment

GOOGLE = "https://calendar.google.com/calendar/render"
OUTLOOK = "https://outlook.live.com/calendar/deeplink/compose"
OUTLOOK_ACTION = f"path={quote('/calendar/action/compose', safe='')}&rru=addevent"
OFFICE = "https://outlook.office.com/calendar/deeplink/compose"

#: The letters of a moment in ISO 8601, to the second.
SECONDS = len("2026-12-05T20:30:00")
#: Beginning and end: moments, or days of which the last is left out.
Span = tuple[date, date]

#: A text in an address, spaces as `%20`, since Outlook shows a plus; the forms of all dates of an event say the same.
quoted = lru_cache(maxsize=1024)(partial(quote, safe=""))


class Times(NamedTuple):
    """When something is, as the forms have it in their addresses."""

    google: str
    outlook: str


def adding_links(site: Site, event: Event, language: str, when: Occurrence | Run) -> list[tuple[str, str]]:
    """The name and the address of each service's form.

    None for what does not take place as planned, as no copy is ever mended, and where its days are not known.
    """
    span = _span(when)
    if span is None or when.status in OFF:
        return []
    index = when.index if isinstance(when, Occurrence) else None
    times = site.once(("adding", event.id, index), lambda: Times(_google_times(span), _outlook_times(span)))
    performances = [] if index is None else [event.performances[index]]
    title = quoted(event_title(site, event, language).text)
    page = quoted(site.absolute(site.routes.record(language, event)))
    place = whereabouts(site, event, language, performances)
    location = f"&location={quoted(place)}" if place else ""
    google = f"action=TEMPLATE&text={title}&dates={times.google}&ctz={quoted(ZONE.key)}&details={page}{location}"
    outlook = f"{OUTLOOK_ACTION}&subject={title}&{times.outlook}&body={page}{location}"
    words = site.words[language]
    return [
        (words("feeds.google"), f"{GOOGLE}?{google}"),
        (words("feeds.outlook"), f"{OUTLOOK}?{outlook}"),
        (words("feeds.office"), f"{OFFICE}?{outlook}"),
    ]


def _span(when: Occurrence | Run) -> Span | None:
    if isinstance(when, Run):
        return (when.first, when.last + timedelta(days=1)) if when.first and when.last else None
    if when.start is None:
        return (when.day, when.last_day + timedelta(days=1)) if when.precision <= Precision.DAY else None
    return when.start, when.end or when.start


def _google_times(span: Span) -> str:
    """Both ends, their slash quoted: moments of Brussels are written as such, others in UTC."""
    return "%2F".join(map(_google_moment, _written(span)))


def _written(span: Span) -> tuple[date, ...]:
    moments = [written_moment(each) if isinstance(each, datetime) else each for each in span]
    if any(isinstance(each, datetime) and each.tzinfo is UTC for each in moments):
        return tuple(each.astimezone(UTC) if isinstance(each, datetime) else each for each in moments)
    return tuple(moments)


def _google_moment(moment: date) -> str:
    basic = moment.isoformat()[:SECONDS].replace("-", "").replace(":", "")
    return f"{basic}Z" if isinstance(moment, datetime) and moment.tzinfo is UTC else basic


def _outlook_times(span: Span) -> str:
    """Both ends for Outlook.com and Office 365: moments in UTC, days with `allday`."""
    start, end = map(_outlook_moment, span)
    lasts = "" if isinstance(span[0], datetime) else "&allday=true"
    return f"startdt={start}&enddt={end}{lasts}"


def _outlook_moment(moment: date) -> str:
    """Quoted, which is its colons."""
    if not isinstance(moment, datetime):
        return str(moment)
    return f"{moment.astimezone(UTC).isoformat()[:SECONDS]}Z".replace(":", "%3A")
