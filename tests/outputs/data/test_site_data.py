"""The API of whole sites: the small one that has everything once, and the real content."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from ical.calendar_stream import IcsCalendarStream

from affiche.build import prepare_site
from affiche.model.event import Event
from affiche.outputs.registry import site_artifacts
from affiche.outputs.site import Site
from tests.outputs.data.reading import api_files, events_in, refusals
from tests.pages import BuiltSite
from tests.projects import ROOT, plan_of

COARSE = ("month", "season")
#: Start and end of what has a UID: instants in UTC, or days, the last one included.
Times = Mapping[str, tuple[datetime | date | None, datetime | date | None]]


@pytest.fixture(scope="module")
def real() -> Site:
    return prepare_site(plan_of(ROOT)).site


@pytest.fixture(scope="module")
def real_files(real: Site) -> BuiltSite:
    made = (artifact for artifact in site_artifacts(real) if not artifact.media_type.startswith("image/"))
    return BuiltSite({artifact.path: artifact.render() for artifact in made if not artifact.path.startswith("nl/")})


def test_every_file_of_the_small_site_is_what_its_schema_says(small: BuiltSite) -> None:
    assert list(refusals(api_files(small.files))) == []


def test_every_file_of_the_real_content_is_what_its_schema_says(real_files: BuiltSite) -> None:
    assert list(refusals(api_files(real_files.files))) == []


def test_every_event_and_no_other_has_its_file(real: Site, real_files: BuiltSite) -> None:
    files = api_files(real_files.files)
    lists = [path for path in files if path == "events.json" or path.startswith("archive/")]
    listed = sorted(event["id"] for path in lists for event in events_in(files[path]))
    assert listed == [event.id for event in real.calendar.all(Event)]
    own = {path for path, data in files.items() if path.startswith("events/") and "title" in events_in(data)[0]}
    assert own == {f"events/{event_id}.json" for event_id in listed}


def test_images_and_pages_that_the_api_names_are_there(small: BuiltSite) -> None:
    root = "https://affiche.example/"
    named = set(addresses(json.loads(api_files(small.files)["events.json"])))
    own = {address.removeprefix(root) for address in named if address.startswith(root)}
    assert len(own) > 20
    assert {path for path in own if (f"{path}index.html" if path.endswith("/") else path) not in small.files} == set()


def addresses(value: Any) -> Iterator[str]:
    if isinstance(value, str) and value.startswith("https:"):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from addresses(item)


def test_times_are_those_of_the_calendars(real: Site, real_files: BuiltSite) -> None:
    found = {}
    for event in real.calendar.all(Event):
        data = real_files.files[real.routes.entry("fr", event, event.id)]
        said = api_times(real_files, event)
        found[event.id] = (said, calendar_times(data))
    assert {key: both for key, both in found.items() if both[0] != both[1]} == {}
    assert len([times for times, _ in found.values() if times]) > 50


def api_event(site: BuiltSite, event: Event) -> Any:
    (found,) = events_in(site.files[f"api/v1/events/{event.id}.json"])
    return found


def api_times(site: BuiltSite, event: Event) -> Times:
    """What the API says of all whose day is known."""
    found = api_event(site, event)
    items = [*([found["run"]] if "run" in found else []), *found.get("performances", [])]
    dated = [item for item in items if "start" in item and item.get("precision") not in COARSE]
    return {item["uid"]: (moment(item["start"]), moment(item.get("end"))) for item in dated}


def moment(text: str | None) -> datetime | date | None:
    if text is None:
        return None
    return datetime.fromisoformat(text).astimezone(UTC) if "T" in text else date.fromisoformat(text)


def calendar_times(data: bytes) -> Times:
    """What an independent reader understands of a calendar; a day that ends on itself has no end."""
    found: dict[str, tuple[datetime | date | None, datetime | date | None]] = {}
    for entry in IcsCalendarStream.calendar_from_ics(data.decode()).events:
        start, end = entry.dtstart, entry.dtend
        if isinstance(start, datetime):
            found[entry.uid or ""] = start.astimezone(UTC), end.astimezone(UTC) if isinstance(end, datetime) else None
        else:
            found[entry.uid or ""] = start, end - timedelta(days=1) if end else None
    return found


def test_times_are_those_of_the_structured_data(real: Site, real_files: BuiltSite) -> None:
    found = {}
    for event in real.calendar.all(Event):
        said = api_event(real_files, event)
        data = real_files.page(real.routes.record("fr", event)).own_data()
        told = structured_times(data[0]) if data else ((None, None), {})
        dated = [item for item in said.get("performances", []) if item["precision"] not in COARSE]
        performances = {item["id"]: (item["start"], item.get("end")) for item in dated}
        whole = (said.get("start"), said.get("end") if data else None)
        found[event.id] = (whole, performances if told[1] else {}), told
    assert {key: both for key, both in found.items() if both[0] != both[1]} == {}


def structured_times(data: Any) -> tuple[tuple[str | None, str | None], dict[str, tuple[str, str | None]]]:
    """Start and end of the whole, and of each part by the id that its address ends with."""
    parts = {
        part["url"].rpartition("#")[2]: (part["startDate"], part.get("endDate")) for part in data.get("subEvent", [])
    }
    return (data.get("startDate"), data.get("endDate")), parts
