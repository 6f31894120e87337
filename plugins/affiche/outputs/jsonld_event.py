"""An event as structured data: schema.org Event, each property named once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import Occurrence, resolve
from affiche.model.place import Place, Venue
from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.jsonld_node import (
    SCHEMA,
    Node,
    identity_of,
    image_of,
    node,
    organisation_node,
    page_of,
    place_node,
)
from affiche.outputs.jsonld_offers import is_free, offers
from affiche.outputs.site import Site
from affiche.outputs.spans import event_span, occurrence_span
from affiche.sources.markdown import plain_text

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
    status, availability = _shared_state(site, event)
    summary, body = site.show(event.summary, language).text, site.show(event.body, language).text
    description = plain_text(body) if body else summary
    return node(
        EVENT_TYPES[event.type].schema_org,
        identity_of(site, event),
        name=site.show(event.title, language).text,
        url=page_of(site, event, language),
        startDate=span.start,
        endDate=span.end,
        eventStatus=STATUSES[status],
        previousStartDate=_previous_start(site, event, status),
        eventAttendanceMode=f"{SCHEMA}{_attendance(site, event, status)}EventAttendanceMode",
        location=_one_or_all(_locations(site, event, site.calendar.places_of(event), status, language)),
        image=image_of(site, event),
        description=description,
        disambiguatingDescription=summary if summary != description else "",
        keywords=list(event.keywords),
        typicalAgeRange=event.typical_age_range,
        inLanguage=list(event.spoken_languages),
        isAccessibleForFree=is_free(event.price),
        offers=offers(site, event, availability, language),
        **_organisations(site, event, language),
        performer=[node("PerformingGroup", name=item.name, url=item.url) for item in event.performers],
        superEvent=_super_event(site, event, language),
        subEvent=_sub_events(site, event, language),
        sameAs=list(event.same_as),
    )


def _shared_state(site: Site, event: Event) -> tuple[str, str | None]:
    """The status and availability of the event as a whole: what all its performances agree on, else its own."""
    occurrences = () if event.period else site.calendar.occurrences[event.id]
    statuses = {occurrence.status for occurrence in occurrences}
    left = {occurrence.availability for occurrence in occurrences}
    return (
        statuses.pop() if len(statuses) == 1 else event.status,
        left.pop() if len(left) == 1 else event.availability,
    )


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
    known = (moment for moment in moments if moment.precision <= Precision.DAY)
    return _one_or_all([_iso(moment, zone) for moment in known])


def _iso(moment: Moment, zone: ZoneInfo) -> str:
    return resolve(moment, zone).isoformat() if moment.precision is Precision.MINUTE else moment.day.isoformat()


def _attendance(site: Site, event: Event, status: str) -> str:
    if status == "moved-online":
        return "Online"
    if event.online_url:
        return "Mixed" if site.calendar.places_of(event) else "Online"
    return "Offline"


def _locations(site: Site, event: Event, places: Iterable[Place | Venue], status: str, language: str) -> list[Node]:
    if status == "moved-online":
        return [node("VirtualLocation", url=event.online_url or page_of(site, event, language))]
    online = [node("VirtualLocation", url=event.online_url)] if event.online_url else []
    return [place_node(site, place, language) for place in places] + online


def _organisations(site: Site, event: Event, language: str) -> Mapping[str, list[Node]]:
    found: dict[str, list[Node]] = defaultdict(list)
    for organisation, role in site.calendar.organisers_of(event):
        found[ROLES[role]].append(organisation_node(site, organisation, language))
    return found


def _super_event(site: Site, event: Event, language: str) -> Node | None:
    """The festival or season it belongs to."""
    parent = site.calendar.find(Event, event.part_of)
    if parent is None or parent.withdrawn:
        return None
    kind, name = EVENT_TYPES[parent.type].schema_org, site.show(parent.title, language).text
    return node(kind, identity_of(site, parent), name=name, url=page_of(site, parent, language))


def _sub_events(site: Site, event: Event, language: str) -> list[Node]:
    """Each performance whose day is known, where there are several or a run beside."""
    occurrences = site.calendar.occurrences[event.id]
    if len(occurrences) == 1 and not event.period:
        return []
    return [_sub_event(site, event, item, language) for item in occurrences if item.precision <= Precision.DAY]


def _sub_event(site: Site, event: Event, occurrence: Occurrence, language: str) -> Node:
    performance, span = event.performances[occurrence.index], occurrence_span(occurrence)
    place = site.calendar.place_of(event, performance)
    moved = performance.previous_start if occurrence.status == "rescheduled" else ()
    return node(
        EVENT_TYPES[event.type].schema_org,
        name=site.show(event.title, language).text,
        url=f"{page_of(site, event, language)}#{occurrence.id}",
        startDate=span.start,
        endDate=span.end,
        eventStatus=STATUSES[occurrence.status],
        previousStartDate=_moved_from(moved, occurrence.zone),
        location=_one_or_all(_locations(site, event, [place] if place else [], occurrence.status, language)),
    )


def _one_or_all(values: list[Node] | list[str]) -> object:
    """A value alone, or all of several."""
    return values[0] if len(values) == 1 else values
