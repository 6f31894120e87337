"""A page for every event, past ones included."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from affiche.model.country import country_name
from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.model.moment import Precision
from affiche.model.occurrence import standing
from affiche.model.organisation import Organisation
from affiche.model.place import Place, Venue
from affiche.model.text import Wording
from affiche.model.video import video_address
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import (
    cards_fingerprint,
    event_card,
    language_label,
    where_words,
)
from affiche.outputs.dates import Length
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.jsonld import event_jsonld
from affiche.outputs.oembed import oembed_path
from affiche.outputs.open_today import opening_data
from affiche.outputs.opening import schedule_of
from affiche.outputs.pages.event_facts import for_whom, organisers, performers, reach
from affiche.outputs.pages.page import Page, everywhere, page_artifact
from affiche.outputs.pages.performances import date_rows
from affiche.outputs.pages.record_parts import body_view, description_of, edit_address, links, report_address, sources
from affiche.outputs.pages.sharing import record_properties, shared_image
from affiche.outputs.places import town_words
from affiche.outputs.poster import colour_of, date_poster
from affiche.outputs.site import Site
from affiche.outputs.spans import occurrence_span
from affiche.outputs.states import run_state, state_of
from affiche.outputs.subscribing import google_template
from affiche.outputs.when import ahead, iso_of, occurrence_words, when_lines, when_words, whole_lines

MOST_RELATED = 4


def event_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each event in each language."""
    for event in site.calendar.all(Event):
        related = _related(site, event)
        parts = site.calendar.parts_of(event)
        stamp = (
            site.calendar.digests[event.id],
            [site.calendar.digest_of(organisation) for organisation in _on_stage(site, event)],
            cards_fingerprint(site, (event, *parts, *related)),
        )
        for language in site.languages:
            yield _artifact(site, event, language, related, stamp)


def _on_stage(site: Site, event: Event) -> list[Organisation]:
    """The organisations of ours that perform."""
    named = (site.calendar.find(Organisation, performer.organisation) for performer in event.performers)
    return [organisation for organisation in named if organisation]


def _artifact(site: Site, event: Event, language: str, related: Sequence[Event], stamp: Sequence[object]) -> Artifact:
    page = Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, event)),
        title=site.show(event.title, language).text,
        description=_description(site, event, language),
        section="agenda",
        kind="article",
        canonical=canonical(site, event, language),
        image=shared_image(site, event, language),
        properties=record_properties(site, event, language),
        translated=translated(site, event),
    )
    return page_artifact(site, page, "event.html", stamp, lambda: _view(site, event, language, related))


def _description(site: Site, event: Event, language: str) -> str:
    """Its summary, else its text, else when and where it is."""
    facts = (when_words(site, language, event), where_words(site, language, event))
    return description_of(site, event, event.summary, language) or ", ".join(filter(None, facts))


def _view(site: Site, event: Event, language: str, related: Sequence[Event]) -> Mapping[str, Any]:
    return {
        "data": [event_jsonld(site, event, language)],
        "event": event,
        "page_parts": [event_card(site, language, part) for part in site.calendar.parts_of(event)],
        "related": [event_card(site, language, other) for other in related],
        "picture": picture_of(site, event, language),
        "links": links(site, event, language),
        "sources": sources(event),
        "edit": edit_address(site, event),
        "report": report_address(site, event, language),
        "oembed": site.absolute(oembed_path(site, event, language)),
        **_what(site, event, language),
        **_when(site, event, language),
        **_where(site, event, language),
        **for_whom(site, event, language),
        **reach(site, event, language),
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
        "colour": colour_of(event.disciplines, event.id),
        "kicker": [words(f"discipline.{name}") for name in event.disciplines] + [words(f"type.{event.type}")],
        "organisers": organisers(site, event, language),
        "performers": performers(site, event, language),
        "parent": _parent(site, event, language),
        "video": event.video and (video_address(event.video, site.calendar.settings.video_hosts) or event.video),
    }


def _when(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its dates, its state, its opening hours, what puts it in one's calendar."""
    calendar = site.calendar
    run, occurrences, upcoming = calendar.run_of(event), calendar.occurrences[event.id], ahead(site, event)
    following, over, dates = standing(upcoming), calendar.is_over(event), date_rows(site, event, language)
    is_dated = bool(run and run.first) or any(item.precision <= Precision.DAY for item in occurrences)
    has_next = len(upcoming) > 1 and not over and following[0].takes_place
    return {
        "is_over": over,
        "state": run_state(site, language, event, run) if run else state_of(site, language, event, upcoming),
        "reason": site.show(event.status_reason, language),
        "date": when_words(site, language, event, names_next=not has_next),
        "iso": iso_of(run, following),
        "ends": str(run.last or "") if run else occurrence_span(following[0]).end,
        "when": (whole_lines if dates else when_lines)(site, language, event),
        "next": occurrence_words(site, language, event, following[0], Length.SHORT) if has_next else "",
        "poster": date_poster(site, language, event, following),
        "dates": dates,
        "hours_data": opening_data(site, schedule_of(site, event), language, run) if run else "",
        "calendar_href": site.href(site.routes.entry(language, event, event.id)) if is_dated else "",
        "google_href": google_template(site, event, language, run or occurrences[0]) if run or not dates else "",
    }


def _where(site: Site, event: Event, language: str) -> dict[str, Any]:
    """Its place, or its places, and how to get there."""
    place = None if event.status == "moved-online" else site.calendar.place_of(event)
    venue = place if isinstance(place, Venue) else None
    return {
        "where": where_words(site, language, event),
        "place_name": site.show(place.name if place else None, language),
        "place_href": site.href(site.routes.record(language, venue)) if venue else "",
        "town": town_words(site, place, language) if place else "",
        "room": site.show(site.calendar.room_of(event), language),
        "geo": place.geo if place else None,
        "address": _address(site, event, place, language) if place else [],
    }


def _address(site: Site, event: Event, place: Place | Venue, language: str) -> list[Wording]:
    """What stands below the name of a place: room, street, town, country, how to get there."""
    lines = (
        site.show(site.calendar.room_of(event), language),
        site.show(place.street, language),
        Wording(f"{place.postal_code or ''} {town_words(site, place, language)}".strip()),
        Wording(country_name(place.country, language) if place.country != "BE" else ""),
        site.show(place.transport if isinstance(place, Venue) else None, language),
    )
    return [line for line in lines if line.text]


def _parent(site: Site, event: Event, language: str) -> tuple[Wording, str] | None:
    parent = site.calendar.find(Event, event.part_of)
    return (site.show(parent.title, language), site.href(site.routes.record(language, parent))) if parent else None


def _related(site: Site, event: Event) -> list[Event]:
    """Events to see too: of the same festival, at the same place, of the same discipline; none of its own programme."""
    calendar, place = site.calendar, site.calendar.place_of(event)
    parent = calendar.find(Event, event.part_of)
    found = list(calendar.parts_of(parent)) if parent else []
    if isinstance(place, Venue):
        found += site.upcoming(Facet("venue", place.id))[: MOST_RELATED + 1]
    for discipline in event.disciplines:
        found += site.upcoming(Facet("discipline", discipline))[: MOST_RELATED + 1]
    shown = {event.id, *(part.id for part in calendar.parts_of(event))}
    others = {other.id: other for other in found if other.id not in shown and not calendar.is_over(other)}
    return list(others.values())[:MOST_RELATED]
