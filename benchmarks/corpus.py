"""Synthetic content: as many events as asked for, of every kind, always the same for the same number."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

FIRST_DAY = date(2026, 11, 1)
#: Events are spread over a season, whatever their number: lists and months grow with it.
SEASON_DAYS = 360
#: One organisation and one venue for as many events.
EVENTS_A_HOUSE = 20
TYPES = ("concert", "performance", "exhibition", "workshop", "film", "debate")
DISCIPLINES = ("music", "theatre", "visual-arts", "dance", "film", "literature", "design", "digital")
TOWNS = (
    ("1000", "Bruxelles"),
    ("1050", "Ixelles"),
    ("1060", "Saint-Gilles"),
    ("1080", "Molenbeek-Saint-Jean"),
    ("1030", "Schaerbeek"),
)
PARAGRAPH_FR = (
    "Une soirée d'exemple, avec des accents : été, cœur, naïf. Entrée par la cour, **places assises** limitées."
)
PARAGRAPH_NL = "Een avond als voorbeeld, met trema's: coöperatie, reünie. Ingang via de koer, **zitplaatsen** beperkt."


def make_corpus(root: Path, events: int, first_day: date = FIRST_DAY) -> None:
    """Writes `content/` below `root`: events from a day on, an organisation and a venue for every twenty of them."""
    houses = max(1, events // EVENTS_A_HOUSE)
    for number in range(houses):
        _write(root / "content/organisations" / f"house-{number}.md", _organisation(number))
        _write(root / "content/venues" / f"house-{number}.md", _venue(number))
    for number in range(events):
        day = first_day + timedelta(days=number * SEASON_DAYS // events)
        _write(root / f"content/events/{day.year}" / f"event-{number}.md", _event(number, day, houses))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _organisation(number: int) -> str:
    return f"""---
name: "Maison d'exemple {number}"
kind: venue
disciplines: [{DISCIPLINES[number % len(DISCIPLINES)]}]
url: "https://house-{number}.example.org"
postal_code: {TOWNS[number % len(TOWNS)][0]}
municipality: "{TOWNS[number % len(TOWNS)][1]}"
venues: [house-{number}]
---

# Français

{PARAGRAPH_FR}

# Nederlands

{PARAGRAPH_NL}
"""


def _venue(number: int) -> str:
    code, town = TOWNS[number % len(TOWNS)]
    return f"""---
name: "Salle d'exemple {number}"
operator: house-{number}
street:
  fr: "Rue de l'Exemple {number + 1}"
  nl: "Voorbeeldstraat {number + 1}"
postal_code: {code}
municipality: "{town}"
geo: [{50.8 + number // 40 / 1000:.3f}, {4.3 + number % 40 / 400:.4f}]
accessibility:
  wheelchair: yes
---
"""


def _event(number: int, day: date, houses: int) -> str:
    return f"""---
title:
  fr: "Soirée d'exemple {number}"
  nl: "Voorbeeldavond {number}"
summary:
  fr: "Un événement inventé, le numéro {number}."
  nl: "Een verzonnen evenement, nummer {number}."
type: {TYPES[number % len(TYPES)]}
disciplines: [{DISCIPLINES[number % len(DISCIPLINES)]}]
organisers: [house-{number % houses}]
venue: house-{number % houses}
{_when(number, day)}
price: {8 + number % 12}.50
spoken_languages: [fr, nl]
---

# Français

{PARAGRAPH_FR} {PARAGRAPH_FR}

{PARAGRAPH_FR}

# Nederlands

{PARAGRAPH_NL} {PARAGRAPH_NL}

{PARAGRAPH_NL}
"""


def _when(number: int, day: date) -> str:
    """One evening for most, three dates for some, a run of a month for others."""
    if number % 10 == 0:
        return f"period:\n  start: {day}\n  end: {day + timedelta(days=30)}"
    if number % 5 == 0:
        days = (day + timedelta(days=7 * week) for week in range(3))
        return "dates:\n" + "\n".join(f"  - start: {date} 20:00\n    end: {date} 22:00" for date in days)
    return f"start: {day} 20:00\nend: {day} 22:30"
