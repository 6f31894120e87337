"""What has become of an event since it was announced, from the history of its file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from affiche.model.change import RESCHEDULED, Change
from affiche.model.event import Event
from affiche.model.moment import Moment
from affiche.model.place import Venue
from affiche.outputs.change_words import before_words, dates_about, moment_words, place_before
from affiche.outputs.entries import entries_of
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Happening:
    """One change: its local day, as data and in words, what has changed, and of which dates where there are several."""

    iso: str
    day: str
    text: str
    dates: str = ""


def event_history(site: Site, event: Event, language: str) -> list[Happening]:
    """The changes of an event, the newest first."""
    return [_happening(site, event, change, language) for change in reversed(_known(site, event))]


def history_stamp(site: Site, event: Event) -> list[str]:
    """What the words of the changes depend on beside the event: how many are told, places it had before."""
    known = _known(site, event)
    places = (place_before(site, change) for change in known)
    return [str(len(known)), *(site.calendar.digest_of(place) for place in places if isinstance(place, Venue))]


def _known(site: Site, event: Event) -> Sequence[Change]:
    found = site.calendar.history.of_event.get(event.id, ())
    return [change for change in found if change.moment <= site.calendar.now]


def _happening(site: Site, event: Event, change: Change, language: str) -> Happening:
    day = change.moment.astimezone(site.calendar.settings.time_zone).date()
    entries = entries_of(site).by_event.get(event.id, ())
    affected = [entry for entry in entries if entry.id in change.affected]
    return Happening(
        iso=day.isoformat(),
        day=site.dates[language].day(day, weekday=False),
        text=_text(site, change, language),
        dates=dates_about(site, affected, language) if affected and len(entries) > 1 else "",
    )


def _text(site: Site, change: Change, language: str) -> str:
    """`Nouvelle date : …` with the date that it became then, not the one of today, and what was before."""
    words = site.words[language]
    text = words(f"change.{change.kind}")
    if change.kind == RESCHEDULED and isinstance(change.after, Moment):
        text = words("calendar.named", name=text, value=moment_words(site, change.after, language))
    before = before_words(site, change, language)
    return words("change.before", change=text, before=before) if before else text
