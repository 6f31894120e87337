"""The columns of the table of events: which field of ours each cell shows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from affiche.outputs.data.values import Fields


@dataclass(frozen=True, slots=True)
class Row:
    """A performance or a run with its event, both as the API has them."""

    event: Fields
    date: Fields

    @property
    def is_performance(self) -> bool:
        """Whether it is a performance, which is whole: of a run, the event says where it is and more."""
        return "precision" in self.date

    @property
    def here(self) -> Fields:
        """What says where it is, and how many places are left."""
        return self.date if self.is_performance else self.event

    @property
    def place(self) -> Fields:
        """Its place; empty where none is known."""
        place: Fields = self.here.get("venue", {})
        return place


Cell = Callable[[Row], Any]


def of_event(name: str, inside: str = "") -> Cell:
    """A field of the event, or one inside it."""
    if inside:
        return lambda row: row.event.get(name, {}).get(inside)
    return lambda row: row.event.get(name)


def of_date(name: str) -> Cell:
    """A field of the performance or the run."""
    return lambda row: row.date.get(name)


def of_here(name: str) -> Cell:
    """A field that a performance has resolved; of a run, the event's."""
    return lambda row: row.here.get(name)


def of_place(name: str) -> Cell:
    """A field of the place."""
    return lambda row: row.place.get(name)


def of_either(name: str) -> Cell:
    """A field that the event says where the performance does not."""
    return lambda row: row.date.get(name, row.event.get(name))


def _kind(row: Row) -> str:
    return "performance" if row.is_performance else "run"


def _precision(row: Row) -> Any:
    return row.date.get("precision", "day")


def _degree(index: int) -> Cell:
    return lambda row: row.place["geo"][index] if "geo" in row.place else None


def _booking_url(row: Row) -> Any:
    return row.date.get("booking_url") or of_event("booking", "url")(row)


def _organisers(row: Row) -> list[Any]:
    return [each["name"] for each in row.event.get("organisers", [])]


def _organiser_ids(row: Row) -> list[Any]:
    return [each["organisation"] for each in row.event.get("organisers", [])]


def _accessibility(row: Row) -> list[str]:
    return [f"{name}={value}" for name, value in row.here.get("accessibility", {}).items()]


def _lowest(row: Row) -> float | None:
    return min(_amounts(row.event.get("price")), default=None)


def _highest(row: Row) -> float | None:
    """The highest price, None where only the lowest is stated."""
    price = row.event.get("price")
    return None if isinstance(price, dict) else max(_amounts(price), default=None)


def _amounts(price: Any) -> list[float]:
    """The prices in euros that are stated, a lowest one included."""
    if price == "free":
        return [0]
    if isinstance(price, list):
        return [tariff["price"] for tariff in price]
    if isinstance(price, dict):
        lowest = price.get("from", price.get("pay_what_you_can", {}).get("minimum"))
        return [] if lowest is None else [lowest]
    return [] if price is None else [price]


#: What identifies a row: it stands first.
IDENTITY: Mapping[str, Cell] = {"event_id": of_event("id"), "uid": of_date("uid"), "kind": _kind}
#: The columns that exist once for each language of the site, as `title_fr`.
BY_LANGUAGE: Mapping[str, Cell] = {
    "title": of_event("title"),
    "summary": of_event("summary"),
    "venue": of_place("name"),
    "room": of_here("room"),
    "street": of_place("street"),
    "municipality": of_place("municipality"),
    "organisers": _organisers,
    "url": of_event("url"),
}
#: The other columns.
COLUMNS: Mapping[str, Cell] = {
    "type": of_event("type"),
    "disciplines": of_event("disciplines"),
    "keywords": of_event("keywords"),
    "audience": of_event("audience"),
    "typical_age_range": of_event("typical_age_range"),
    "start": of_date("start"),
    "end": of_date("end"),
    "precision": _precision,
    "doors": of_date("doors"),
    "status": of_date("status"),
    "availability": of_here("availability"),
    "venue_id": of_place("id"),
    "postal_code": of_place("postal_code"),
    "country": of_place("country"),
    "latitude": _degree(0),
    "longitude": _degree(1),
    "online_url": of_event("online_url"),
    "organiser_ids": _organiser_ids,
    "is_accessible_for_free": of_event("is_accessible_for_free"),
    "lowest_price": _lowest,
    "highest_price": _highest,
    "booking_url": _booking_url,
    "spoken_languages": of_event("spoken_languages"),
    "surtitles": of_either("surtitles"),
    "sign_languages": of_either("sign_languages"),
    "accessibility": _accessibility,
    "image": of_event("image", "src"),
    "image_credit": of_event("image", "credit"),
    "image_licence": of_event("image", "licence"),
    "published": of_event("published"),
    "revision": of_event("revision"),
}
