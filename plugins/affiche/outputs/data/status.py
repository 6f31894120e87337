"""What the latest build made: its day, its counts, and the files that it left out with the codes of their errors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from affiche.model.collections import COLLECTIONS
from affiche.outputs.artifact import Artifact
from affiche.outputs.data.files import FOLDER, JSON, opening, render_value, schema_artifact
from affiche.outputs.data.schema import DAY, INSTANT, STRING, Schema, array, record
from affiche.outputs.data.values import Fields
from affiche.outputs.site import Site

NAME = "status"
_COUNT: Schema = {"type": "integer", "minimum": 0}
_LEFT_OUT = record({"path": STRING, "codes": array(STRING), "shown": INSTANT}, ("path", "codes"))


def status_artifacts(site: Site) -> Iterator[Artifact]:
    """The status and its JSON Schema."""
    fields = status_fields(site)
    yield Artifact(f"{FOLDER}{NAME}.json", JSON, site.fingerprint("api", NAME, fields), partial(render_value, fields))
    counted = ("upcoming", *(model.collection for model in COLLECTIONS))
    counts = record(dict.fromkeys(counted, _COUNT), counted)
    properties = {"built": DAY, "languages": array(STRING), "counts": counts, "left_out": array(_LEFT_OUT)}
    yield schema_artifact(site, NAME, properties)


def status_fields(site: Site) -> Fields:
    """The status: `upcoming` is how many public events are not over.

    `built` is the local day of the build and no moment, so that a second build of the same files writes nothing.
    """
    calendar = site.calendar
    records = {model.collection: calendar.all(model) for model in COLLECTIONS}
    updated = max((calendar.dates_of(each).updated for found in records.values() for each in found), default=None)
    return {
        **opening(site, NAME, updated),
        "built": str(calendar.today.date()),
        "languages": list(site.languages),
        "counts": {"upcoming": len(site.upcoming()), **{name: len(found) for name, found in records.items()}},
        "left_out": [_left_out(site, path, codes) for path, codes in sorted(site.left_out.items())],
    }


def _left_out(site: Site, path: str, codes: Sequence[str]) -> Fields:
    """A file that is not in the site; `shown` is the moment since which it said what is shown in its place."""
    shown = site.former.get(path)
    return {"path": path, "codes": list(codes), **({"shown": shown.isoformat()} if shown else {})}
