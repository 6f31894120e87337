"""All that was changed of events since they were announced, as JSON: what the feeds tell for some weeks, for good."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.model.change import KINDS, Change, Value
from affiche.model.event import Event
from affiche.model.moment import Moment
from affiche.outputs.artifact import Artifact
from affiche.outputs.change_words import place_named, venues_in
from affiche.outputs.data.files import (
    FOLDER,
    JSON,
    collection_properties,
    json_text,
    opening,
    render_collection,
    schema_artifact,
)
from affiche.outputs.data.record_schema import PLACE
from affiche.outputs.data.records import place_fields
from affiche.outputs.data.schema import IDENTIFIER, INSTANT, MOMENT, STRING, Schema, array, record
from affiche.outputs.data.values import Fields, known, moment_value
from affiche.outputs.event_changes import changed_events
from affiche.outputs.site import Site

NAME = "changes"


def change_data_artifacts(site: Site) -> Iterator[Artifact]:
    """The changes of every event with a page, the newest first, and their JSON Schema."""
    changes = _changes(site)

    def render() -> bytes:
        updated = max((change.moment for _, change in changes), default=None)
        items = (json_text(change_fields(site, event, change)) for event, change in changes)
        return render_collection(opening(site, NAME, updated), NAME, items)

    stamp = site.fingerprint("api", NAME, [_stamp(site, event, change) for event, change in changes])
    yield Artifact(f"{FOLDER}{NAME}.json", JSON, stamp, render)
    yield schema_artifact(site, NAME, collection_properties(NAME, _schema()))


def _changes(site: Site) -> list[tuple[Event, Change]]:
    found = [(event, change) for event, changes in changed_events(site) for change in changes]
    return sorted(found, key=lambda item: item[1].rank)


def _stamp(site: Site, event: Event, change: Change) -> str:
    """All that a change depends on: the places that it names, and the zone that its event is in."""
    behind = "".join(site.calendar.digest_of(venue) for venue in venues_in(site, change))
    return f"{change} {site.calendar.zone_of(event)} {behind}"


def change_fields(site: Site, event: Event, change: Change) -> Fields:
    """A change; `guid` is that of its item in the feeds, `uids` are those of the dates that it is about."""
    identify = site.calendar.settings.identify
    values = {"before": _value(site, event, change.before), "after": _value(site, event, change.after)}
    return {
        "guid": f"{identify(change.uid_local)}#{change.anchor}",
        "event": event.id,
        "kind": change.kind,
        "moment": change.moment.isoformat(),
        "uids": [identify(each) for each in change.affected],
        **known(values),
    }


def _value(site: Site, event: Event, value: Value) -> Fields | None:
    """What it was before, or became then: `start`, or `venue` as it is called today; nothing where that is gone."""
    if isinstance(value, Moment):
        return {"start": moment_value(value, site.calendar.zone_of(event))}
    place = place_named(site, value)
    return {"venue": place_fields(site, place)} if place else None


def _schema() -> Schema:
    value = record({"start": MOMENT, "venue": PLACE})
    stated = {
        "guid": STRING,
        "event": IDENTIFIER,
        "kind": {"enum": list(KINDS)},
        "moment": INSTANT,
        "uids": array(STRING),
    }
    return record({**stated, "before": value, "after": value}, tuple(stated))
