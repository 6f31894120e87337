"""What the entries of calendars say, in plain words: each text with the language it is in."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from affiche.model.event import Event
from affiche.model.place import Place, Venue
from affiche.model.text import Text, Wording
from affiche.outputs.cards import language_label
from affiche.outputs.entries import Entry
from affiche.outputs.opening import hours_lines, schedule_of
from affiche.outputs.places import town_words
from affiche.outputs.prices import price_words
from affiche.outputs.site import Site
from affiche.outputs.states import availability_words

T = TypeVar("T")

DESCRIPTION_LENGTH = 1000
#: A long reason or programme leaves room for the facts below it.
PARAGRAPH_LENGTH = 400
#: Statuses that open the title of an entry, which many clients show alone.
PREFIXED = ("cancelled", "postponed")
#: Roles that are not said of an event in a few words.
QUIET_ROLES = ("partner", "funder")


def event_title(site: Site, event: Event, language: str) -> Wording:
    """The title of an event; of a withdrawn one, only that it was."""
    if event.withdrawn:
        return Wording(site.words[language]("calendar.withdrawn"), language)
    return _shown(site, event.title, language)


def title_of(site: Site, entry: Entry, language: str) -> Wording:
    """The title of an entry, after what must not be missed."""
    title = event_title(site, entry.event, language)
    if entry.status not in PREFIXED:
        return title
    return Wording(site.words[language](f"calendar.{entry.status}", title=title.text), title.language)


def description_of(site: Site, entry: Entry, language: str) -> Wording:
    """State, summary, facts and hours, of which the end may be cut; then the address of the page."""
    address = address_of(site, entry, language)
    body = entry.notice or entry.event.summary
    paragraphs = _notice(site, entry, language) if entry.notice else _paragraphs(site, entry, language)
    text = shortened("\n".join(filter(None, paragraphs)), DESCRIPTION_LENGTH - len(address) - 2)
    return Wording(f"{text}\n\n{address}".lstrip(), _shown(site, body, language).language)


def address_of(site: Site, entry: Entry, language: str) -> str:
    """The address of the event's page."""
    return site.absolute(site.routes.record(language, entry.event))


def place_of(site: Site, entry: Entry) -> Place | Venue | None:
    """Where to go: nowhere for what was moved online or withdrawn."""
    if entry.status == "moved-online" or entry.notice is not None:
        return None
    return site.calendar.place_of(entry.event, entry.performance)


def in_a_room(
    site: Site,
    entry: Entry,
    place: Place | Venue,
    language: str,
    say: Callable[[Site, Place | Venue, Text | None, str], T],
) -> T:
    """What is said of the place and the room of an entry: once for all that are in the same room of a venue."""
    room = site.calendar.room_of(entry.event, entry.performance)
    if not isinstance(place, Venue):
        return say(site, place, room, language)
    return site.once((say, language, place.id, room), lambda: say(site, place, room, language))


def location_of(site: Site, place: Place | Venue, room: Text | None, language: str) -> Wording:
    """A place on one line: name, room, street, postal code and municipality."""
    name, town = _shown(site, place.name, language), town_words(site, place, language)
    street = _shown(site, place.street, language).text
    parts = [name.text, _shown(site, room, language).text, street, f"{place.postal_code or ''} {town}"]
    return Wording(_listed(parts), name.language)


def categories_of(site: Site, entry: Entry, language: str) -> list[str]:
    """Type, disciplines and keywords, each once."""
    event, words = entry.event, site.words[language]
    named = (words(f"type.{event.type}"), *(words(f"discipline.{name}") for name in event.disciplines))
    return list(dict.fromkeys(map(one_line, (*named, *event.keywords))))


def _paragraphs(site: Site, entry: Entry, language: str) -> Iterator[str]:
    yield _state(site, entry, language)
    if entry.performance:
        yield site.show(entry.performance.note, language).text
    yield _summary(site, entry, language)
    yield from _facts(site, entry, language)
    if entry.occurrence is None:
        yield from hours_lines(site, schedule_of(site, entry.event), language)


def _notice(site: Site, entry: Entry, language: str) -> Iterator[str]:
    yield shortened(_shown(site, entry.notice, language).text, DESCRIPTION_LENGTH)


def _state(site: Site, entry: Entry, language: str) -> str:
    """What has changed and why; and what is left of what takes place, unless places are free."""
    event, performance = entry.event, entry.performance
    left = availability_words(site, language, event, [entry.occurrence] if entry.occurrence else [])
    if entry.status == "scheduled":
        return left
    state = site.words[language](f"status.{entry.status}")
    reason = site.show((performance and performance.status_reason) or event.status_reason, language).text
    if reason:
        state = _named(site, language, state, shortened(reason, PARAGRAPH_LENGTH))
    return state if entry.status in PREFIXED else "\n".join(filter(None, (state, left)))


def _summary(site: Site, entry: Entry, language: str) -> str:
    summary = site.show(entry.event.summary, language)
    label = language_label(site, summary, language)
    return f"[{label}] {summary.text}" if label else summary.text


def _facts(site: Site, entry: Entry, language: str) -> Iterator[str]:
    event, words = entry.event, site.words[language]
    organisers = [record.name for record, role in site.calendar.organisers_of(event) if role not in QUIET_ROLES]
    if organisers:
        yield words(
            "calendar.organisers", names=_listed(dict.fromkeys(site.show(name, language).text for name in organisers))
        )
    if place := place_of(site, entry):
        yield in_a_room(site, entry, place, language, _place_words)
    if event.online_url:
        yield words("calendar.online", address=event.online_url)
    yield price_words(words, event.price)


def _place_words(site: Site, place: Place | Venue, room: Text | None, language: str) -> str:
    name, room_name = (site.show(text, language).text for text in (place.name, room))
    return site.words[language]("calendar.place", place=_listed([name, room_name, town_words(site, place, language)]))


def _shown(site: Site, text: Text | None, language: str) -> Wording:
    """The wording of a text on one line, with the language it is in even where that is the page's."""
    wording = site.show(text, language)
    return Wording(one_line(wording.text), wording.language or language)


def one_line(text: str) -> str:
    """A text on one line with plain spaces: typographic ones are for pages."""
    return " ".join(text.split())


def capitalised(text: str) -> str:
    """A text as a line of its own begins."""
    return text[:1].upper() + text[1:]


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(filter(None, map(one_line, parts)))


def _named(site: Site, language: str, name: str, value: str) -> str:
    return site.words[language]("calendar.named", name=name, value=value)


def shortened(text: str, length: int) -> str:
    """A text of at most `length` characters, cut between two words where it has any."""
    lines = "\n".join(map(one_line, text.splitlines()))
    if len(lines) <= length:
        return lines
    kept = lines[: length - 1]
    return f"{(kept.rpartition(' ')[0] or kept).rstrip(',;:')}…"
