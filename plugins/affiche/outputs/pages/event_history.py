"""What has become of an event since it was announced, from the history of its file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from affiche.model.change import Change
from affiche.model.event import Event
from affiche.outputs.change_words import dates_about, then_words, venues_in
from affiche.outputs.entries import entries_of
from affiche.outputs.event_changes import known_changes
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Happening:
    """One change: its local day, as data and in words, what has changed, and of which dates where there are several.

    `anchor` is its name on the page, by which feeds lead to it; empty where another of the same moment has it.
    """

    iso: str
    day: str
    text: str
    dates: str = ""
    anchor: str = ""


def event_history(site: Site, event: Event, language: str) -> list[Happening]:
    """The changes of an event, the newest first."""
    return list(_happenings(site, event, language))


def history_stamp(site: Site, event: Event) -> list[str]:
    """What the words of the changes depend on beside the event: how many are told, the places that they name."""
    known = known_changes(site, event)
    places = (site.calendar.digest_of(venue) for change in known for venue in venues_in(site, change))
    return [str(len(known)), *places]


def _happenings(site: Site, event: Event, language: str) -> Iterator[Happening]:
    named = set[str]()
    for change in reversed(known_changes(site, event)):
        yield _happening(site, event, change, language, "" if change.anchor in named else change.anchor)
        named.add(change.anchor)


def _happening(site: Site, event: Event, change: Change, language: str, anchor: str) -> Happening:
    day = change.moment.astimezone(site.calendar.settings.time_zone).date()
    entries = entries_of(site).by_event.get(event.id, ())
    affected = [entry for entry in entries if entry.id in change.affected]
    return Happening(
        iso=day.isoformat(),
        day=site.dates[language].day(day, weekday=False),
        text=then_words(site, change, language),
        dates=dates_about(site, affected, language) if affected and len(entries) > 1 else "",
        anchor=anchor,
    )
