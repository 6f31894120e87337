"""The list of an event's dates: each with its state, what it has of its own, and how to book it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence
from affiche.model.performance import Performance
from affiche.model.text import Wording
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES
from affiche.outputs.adding import adding_links
from affiche.outputs.cards import translation_words
from affiche.outputs.dates import Length
from affiche.outputs.markup import spaced
from affiche.outputs.pages.record_parts import access_rows
from affiche.outputs.places import place_words
from affiche.outputs.site import Site
from affiche.outputs.states import State, is_over, state_of
from affiche.outputs.when import iso_of, occurrence_words


@dataclass(frozen=True, slots=True)
class DateRow:
    """One performance in the list of an event's dates.

    `calendar` is the address of its file, `services` the names and links of those that take a copy of it; both are
    empty while its day is not known, and once it is over.
    """

    id: str
    words: str
    iso: str
    state: State
    is_over: bool
    facts: Sequence[Wording]
    booking_url: str
    calendar: str
    services: Sequence[tuple[str, str]]


def date_rows(site: Site, event: Event, language: str) -> list[DateRow]:
    """All the performances of an event, where it has several or lists them."""
    occurrences = site.calendar.occurrences[event.id]
    return [_row(site, event, item, language) for item in occurrences if len(occurrences) > 1 or event.dates]


def _row(site: Site, event: Event, occurrence: Occurrence, language: str) -> DateRow:
    performance, over = event.performances[occurrence.index], is_over(site, event, [occurrence])
    is_dated = occurrence.precision <= Precision.DAY
    entry = site.routes.entry(language, event, f"{event.identity}.{occurrence.id}")
    booking = performance.booking_url or (event.booking.url if event.booking and event.booking.url else "")
    is_ahead = is_dated and not over
    return DateRow(
        id=occurrence.id,
        words=occurrence_words(site, language, event, occurrence, Length.SHORT),
        iso=iso_of(None, [occurrence]),
        state=state_of(site, language, event, [occurrence]),
        is_over=over,
        facts=[fact for fact in _facts(site, event, performance, language) if fact.text],
        booking_url="" if occurrence.availability == "sold-out" else booking,
        calendar=site.href(entry) if is_ahead else "",
        services=adding_links(site, event, language, occurrence) if is_ahead else (),
    )


def _facts(site: Site, event: Event, performance: Performance, language: str) -> Iterator[Wording]:
    """What one performance has of its own: why it changed, doors, place and room, translations, access, its note."""
    words = site.words[language]
    place = site.calendar.place_of(event, performance) if performance.venue else None
    yield site.show(performance.status_reason, language)
    if performance.doors:
        yield Wording(spaced(words("performance.doors", hour=site.dates[language].hour(performance.doors)), language))
    yield Wording(place_words(site, language, place) if place else "")
    if performance.room:
        yield site.show(site.calendar.room_of(event, performance), language)
    yield from map(Wording, translation_words(words, performance))
    for _, answer, features in access_rows(site, _own_access(site, event, performance), language):
        said = words("performance.access", answer=answer.lower(), features=features)
        yield Wording(spaced(said, language))
    yield site.show(performance.note, language)


def _own_access(site: Site, event: Event, performance: Performance) -> dict[str, str]:
    """The accessibility of a performance where it is not that of its event."""
    if not (performance.accessibility or performance.venue or performance.room):
        return {}
    shared, own = site.calendar.accessibility_of(event), site.calendar.accessibility_of(event, performance)
    return {
        feature: own.get(feature, "unknown")
        for feature in ACCESSIBILITY_FEATURES
        if own.get(feature) != shared.get(feature)
    }
