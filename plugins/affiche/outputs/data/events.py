"""An event as JSON: its own fields, its performances and its run in real time, its place and its organisers."""

from __future__ import annotations

from collections.abc import Sequence

from affiche.model.event import Event
from affiche.model.occurrence import Occurrence, Run
from affiche.outputs.data.records import (
    organisation_fields,
    page_addresses,
    place_fields,
    record_fields,
)
from affiche.outputs.data.values import Fields, fields_of, known, value_of
from affiche.outputs.entries import Entry
from affiche.outputs.jsonld_offers import is_free
from affiche.outputs.opening import schedule_of
from affiche.outputs.site import Site
from affiche.outputs.spans import event_span, occurrence_span

#: What `performances`, `run`, `start` and `end` say in real time.
WHEN = frozenset(
    {"start", "end", "dates", "period", "opening_hours", "closed", "adjusted", "recurrence", "date_precision"}
)
#: What is resolved below: references, places, what is inherited.
RESOLVED = frozenset({"organisers", "venue", "room", "part_of", "accessibility"})
#: What a performance says of itself where it is not said below.
OWN = frozenset({"start", "end", "typed_id", "status", "availability", "venue", "room", "accessibility"})


def event_fields(site: Site, event: Event, entries: Sequence[Entry]) -> Fields:
    """All that is known of an event but its body, which makes lists heavy."""
    calendar, span = site.calendar, event_span(site, event)
    place, parent = calendar.place_of(event), calendar.find(Event, event.part_of)
    fields = record_fields(site, event, WHEN | RESOLVED)
    derived = {
        "guid": calendar.settings.identify(event.identity),
        "organisers": [organisation_fields(site, *item) for item in calendar.organisers_of(event)],
        "part_of": parent.id if parent else None,
        "venue": place_fields(site, place) if place else None,
        "room": dict(calendar.room_of(event) or {}),
        "accessibility": calendar.accessibility_of(event),
        "start": span.start,
        "end": span.end,
        "run": next((_run(site, event, entry) for entry in entries if entry.occurrence is None), None),
        "performances": [_performance(site, event, entry, entry.occurrence) for entry in entries if entry.occurrence],
        "revision": calendar.revisions[event.id].isoformat(),
    }
    free = is_free(event.price)
    return fields | known(derived) | ({} if free is None else {"is_accessible_for_free": free})


def _performance(site: Site, event: Event, entry: Entry, occurrence: Occurrence) -> Fields:
    """A performance, whole: nothing of it has to be looked up in the event."""
    calendar, performance = site.calendar, event.performances[occurrence.index]
    place, span = calendar.place_of(event, performance), occurrence_span(occurrence)
    reason = event.status_reason if performance.status is None else None
    stated = {
        "end": span.end,
        "availability": occurrence.availability,
        "status_reason": dict(reason or {}),
        "venue": place_fields(site, place) if place else None,
        "room": dict(calendar.room_of(event, performance) or {}),
        "accessibility": calendar.accessibility_of(event, performance),
    }
    return {
        "id": occurrence.id,
        "uid": calendar.settings.identify(entry.id),
        "start": span.start or str(performance.start.known_by(event.precision)),
        "precision": occurrence.precision.name.lower(),
        "status": occurrence.status,
        **known(stated),
        **fields_of(performance, occurrence.zone, OWN),
    }


def _run(site: Site, event: Event, entry: Entry) -> Fields:
    """The run of an event: its first and last day, as far as they are known, and when it is open."""
    run: Run | None = site.calendar.run_of(event)
    zone = run.zone if run else site.calendar.settings.time_zone
    return {
        "uid": site.calendar.settings.identify(entry.id),
        "status": entry.status,
        **known({"start": value_of(entry.start, zone), "end": value_of(entry.end, zone)}),
        **fields_of(schedule_of(site, event), zone),
    }


def notice_fields(site: Site, event: Event) -> Fields:
    """What is left of a withdrawn event: when and why."""
    zone = site.calendar.settings.time_zone
    return {
        "id": event.id,
        "url": page_addresses(site, event),
        "withdrawn": value_of(event.withdrawn, zone),
        "updated": site.calendar.dates_of(event).updated.isoformat(),
    }


def pointer_fields(old: str, new: str) -> Fields:
    """What stands under an id that an event no longer has."""
    return {"id": old, "replaced_by": new}
