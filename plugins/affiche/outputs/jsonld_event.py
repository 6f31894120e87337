"""An event as structured data: schema.org Event, each property named once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from affiche.model.event import Event
from affiche.model.event_parts import Performer
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import Occurrence
from affiche.model.organisation import Organisation
from affiche.model.performance import Performance
from affiche.model.place import Place, Venue
from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.bodies import body_text
from affiche.outputs.jsonld_node import (
    SCHEMA,
    Node,
    identity_of,
    image_node,
    iso_moment,
    node,
    organisation_node,
    page_of,
    place_node,
)
from affiche.outputs.jsonld_offers import is_free, offers
from affiche.outputs.places import attendance
from affiche.outputs.site import Site
from affiche.outputs.spans import event_span, occurrence_span
from affiche.outputs.states import agreed_state

STATUSES = {
    "scheduled": f"{SCHEMA}EventScheduled",
    "cancelled": f"{SCHEMA}EventCancelled",
    "postponed": f"{SCHEMA}EventPostponed",
    "rescheduled": f"{SCHEMA}EventRescheduled",
    "moved-online": f"{SCHEMA}EventMovedOnline",
}
#: The property that names an organisation with a role.
ROLES = {
    "organiser": "organizer", "co-organiser": "organizer", "presenter": "organizer",
    "host": "contributor", "producer": "contributor", "partner": "contributor", "funder": "funder",
}  # fmt: skip


def event_node(site: Site, event: Event, language: str) -> Node | None:
    """The Event of an event's page; None when the day it begins is not known."""
    span = event_span(site, event)
    if not span.start:
        return None
    status, availability = agreed_state(event, site.calendar.occurrences[event.id])
    only = _only_performance(site, event)
    summary, body = site.show(event.summary, language).text, site.show(event.body, language).text
    description = body_text(site, body) if body else summary
    return node(
        EVENT_TYPES[event.type].schema_org,
        identity_of(site, event),
        name=site.show(event.title, language).text,
        url=page_of(site, event, language),
        startDate=span.start,
        endDate=span.end,
        doorTime=_doors(event, only) if only else "",
        eventStatus=STATUSES[status],
        previousStartDate=_previous_start(site, event, status),
        eventAttendanceMode=f"{SCHEMA}{attendance(site, event, status).capitalize()}EventAttendanceMode",
        location=_one_or_all(_locations(site, event, site.calendar.places_of(event), status, language)),
        image=image_node(site, event, language),
        description=description,
        disambiguatingDescription=summary if summary != description else "",
        keywords=list(event.keywords),
        typicalAgeRange=event.typical_age_range,
        audience=_audience(site, event, language),
        inLanguage=list(event.spoken_languages),
        subtitleLanguage=list(event.surtitles) if EVENT_TYPES[event.type].schema_org == "ScreeningEvent" else [],
        isAccessibleForFree=is_free(event.price),
        offers=offers(site, event, availability, language, _performance(event, only).booking_url if only else None),
        **_organisations(site, event, language),
        performer=[_performer(site, item) for item in event.performers],
        superEvent=_super_event(site, event, language),
        subEvent=_sub_events(site, event, language),
        sameAs=list(event.same_as),
    )


def _only_performance(site: Site, event: Event) -> Occurrence | None:
    """The performance of an event that has one and no run: what is said of it is said of the event."""
    occurrences = site.calendar.occurrences[event.id]
    return occurrences[0] if len(occurrences) == 1 and not event.period else None


def _performance(event: Event, occurrence: Occurrence) -> Performance:
    return event.performances[occurrence.index]


def _previous_start(site: Site, event: Event, status: str) -> object:
    """The earlier starts of a run or an event that was moved, where it has no parts that say it themselves."""
    if status != "rescheduled" or (len(event.performances) != 1 and not event.period):
        return None
    if event.period:
        return _moved_from(event.previous_start, site.calendar.zone_of(event))
    performance = event.performances[0]
    return _moved_from(performance.previous_start or event.previous_start, site.calendar.zone_of(event, performance))


def _moved_from(moments: Iterable[Moment], zone: ZoneInfo) -> object:
    """Earlier starts, as far as their day is known."""
    return _one_or_all([iso for moment in moments if (iso := iso_moment(moment, zone))])


def _doors(event: Event, occurrence: Occurrence) -> str:
    """When the doors of a performance open, on the evening before for one that starts after midnight."""
    doors, start = _performance(event, occurrence).doors, occurrence.start
    if doors is None or start is None:
        return ""
    is_before = doors > start.time()
    return datetime.combine(start.date() - timedelta(days=is_before), doors, occurrence.zone).isoformat()


def _locations(site: Site, event: Event, places: Iterable[Place | Venue], status: str, language: str) -> list[Node]:
    if status == "moved-online":
        return [node("VirtualLocation", url=event.online_url or page_of(site, event, language))]
    found: list[Node] = []
    for place in places:
        shown = place_node(site, place, language)
        found += [shown] if shown not in found else []
    return found + ([node("VirtualLocation", url=event.online_url)] if event.online_url else [])


def _organisations(site: Site, event: Event, language: str) -> Mapping[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for organisation, role in site.calendar.organisers_of(event):
        found[ROLES[role]].append(organisation_node(site, organisation, language))
    return found


def _performer(site: Site, performer: Performer) -> Node:
    """Who is on stage, under the name that the event gives; one of our organisations by its identity."""
    ours = site.calendar.find(Organisation, performer.organisation)
    identity = identity_of(site, ours) if ours else ""
    return node("PerformingGroup", identity, name=performer.name, url=performer.url or (ours.url if ours else None))


def _audience(site: Site, event: Event, language: str) -> Node | None:
    """Whom an event is for, where that is not everybody."""
    if event.audience == "public":
        return None
    return node("Audience", audienceType=site.words[language](f"audience.{event.audience}"))


def _super_event(site: Site, event: Event, language: str) -> Node | None:
    """The festival or season it belongs to."""
    parent = site.calendar.find(Event, event.part_of)
    if parent is None:
        return None
    kind, name = EVENT_TYPES[parent.type].schema_org, site.show(parent.title, language).text
    return node(kind, identity_of(site, parent), name=name, url=page_of(site, parent, language))


def _sub_events(site: Site, event: Event, language: str) -> list[Node]:
    """Each performance whose day is known, where there are several or a run beside."""
    if _only_performance(site, event):
        return []
    known = (item for item in site.calendar.occurrences[event.id] if item.precision <= Precision.DAY)
    return [_sub_event(site, event, item, language) for item in known]


def _sub_event(site: Site, event: Event, occurrence: Occurrence, language: str) -> Node:
    """A performance: its own offers only where its availability or its booking is its own."""
    performance, span = _performance(event, occurrence), occurrence_span(occurrence)
    place = site.calendar.place_of(event, performance)
    moved = performance.previous_start if occurrence.status == "rescheduled" else ()
    has_offers = occurrence.takes_place and (performance.availability or performance.booking_url)
    return node(
        EVENT_TYPES[event.type].schema_org,
        name=site.show(event.title, language).text,
        url=f"{page_of(site, event, language)}#{occurrence.id}",
        startDate=span.start,
        endDate=span.end,
        doorTime=_doors(event, occurrence),
        eventStatus=STATUSES[occurrence.status],
        previousStartDate=_moved_from(moved, occurrence.zone),
        location=_one_or_all(_locations(site, event, [place] if place else [], occurrence.status, language)),
        offers=offers(site, event, occurrence.availability, language, performance.booking_url) if has_offers else [],
    )


def _one_or_all(values: list[Node] | list[str]) -> object:
    """A value alone, or all of several."""
    return values[0] if len(values) == 1 else values
