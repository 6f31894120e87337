"""The data of the site as JSON (RFC 8259), once for all languages: events, their archive, lists, other collections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, cached_property, partial

from affiche.calendar import Facet
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.events import event_fields, notice_fields, pointer_fields, whole_event
from affiche.outputs.data.files import (
    FOLDER,
    JSON,
    collection_properties,
    json_text,
    opening,
    render_collection,
    schema_artifact,
)
from affiche.outputs.data.record_schema import event_schema, notice_schema, pointer_schema, record_schema
from affiche.outputs.data.records import body_fields, record_fields
from affiche.outputs.data.schema import STRING, TEXT, record
from affiche.outputs.data.values import Fields
from affiche.outputs.entries import Entries
from affiche.outputs.output import Output
from affiche.outputs.site import Site

EVENTS, UPCOMING = "events", "upcoming"
#: The most events of a file for an embed; `total` says how many there are.
MOST_UPCOMING = 100
Render = Callable[[str], str]


@dataclass(frozen=True, eq=False)
class EventData:
    """The events of a site as JSON, each made once for all the files that hold it."""

    site: Site

    @cached_property
    def entries(self) -> Entries:
        """The performances and runs, as calendars have them."""
        return Entries(self.site.calendar)

    @cached_property
    def shown(self) -> Mapping[str, Event]:
        """Every event with a page, by id."""
        return {event.id: event for event in self.site.calendar.all(Event)}

    @cached_property
    def fields(self) -> Callable[[str], Fields]:
        """An event by its id, without its body."""

        def made(key: str) -> Fields:
            return event_fields(self.site, self.shown[key], self.entries.by_event[key])

        return cache(made)

    @cached_property
    def short(self) -> Render:
        """The JSON of an event by its id, without its body."""
        return cache(lambda key: json_text(self.fields(key)))

    @cached_property
    def whole(self) -> Render:
        """The JSON of an event by its id, with its body."""
        return cache(lambda key: json_text(whole_event(self.site, self.shown[key], self.fields(key))))

    def updated(self, events: Sequence[Event]) -> datetime | None:
        """The newest change of some events, their venues and their organisers."""
        return max((self.site.calendar.revisions[event.id] for event in events), default=None)


def api_artifacts(site: Site) -> Iterator[Artifact]:
    """Every file of the API but the tables and the status."""
    data = EventData(site)
    yield from _event_lists(data)
    yield from _event_files(data)
    yield from _former_ids(site)
    yield from _upcoming(data)
    for model in COLLECTIONS:
        if model is not Event:
            yield from _collection(site, model)
    item = {"anyOf": [event_schema(), notice_schema(), pointer_schema()]}
    yield schema_artifact(site, EVENTS, collection_properties(EVENTS, item))


def _event_lists(data: EventData) -> Iterator[Artifact]:
    """The events that are not over, the next one first; those that are, by the year of their last day."""
    calendar = data.site.calendar
    years: dict[int, list[Event]] = defaultdict(list)
    current = []
    for event in sorted(data.shown.values(), key=calendar.order):
        if calendar.is_over(event):
            years[last_year(data, event)].append(event)
        else:
            current.append(event)
    yield _event_list(data, f"{EVENTS}.json", current)
    for year, events in sorted(years.items()):
        yield _event_list(data, f"archive/{year}.json", events)


def last_year(data: EventData, event: Event) -> int:
    """The local year in which an event that is over ended."""
    return max(entry.last_day.year for entry in data.entries.by_event[event.id] if entry.last_day)


def _event_list(data: EventData, name: str, events: Sequence[Event]) -> Artifact:
    def render() -> bytes:
        opened = opening(data.site, EVENTS, data.updated(events))
        return render_collection(opened, EVENTS, (data.whole(event.id) for event in events))

    stamp = data.site.fingerprint("api", name, data.site.events_fingerprint(events))
    return Artifact(f"{FOLDER}{name}", JSON, stamp, render)


def _event_files(data: EventData) -> Iterator[Artifact]:
    """A file for every event, past ones included."""
    for event in data.shown.values():
        yield _event_list(data, f"{EVENTS}/{event.id}.json", [event])


def _former_ids(site: Site) -> Iterator[Artifact]:
    """A notice for every withdrawn event, and a file that names the event of today for every former id."""
    shelf = site.calendar.records.get(Event.collection, {})
    for event in shelf.values():
        if isinstance(event, Event) and event.withdrawn:
            fields = notice_fields(site, event)
            yield _small_file(site, event.id, fields, site.calendar.dates_of(event).updated)
        for old in event.redirect_from:
            if old not in shelf:
                yield _small_file(site, old, pointer_fields(old, event.id), None)
        if event.replaced_by:
            yield _small_file(site, event.id, pointer_fields(event.id, event.replaced_by), None)


def _small_file(site: Site, event_id: str, fields: Fields, updated: datetime | None) -> Artifact:
    render = partial(render_collection, opening(site, EVENTS, updated), EVENTS, [json_text(fields)])
    path = f"{FOLDER}{EVENTS}/{event_id}.json"
    return Artifact(path, JSON, site.fingerprint("api", path, fields), render)


def _upcoming(data: EventData) -> Iterator[Artifact]:
    """For embeds, the next public events of all and of every facet, without their bodies."""
    facets: Sequence[Facet | None] = (None, *data.site.facets)
    for facet in facets:
        yield _upcoming_file(data, facet)
    fields = {"facet": record({"kind": STRING, "id": STRING, "name": TEXT}, ("kind", "id", "name"))}
    total = {"total": {"type": "integer", "minimum": 0}}
    listed = collection_properties(EVENTS, event_schema())
    yield schema_artifact(data.site, UPCOMING, {**total, **listed}, fields)


def _upcoming_file(data: EventData, facet: Facet | None) -> Artifact:
    site, found = data.site, data.site.upcoming(facet)
    events = found[:MOST_UPCOMING]
    path = f"{FOLDER}{UPCOMING}/{facet.kind}/{facet.id}.json" if facet else f"{FOLDER}{UPCOMING}.json"
    names = {language: site.facet_name(facet, language).text for language in site.languages} if facet else {}

    def render() -> bytes:
        chosen = {"facet": {"kind": facet.kind, "id": facet.id, "name": names}} if facet else {}
        opened = opening(site, UPCOMING, data.updated(events))
        fields = {**opened, **chosen, "total": len(found)}
        return render_collection(fields, EVENTS, (data.short(event.id) for event in events))

    stamp = site.fingerprint("api", path, names, len(found), site.events_fingerprint(events))
    return Artifact(path, JSON, stamp, render)


def _collection(site: Site, model: type[Record]) -> Iterator[Artifact]:
    """All records of another collection, by id."""
    name, records = model.collection, site.calendar.all(model)

    def render() -> bytes:
        updated = max((site.calendar.dates_of(each).updated for each in records), default=None)
        texts = (json_text(record_fields(site, each) | body_fields(site, each)) for each in records)
        return render_collection(opening(site, name, updated), name, texts)

    stamp = site.fingerprint("api", name, [site.calendar.digest_of(each) for each in records])
    yield Artifact(f"{FOLDER}{name}.json", JSON, stamp, render)
    yield schema_artifact(site, name, collection_properties(name, record_schema(model)))


API = Output("api", api_artifacts)
