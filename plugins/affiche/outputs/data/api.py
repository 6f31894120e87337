"""The data of the site, once for all languages: JSON (RFC 8259) with JSON Schemas, and a table."""

from __future__ import annotations

from collections.abc import Iterator

from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.changes import change_data_artifacts
from affiche.outputs.data.event_data import EventData
from affiche.outputs.data.event_files import event_artifacts
from affiche.outputs.data.files import (
    FOLDER,
    JSON,
    collection_properties,
    json_text,
    opening,
    render_collection,
    schema_artifact,
)
from affiche.outputs.data.openagenda import openagenda_artifacts
from affiche.outputs.data.record_schema import record_schema
from affiche.outputs.data.records import body_fields, record_fields
from affiche.outputs.data.spreadsheet import spreadsheet_artifact
from affiche.outputs.data.status import status_artifacts
from affiche.outputs.data.uitdatabank import uitdatabank_artifacts
from affiche.outputs.output import Output
from affiche.outputs.site import Site


def api_artifacts(site: Site) -> Iterator[Artifact]:
    """Every file of the API; events are made once for all that hold them."""
    data = EventData(site)
    yield from event_artifacts(data)
    for model in COLLECTIONS:
        if model is not Event:
            yield from _collection(site, model)
    yield spreadsheet_artifact(data)
    yield from openagenda_artifacts(data)
    yield from uitdatabank_artifacts(data)
    yield from change_data_artifacts(site)
    yield from status_artifacts(site)


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
