"""Random schedules: structured data and the dates on a page say what was typed, and the same as each other."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from hypothesis import given

from affiche.outputs.jsonld import event_jsonld
from affiche.outputs.markup import make_environment
from affiche.outputs.pages.events import event_artifacts
from affiche.outputs.registry import subscriptions
from affiche.outputs.site import Site
from affiche.sources.assets import load_assets
from tests import factories as make
from tests.examples import examples
from tests.expected import Expected, expected, moment_of
from tests.local_times import RECORDS, zone_of
from tests.pages import Page, parse_page
from tests.projects import ROOT
from tests.schedules import Case, cases, found_before

ROWS, MOMENT = "//ol[@class='performances']/li", ".//p[@class='performance-date']/time/@datetime"
NOW = datetime(2027, 3, 1, 12, tzinfo=UTC)
SCHEMA = "https://schema.org/"
ONLINE, OFFLINE, MIXED = (f"{SCHEMA}{name}EventAttendanceMode" for name in ("Online", "Offline", "Mixed"))
LEFT = {"available": "InStock", "limited": "LimitedAvailability", "sold-out": "SoldOut", "waiting-list": "SoldOut"}


@cache
def design() -> Site:
    """A site with our templates and assets."""
    overrides = ROOT / "overrides"
    return replace(
        make.site(), templates=make_environment(overrides), assets=load_assets(overrides), subscriptions=subscriptions()
    )


def site_of(case: Case) -> Site:
    return replace(design(), calendar=make.calendar(case.event, *RECORDS, now=NOW))


def page_of(case: Case) -> Page:
    site = site_of(case)
    artifact = next(artifact for artifact in event_artifacts(site) if artifact.path.startswith("fr/"))
    return parse_page(artifact.path, artifact.render())


def data_of(case: Case) -> dict[str, Any]:
    """The structured data of an event; empty without any."""
    found: dict[str, Any] = json.loads(event_jsonld(site_of(case), case.event, "fr") or "{}")
    return found


def iso(value: date | None) -> str | None:
    return value.isoformat() if value else None


def in_order(case: Case) -> list[Expected]:
    """The performances of which the day is known, by day, then by hour."""

    def rank(each: Expected) -> tuple[date, datetime]:
        start = each.start or date.max
        begins = start if isinstance(start, datetime) else datetime.combine(start, time(), each.zone)
        return begins.date(), begins.astimezone(UTC)

    return sorted((each for each in expected(case.typed).values() if each.start), key=rank)


def status_of(status: str) -> str:
    return f"{SCHEMA}Event{''.join(part.capitalize() for part in status.split('-'))}"


def shared(values: set[Any], stated: Any) -> Any:
    return next(iter(values)) if len(values) == 1 else stated


def span(each: Expected) -> tuple[str | None, str | None]:
    """Start and end of a performance; days that are one have no end."""
    return iso(each.start), iso(each.end) if each.end != each.start else None


def whole_span(case: Case) -> tuple[str | None, str | None]:
    """Start and end of an event: its period, else from its first performance to what ends last."""
    if period := case.typed.get("period"):
        return period.get("start"), period.get("end")
    known, everything = in_order(case), expected(case.typed).values()
    if not known:
        return None, None
    if len(everything) == 1:
        return span(known[0])
    last_day = max(each.last_day for each in everything)
    last = [each for each in everything if each.last_day == last_day]
    ends = [each.end.astimezone(UTC) for each in last if isinstance(each.end, datetime)]
    if all(isinstance(each.end, datetime) for each in last):
        return iso(known[0].start), max(ends).isoformat()
    return iso(known[0].start), "open"


def previous_of(each: Sequence[str], status: str, zone: Any) -> list[str]:
    found = [iso(moment_of(text, zone)) for text in each]
    return [text for text in found if text] if status == "rescheduled" else []


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


@found_before
@given(cases())
@examples(60)
def test_data_has_each_performance_at_its_moment(case: Case) -> None:
    data, known = data_of(case), in_order(case)
    start, end = whole_span(case)
    assert data.get("startDate") == start
    if start is None:
        return
    assert_same_end(data.get("endDate"), end)
    is_one = len(expected(case.typed)) == 1 and "period" not in case.typed
    parts = (
        {known[0].id: data} if is_one else {part["url"].partition("#")[2]: part for part in data.get("subEvent", [])}
    )
    assert [part["startDate"] for part in parts.values()] == [iso(each.start) for each in known]
    assert {key: facts_of(part) for key, part in parts.items()} == {
        each.id: (*span(each), status_of(each.status), previous_of(each.previous, each.status, each.zone))
        for each in known
    }


def facts_of(part: dict[str, Any]) -> tuple[object, ...]:
    return part["startDate"], part.get("endDate"), part["eventStatus"], listed(part.get("previousStartDate"))


@found_before
@given(cases())
@examples(40)
def test_page_lists_each_performance_at_its_moment(case: Case) -> None:
    page, data = page_of(case), data_of(case)
    rows = {row.get("id"): row.xpath(MOMENT) for row in page.all(ROWS)}
    assert page.own_data() == ([data] if data else [])
    found = expected(case.typed).values()
    is_listed = len(found) > 1 or "dates" in case.typed
    assert rows == ({each.id: [to_the_minute(each.start)] if each.start else [] for each in found} if is_listed else {})


def to_the_minute(start: date) -> str:
    return start.isoformat(timespec="minutes") if isinstance(start, datetime) else start.isoformat()


def assert_same_end(stated: str | None, end: str | None) -> None:
    """A last end is an instant; where it is not known, no hour is stated."""
    if end == "open":
        assert stated is None or "T" not in stated
    else:
        assert (stated and read(stated)) == (end and read(end))


def read(text: str) -> datetime | date:
    """An instant or a day of HTML or JSON-LD."""
    return datetime.fromisoformat(text).astimezone(UTC) if "T" in text else date.fromisoformat(text)


@found_before
@given(cases())
@examples(50)
def test_data_agrees_on_status_place_and_price(case: Case) -> None:
    typed, found, data = case.typed, expected(case.typed).values(), data_of(case)
    if not data:
        return
    parts = [] if "period" in typed else found
    status = shared({each.status for each in parts}, typed.get("status", "scheduled"))
    left = (
        shared({each.availability for each in parts}, typed.get("availability"))
        if status not in ("cancelled", "postponed")
        else None
    )
    venues = [item["venue"] for item in (typed, *typed.get("dates", [])) if "venue" in item]
    online = "online_url" in typed
    assert data["eventStatus"] == status_of(status)
    if status == "moved-online":
        assert (data["eventAttendanceMode"], data["location"]["@type"]) == (ONLINE, "VirtualLocation")
    else:
        assert data["eventAttendanceMode"] == ((MIXED if venues else ONLINE) if online else OFFLINE)
        kinds = {place["@type"] for place in listed(data.get("location"))}
        assert kinds == {*(["Place"] if venues else []), *(["VirtualLocation"] if online else [])}
    if "period" in typed:
        moved = previous_of(typed.get("previous_start", []), status, zone_of(typed.get("venue")))
        assert listed(data.get("previousStartDate")) == moved
    offers = data.get("offers", [])
    assert {offer.get("availability") for offer in offers} == ({left and SCHEMA + LEFT[left]} if offers else set())
    assert bool(offers) is bool(left or "price" in typed)
    is_free = {"free": True, "12": False, "{'from': '10'}": False}
    assert data.get("isAccessibleForFree") == is_free.get(str(typed.get("price")))
