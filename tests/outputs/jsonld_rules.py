"""What Google's event results and our own rules want of structured data: each breach of a page in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from affiche.model.vocabulary import EVENT_TYPES
from tests.pages import Page, text_of

Node = dict[str, Any]

SCHEMA = "https://schema.org/"
BRUSSELS = ZoneInfo("Europe/Brussels")
EVENT_KINDS = {kind.schema_org for kind in EVENT_TYPES.values()}
DAY = r"\d{4}-\d\d-\d\d"
MOMENT = re.compile(rf"{DAY}(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?")
ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")
#: The properties whose values are enumerations, each with its own members.
ENUMERATIONS = {
    "eventStatus": {"EventScheduled", "EventCancelled", "EventPostponed", "EventRescheduled", "EventMovedOnline"},
    "eventAttendanceMode": {f"{mode}EventAttendanceMode" for mode in ("Offline", "Online", "Mixed")},
    "availability": {"InStock", "LimitedAvailability", "SoldOut"},
    "dayOfWeek": {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"},
}
TIMES = ("startDate", "endDate", "doorTime", "previousStartDate", "validFrom", "validThrough")
#: What every node of a type has.
REQUIRED = {
    "Place": ("name", "address"),
    "VirtualLocation": ("url",),
    "PostalAddress": ("addressCountry",),
    "Organization": ("name",),
    "PerformingGroup": ("name",),
    "ImageObject": ("url", "contentUrl", "caption", "creditText"),
    "ListItem": ("position", "name", "item"),
    "OpeningHoursSpecification": ("opens", "closes"),
    "LocationFeatureSpecification": ("name", "value"),
}


def faults(page: Page) -> list[str]:
    """What is wrong with the structured data of a page."""
    nodes = page.data()
    found = [fault for top in nodes for fault in (*_shape(top), *_of_its_kind(page, top))]
    kinds = [node["@type"] for node in nodes]
    if len(kinds) > len(set(kinds)) or len(EVENT_KINDS.intersection(kinds)) > 1:
        found.append(f"has {kinds}")
    raw = "".join(script.text for script in page.all("//script[@type='application/ld+json']"))
    return [*found, *(f"has a bare {sign}" for sign in "<>&\u2028\u2029" if sign in raw)]


def nodes_of(value: Any) -> Iterator[Node]:
    """Every node in a value, at any depth, the outermost first."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from nodes_of(part)


def as_list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _shape(top: Node) -> Iterator[str]:
    """What holds for any node: a short type, no empty value, known members, real times, full addresses."""
    if top.get("@context") != "https://schema.org":
        yield f"context {top.get('@context')}"
    for node in nodes_of(top):
        kind = node.get("@type", "")
        if not re.fullmatch("[A-Z][A-Za-z]+", kind):
            yield f"type {kind!r}"
        missing = set(REQUIRED.get(kind, ())) - set(node) - ({"address"} if _is_room(top, node) else set())
        yield from (f"{kind} without {name}" for name in missing)
        yield from (f"{name} is empty" for name, value in node.items() if value in (None, "", [], {}))
        yield from _values(node)


def _is_room(top: Node, node: Node) -> bool:
    return any(node is room for room in as_list(top.get("containsPlace")))


def _values(node: Node) -> Iterator[str]:
    for name, members in ENUMERATIONS.items():
        yield from (f"{name} {value}" for value in as_list(node.get(name)) if _short(value) not in members)
    for name in TIMES:
        yield from (f"{name} {value}" for value in as_list(node.get(name)) if not MOMENT.fullmatch(value))
    for name in ("url", "item", "contentUrl", "logo", "license", "@id", "sameAs"):
        yield from (f"{name} {value}" for value in as_list(node.get(name)) if not ADDRESS.fullmatch(value))
    if node.get("endDate") and when(node["endDate"]) < when(node["startDate"]):
        yield f"ends at {node['endDate']}, before {node['startDate']}"


def _short(value: str) -> str:
    return value.removeprefix(SCHEMA) if value.startswith(SCHEMA) else ""


def when(text: str) -> tuple[date, float]:
    """A day or a moment, to compare them by."""
    moment = datetime.fromisoformat(text)
    return moment.date(), moment.timestamp() if moment.tzinfo else 0


def _of_its_kind(page: Page, top: Node) -> Iterator[str]:
    if top["@type"] in EVENT_KINDS:
        yield from _event(page, top)
    elif top["@type"] == "BreadcrumbList":
        yield from _breadcrumbs(page, top)
    elif top["@type"] in ("Organization", "Place") and top.get("mainEntityOfPage") != _address(page):
        yield f"is about {top.get('mainEntityOfPage')}"


def _address(page: Page) -> str:
    return f"https://affiche.example/{page.path.removesuffix('index.html')}"


def _event(page: Page, top: Node) -> Iterator[str]:
    for name in ("@id", "name", "startDate", "eventStatus", "eventAttendanceMode"):
        if name not in top:
            yield f"no {name}"
    if "location" not in top and page.all("//p[class~event-where]"):
        yield "no location, although the page has one"
    if not {"organizer", "contributor"} & set(top):
        yield "made by nobody"
    if top["name"] != text_of(page.one("//h1")):
        yield f"name {top['name']!r}"
    if top["url"] != _address(page):
        yield f"url {top['url']}"
    anchors = set(page.all("//@id"))
    for part in as_list(top.get("subEvent")):
        path, _, anchor = part.get("url", "").partition("#")
        if path != _address(page) or anchor not in anchors:
            yield f"part at {part.get('url')}"
        yield from (f"part without {name}" for name in ("name", "startDate", "eventStatus") if name not in part)
    for event in (top, *as_list(top.get("subEvent"))):
        yield from _state(event)
    yield from (fault for offer in as_list(top.get("offers")) for fault in _offer(offer))


def _state(event: Node) -> Iterator[str]:
    """Status and place agree; times have the offset of their day and place."""
    status, places = _short(event["eventStatus"]), as_list(event.get("location"))
    kinds = {place["@type"] for place in places}
    if status == "EventMovedOnline" and kinds != {"VirtualLocation"}:
        yield f"moved online to {kinds}"
    if "previousStartDate" in event and status != "EventRescheduled":
        yield f"{status} with an earlier start"
    if all(place["address"]["addressCountry"] == "BE" for place in places if place["@type"] == "Place"):
        for text in (event["startDate"], event.get("endDate", "")):
            moment = datetime.fromisoformat(text) if "T" in text else None
            if moment and moment.utcoffset() != moment.astimezone(BRUSSELS).utcoffset():
                yield f"offset of {text}"


def _offer(offer: Node) -> Iterator[str]:
    name = "lowPrice" if offer["@type"] == "AggregateOffer" else "price"
    if name in offer and not re.fullmatch(r"\d+[.]\d\d", offer[name]):
        yield f"price {offer[name]}"
    if (name in offer) != (offer.get("priceCurrency") == "EUR"):
        yield f"currency {offer.get('priceCurrency')}"


def _breadcrumbs(page: Page, top: Node) -> Iterator[str]:
    items = top["itemListElement"]
    if [item["position"] for item in items] != list(range(1, len(items) + 1)) or len(items) < 2:
        yield f"positions {[item['position'] for item in items]}"
    if items[-1]["item"] != _address(page) or items[-1]["name"] not in text_of(page.one("//title")):
        yield f"ends at {items[-1]}"
    if page.all(f"//header//nav//a[@href='/{items[0]['item'].split('/', 3)[3]}']") == []:
        yield f"begins at {items[0]}, which the menu has not"
