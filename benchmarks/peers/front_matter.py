"""An event, organisation or venue as front matter that any generator reads: names and values, times resolved."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, timedelta

from benchmarks.corpus.season import Event, House
from benchmarks.corpus.words import Both

SIDES = {"fr": 0, "nl": 1}
LANGUAGES = tuple(SIDES)
ALT = Both("Une image d'exemple : des bandes de couleur", "Een voorbeeldbeeld: gekleurde banden")
#: What a generator is told: texts, numbers, lists of texts.
Values = Mapping[str, object]


def event_values(event: Event, language: str) -> Values:
    """An event in a language; `first` and `last` are its days, `starts` its local times."""
    side, house, when = SIDES[language], event.house, event.when
    values: dict[str, object] = {
        "title": event.title[side],
        "description": event.summary[side],
        "id": event.id,
        "genre": event.type,
        "form": when.kind,
        "first": f"{when.first}",
        "last": f"{when.last}",
        "starts": [f"{start:%Y-%m-%dT%H:%M:%S}" for start in when.starts],
        "status": when.status,
        "disciplines": [event.discipline],
        "municipalities": [house.town.fr.lower()],
        "audiences": [event.audience],
        "organisations": [house.id],
        "venues": [house.id],
        "months": months_between(when.first, when.last),
        "organiser_name": house.name,
        "organiser_url": f"https://{house.id}.example.org",
        "venue_name": house.venue_name,
        "street": house.street[side],
        "postal_code": house.postal_code,
        "town": house.town[side],
        "latitude": house.latitude,
        "longitude": house.longitude,
        "wheelchair": house.has_lift,
        "performer": event.performer,
        "source": f"https://{house.id}.example.org/{event.id}",
    }
    if event.price is not None:
        values["price"] = event.price
    if event.image:
        values |= {"image": f"images/{event.image}", "alt": ALT[side]}
    return values


def house_values(house: House, language: str, *, is_venue: bool) -> Values:
    """An organisation or its venue in a language."""
    side = SIDES[language]
    return {
        "title": house.venue_name if is_venue else house.name,
        "id": house.id,
        "street": house.street[side],
        "postal_code": house.postal_code,
        "town": house.town[side],
        "url_home": f"https://{house.id}.example.org",
    }


def months_between(first: date, last: date) -> list[str]:
    """The months that an event is listed in, as `2026-11`."""
    days = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return list(dict.fromkeys(f"{day:%Y-%m}" for day in days))


def file_with(values: Values, body: str) -> str:
    """A Markdown file with YAML front matter, each value on a line of its own."""
    lines = "\n".join(f"{name}: {json.dumps(value, ensure_ascii=False)}" for name, value in values.items())
    return f"---\n{lines}\n---\n\n{body}\n"
