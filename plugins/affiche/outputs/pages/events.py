"""A page for every event, past ones included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from affiche.calendar import Facet
from affiche.model.country import country_name
from affiche.model.event import Event
from affiche.model.occurrence import Occurrence
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.model.text import Wording
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import (
    cards_fingerprint,
    colour_of,
    coming,
    event_card,
    iso_of,
    language_label,
    language_words,
    place_words,
    poster_of,
    town_words,
    translation_words,
    when_words,
    where_words,
)
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.jsonld import event_jsonld
from affiche.outputs.opening import Hours, opening_hours
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.pages.record_parts import body_view, edit_address, report_address, sources
from affiche.outputs.prices import amount_words, price_words
from affiche.outputs.site import Site
from affiche.outputs.states import State, is_over, run_state, state_of

MOST_RELATED = 4


@dataclass(frozen=True, slots=True)
class DateRow:
    """One performance in the list of an event's dates."""

    id: str
    words: str
    iso: str
    state: State
    is_over: bool
    note: Wording
    facts: Sequence[str]
    booking_url: str
    calendar: str


def event_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each event in each language."""
    for event in site.calendar.all(Event):
        related = _related(site, event)
        parts = site.calendar.parts_of(event)
        stamp = (
            site.calendar.digests[event.id],
            cards_fingerprint(site, (event, *parts, *related)),
        )
        for language in site.languages:
            yield _artifact(site, event, language, related, stamp)


def _artifact(site: Site, event: Event, language: str, related: Sequence[Event], stamp: Sequence[object]) -> Artifact:
    page = Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, event)),
        title=site.show(event.title, language).text,
        description=site.show(event.summary, language).text,
        section="agenda",
        kind="article",
        canonical=canonical(site, event, language),
        translated=translated(site, event),
    )
    return page_artifact(site, page, "event.html", stamp, lambda: _view(site, event, language, related))


def _view(site: Site, event: Event, language: str, related: Sequence[Event]) -> Mapping[str, Any]:
    return {
        "data": [event_jsonld(site, event, language)],
        "event": event,
        "page_parts": [event_card(site, language, part) for part in site.calendar.parts_of(event)],
        "related": [event_card(site, language, other) for other in related],
        "picture": picture_of(site, event, language),
        "sources": sources(event),
        "edit": edit_address(site, event),
        "report": report_address(site, event, language),
        **_what(site, event, language),
        **_when(site, event, language),
        **_where(site, event, language),
        **_for_whom(site, event, language),
        **body_view(site, event, language, top=2),
    }


def _what(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its title, its kind, who makes it, what it belongs to."""
    words, title = site.words[language], site.show(event.title, language)
    summary = site.show(event.summary, language)
    return {
        "title": title,
        "title_label": language_label(site, title, language),
        "summary": summary,
        "summary_label": language_label(site, summary, language),
        "colour": colour_of(event.disciplines),
        "kicker": [words(f"discipline.{name}") for name in event.disciplines] + [words(f"type.{event.type}")],
        "organisers": [
            (site.show(organisation.name, language), site.href(site.routes.record(language, organisation)), role)
            for organisation, role in site.calendar.organisers_of(event)
        ],
        "parent": _parent(site, event, language),
    }


def _when(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its dates, its state, its opening hours, its file for one's calendar."""
    calendar, words = site.calendar, site.words[language]
    run, occurrences, upcoming = calendar.run_of(event), calendar.occurrences[event.id], coming(site, event)
    over = calendar.is_over(event)
    kind = words(f"discipline.{event.disciplines[0]}" if event.disciplines else f"type.{event.type}")
    return {
        "is_over": over,
        "state": run_state(site, language, event, run) if run else state_of(site, language, event, upcoming),
        "reason": site.show(event.status_reason, language),
        "date": when_words(site, language, event),
        "iso": iso_of(run, upcoming),
        "next": site.dates[language].occurrence(upcoming[0]) if len(upcoming) > 1 and not over else "",
        "poster": poster_of(site, language, run, upcoming, kind),
        "dates": [_row(site, event, item, language) for item in occurrences if len(occurrences) > 1 or event.dates],
        "hours": opening_hours(site, event, language) if run else Hours(),
        "calendar_href": site.href(site.routes.entry(language, event, event.id)),
    }


def _where(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its place, or its places, and how to get there."""
    place = None if event.status == "moved-online" else site.calendar.place_of(event)
    venue = place if isinstance(place, Venue) else None
    return {
        "where": where_words(site, language, event),
        "place_name": site.show(place.name if place else None, language),
        "place_href": site.href(site.routes.record(language, venue)) if venue else "",
        "town": town_words(site, language, place) if place else "",
        "room": site.show(event.room, language),
        "address": _address(site, event, place, language) if place else [],
    }


def _address(site: Site, event: Event, place: Place | Venue, language: str) -> list[Wording]:
    """What stands below the name of a place: room, street, town, country, how to get there."""
    lines = (
        site.show(event.room, language),
        site.show(place.street, language),
        Wording(f"{place.postal_code or ''} {town_words(site, language, place)}".strip()),
        Wording(country_name(place.country, language) if place.country != "BE" else ""),
        site.show(place.transport if isinstance(place, Venue) else None, language),
    )
    return [line for line in lines if line.text]


def _for_whom(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its prices, languages and accessibility."""
    words = site.words[language]
    tariffs = event.price.tariffs if event.price else ()
    return {
        "price": price_words(words, event.price),
        "tariffs": [
            (site.show(tariff.name, language), words("price.amount", amount=amount_words(words, tariff.price)))
            for tariff in tariffs
        ],
        "languages": language_words(site, language, event),
        "access": access_rows(site, site.calendar.accessibility_of(event), language),
        "access_note": site.show(event.accessibility_note, language),
    }


def _parent(site: Site, event: Event, language: str) -> tuple[Wording, str] | None:
    parent = site.calendar.find(Event, event.part_of)
    return (site.show(parent.title, language), site.href(site.routes.record(language, parent))) if parent else None


def _row(site: Site, event: Event, occurrence: Occurrence, language: str) -> DateRow:
    performance, over = event.performances[occurrence.index], is_over(site, event, [occurrence])
    return DateRow(
        id=occurrence.id,
        words=site.dates[language].occurrence(occurrence, is_over=over),
        iso=iso_of(None, [occurrence]),
        state=state_of(site, language, event, [occurrence]),
        is_over=over,
        note=site.show(performance.note or performance.status_reason, language),
        facts=_row_facts(site, event, performance, language),
        booking_url=performance.booking_url or (event.booking.url if event.booking and event.booking.url else ""),
        calendar=site.href(site.routes.entry(language, event, f"{event.identity}.{occurrence.id}")),
    )


def _row_facts(site: Site, event: Event, performance: Performance, language: str) -> list[str]:
    """What one performance has of its own: its place, its room, its surtitles and sign languages."""
    place = site.calendar.place_of(event, performance) if performance.venue else None
    where = place_words(site, language, place) if place else ""
    facts = [where, site.show(performance.room, language).text, *translation_words(site.words[language], performance)]
    return [fact for fact in facts if fact]


def access_rows(site: Site, known: Mapping[str, str], language: str) -> list[tuple[str, str, str]]:
    """What is known of accessibility, by answer: yes, partly, no, not stated; each with its features in words."""
    words = site.words[language]
    rows = []
    for value in ("yes", "partial", "no", "unknown"):
        features = [words(f"access.{name}") for name in ACCESSIBILITY_FEATURES if known.get(name, "unknown") == value]
        if features:
            rows.append((value, words(f"access.value.{value}"), ", ".join(features)))
    return rows


def _related(site: Site, event: Event) -> list[Event]:
    """Events to see too: of the same festival, at the same place, of the same discipline, those to come first."""
    calendar, place = site.calendar, site.calendar.place_of(event)
    found = list(calendar.parts_of(calendar.find(Event, event.part_of) or event))
    if isinstance(place, Venue):
        found += site.upcoming(Facet("venue", place.id))[: MOST_RELATED + 1]
    for discipline in event.disciplines:
        found += site.upcoming(Facet("discipline", discipline))[: MOST_RELATED + 1]
    others = {other.id: other for other in found if other is not event and not calendar.is_over(other)}
    return list(others.values())[:MOST_RELATED]
