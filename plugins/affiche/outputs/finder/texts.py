"""What a search finds an event by beside what its card shows: names in every language, who plays, what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.text import Text
from affiche.outputs.cards import Card
from affiche.outputs.finder.values import municipalities_of
from affiche.outputs.site import Site


def more_to_search(site: Site, language: str, event: Event, card: Card) -> str:
    """The names and words of an event that its card does not have, each once."""
    where = re.split(", | / ", card.where)
    shown = {card.title.text, card.kind, *(name.text for name in card.organisers), *where}
    return ", ".join(text for text in dict.fromkeys(_texts(site, language, event)) if text not in shown)


def _texts(site: Site, language: str, event: Event) -> Iterator[str]:
    places = site.calendar.places_of(event)
    yield from event.title.values()
    yield from (performer.name for performer in event.performers)
    yield from event.keywords
    yield from _kinds(site, language, event)
    yield from _names(organisation for organisation, _ in site.calendar.organisers_of(event))
    yield from _names(places)
    for municipality in municipalities_of(site, places):
        yield from municipality.name.values()
    yield from _rooms(site, event)


def _kinds(site: Site, language: str, event: Event) -> Iterator[str]:
    """Its disciplines and type in every language, this one first: who reads Dutch may well look for an expo."""
    for code in dict.fromkeys((language, *site.languages)):
        yield from (site.words[code](f"discipline.{discipline}") for discipline in event.disciplines)
        yield site.words[code](f"type.{event.type}")


def _names(records: Iterable[Organisation | Venue | Place]) -> Iterator[str]:
    """The names of records in every language, and those that they are also known by."""
    for record in records:
        yield from record.name.values() if record.name else ()
        yield from () if isinstance(record, Place) else record.alternate_names


def _rooms(site: Site, event: Event) -> Iterator[str]:
    rooms: Iterable[Text | None] = (site.calendar.room_of(event, each) for each in (None, *event.performances))
    for room in rooms:
        yield from room.values() if room else ()
