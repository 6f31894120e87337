"""The files of events: those to come, their archive, one for each event and each former id, lists for embeds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial

from affiche.model.event import Event
from affiche.model.facet import Facet
from affiche.outputs.artifact import Artifact, Whole, long_artifact
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.events import notice_fields, pointer_fields
from affiche.outputs.data.files import (
    FOLDER,
    JSON,
    collection_properties,
    json_text,
    opening,
    render_collection,
    schema_artifact,
    whole_collection,
)
from affiche.outputs.data.record_schema import event_schema, notice_schema, pointer_schema
from affiche.outputs.data.schema import STRING, TEXT, Schema, record
from affiche.outputs.data.values import Fields
from affiche.outputs.site import Site

EVENTS, UPCOMING = "events", "upcoming"
#: The most events of a file for an embed; `total` says how many there are.
MOST_UPCOMING = 100


def event_artifacts(data: EventData) -> Iterator[Artifact]:
    """Every file of events."""
    yield _event_list(data, f"{EVENTS}.json", data.current)
    yield from _archive(data)
    for event in data.shown.values():
        yield _event_list(data, f"{EVENTS}/{event.id}.json", [event])
    yield from _former_ids(data.site)
    for facet in (None, *data.site.facets):
        yield _upcoming(data, facet)
    yield from _schemas(data.site)


def _schemas(site: Site) -> Iterator[Artifact]:
    item = {"anyOf": [event_schema(), notice_schema(), pointer_schema()]}
    yield schema_artifact(site, EVENTS, collection_properties(EVENTS, item))
    facet = record({"kind": STRING, "id": STRING, "name": TEXT}, ("kind", "id", "name"))
    total: Schema = {"type": "integer", "minimum": 0}
    listed = {"total": total, **collection_properties(EVENTS, event_schema())}
    yield schema_artifact(site, UPCOMING, listed, {"facet": facet})


def _archive(data: EventData) -> Iterator[Artifact]:
    """The events that are over, the earliest first, by the local year in which they ended."""
    current = {event.id for event in data.current}
    years: dict[int, list[Event]] = defaultdict(list)
    for event in sorted(data.shown.values(), key=data.site.calendar.order):
        if event.id not in current:
            years[_last_year(data, event)].append(event)
    for year, events in sorted(years.items()):
        yield _event_list(data, f"archive/{year}.json", events)


def _last_year(data: EventData, event: Event) -> int:
    return max(entry.last_day.year for entry in data.entries.by_event[event.id] if entry.last_day)


def _event_list(data: EventData, name: str, events: Sequence[Event]) -> Artifact:
    def whole() -> Whole:
        parts = data.parts(events, lambda event: data.whole(event.id).encode())
        return whole_collection(data.ground, opening(data.site, EVENTS, data.updated(events)), EVENTS, parts)

    stamp = data.site.fingerprint("api", name, data.site.events_fingerprint(events))
    return long_artifact(f"{FOLDER}{name}", JSON, stamp, whole)


def _former_ids(site: Site) -> Iterator[Artifact]:
    """A notice for every withdrawn event, and a file that names the event of today for every former id."""
    shelf = site.calendar.records.get(Event.collection, {})
    for event in shelf.values():
        for old in event.redirect_from:
            if old not in shelf:
                yield _small_file(site, old, pointer_fields(old, event.id), None)
        if event.replaced_by:
            yield _small_file(site, event.id, pointer_fields(event.id, event.replaced_by), None)
        elif isinstance(event, Event) and event.withdrawn:
            yield _small_file(site, event.id, notice_fields(site, event), site.calendar.dates_of(event).updated)


def _small_file(site: Site, event_id: str, fields: Fields, updated: datetime | None) -> Artifact:
    render = partial(render_collection, opening(site, EVENTS, updated), EVENTS, [json_text(fields)])
    path = f"{FOLDER}{EVENTS}/{event_id}.json"
    return Artifact(path, JSON, site.fingerprint("api", path, fields), render)


def _upcoming(data: EventData, facet: Facet | None) -> Artifact:
    """For embeds, the next events of a facet, or of all that is public, without their bodies."""
    site, found = data.site, data.site.upcoming(facet)
    events = found[:MOST_UPCOMING]
    path = f"{FOLDER}{UPCOMING}/{facet.kind}/{facet.id}.json" if facet else f"{FOLDER}{UPCOMING}.json"
    names = {language: site.facet_name(facet, language).text for language in site.languages} if facet else {}

    def render() -> bytes:
        chosen = {"facet": {"kind": facet.kind, "id": facet.id, "name": names}} if facet else {}
        fields = {**opening(site, UPCOMING, data.updated(events)), **chosen, "total": len(found)}
        return render_collection(fields, EVENTS, (data.short(event.id) for event in events))

    stamp = site.fingerprint("api", path, names, len(found), site.events_fingerprint(events))
    return Artifact(path, JSON, stamp, render)
