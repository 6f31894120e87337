"""A season as content files of Affiche."""

from __future__ import annotations

from pathlib import Path

from benchmarks.corpus.pictures import draw_picture
from benchmarks.corpus.season import Event, House, Season
from benchmarks.corpus.when import LENGTH, OPEN_DAYS, When
from benchmarks.corpus.words import Both

ALT = Both("Une image d'exemple : des bandes de couleur", "Een voorbeeldbeeld: gekleurde banden")


def write_content(season: Season, root: Path) -> None:
    """Writes `content/` below `root`: a file an organisation, venue and event, events in a folder a year."""
    content = root / "content"
    for house in season.houses:
        _write(content / "organisations" / f"{house.id}.md", _organisation(house))
        _write(content / "venues" / f"{house.id}.md", _venue(house))
    for event in season.events:
        folder = content / "events" / f"{event.when.first.year}"
        _write(folder / f"{event.id}.md", _event(event))
        if event.image:
            draw_picture(folder / event.image, event.number)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _file(front_matter: str, body: Both) -> str:
    return f"---\n{front_matter.strip()}\n---\n\n# Français\n\n{body.fr}\n\n# Nederlands\n\n{body.nl}\n"


def _texts(name: str, text: Both) -> str:
    return f'{name}:\n  fr: "{text.fr}"\n  nl: "{text.nl}"'


def _organisation(house: House) -> str:
    return _file(
        f"""
name: "{house.name}"
kind: venue
disciplines: [{house.discipline}]
url: "https://{house.id}.example.org"
{_texts("street", house.street)}
postal_code: {house.postal_code}
municipality: "{house.town.fr}"
venues: [{house.id}]
source: ["https://{house.id}.example.org"]
""",
        house.body,
    )


def _venue(house: House) -> str:
    return f"""---
name: "{house.venue_name}"
operator: {house.id}
{_texts("street", house.street)}
postal_code: {house.postal_code}
municipality: "{house.town.fr}"
geo: [{house.latitude}, {house.longitude}]
accessibility:
  wheelchair: {"yes" if house.has_lift else "partial"}
source: ["https://{house.id}.example.org"]
---
"""


def _event(event: Event) -> str:
    house = event.house.id
    lines = [
        _texts("title", event.title),
        _texts("summary", event.summary),
        f"type: {event.type}",
        f"disciplines: [{event.discipline}]",
        f"audience: {event.audience}" if event.audience != "public" else "",
        f"organisers: [{house}]",
        f'performers: ["{event.performer}"]' if event.performer else "",
        f"venue: {house}",
        _when(event.when),
        _status(event),
        _price(event.price),
        "spoken_languages: [fr, nl]",
        _image(event),
        f'source: ["https://{house}.example.org/{event.id}"]',
    ]
    return _file("\n".join(filter(None, lines)), event.body)


def _when(when: When) -> str:
    match when.kind:
        case "run":
            hours = f'opening_hours:\n  - days: [{", ".join(OPEN_DAYS)}]\n    opens: "10:00"\n    closes: "18:00"'
            return f"period:\n  start: {when.first}\n  end: {when.last}\n{hours}"
        case "dates":
            return "dates:\n" + "\n".join(
                f"  - start: {start:%Y-%m-%d %H:%M}\n    end: {start + LENGTH:%Y-%m-%d %H:%M}" for start in when.starts
            )
        case "rule":
            start = when.starts[0]
            rule = ("every: week", f"days: [{start:%a}]".lower(), f"from: {when.first}", f"until: {when.last}")
            hours = f'start: "{start:%H:%M}"\n  end: "{start + LENGTH:%H:%M}"'
            return "recurrence:\n  " + "\n  ".join((*rule, hours))
        case "month":
            return f"start: {when.first:%Y-%m}"
    return f"start: {when.starts[0]:%Y-%m-%d %H:%M}\nend: {when.starts[0] + LENGTH:%Y-%m-%d %H:%M}"


def _status(event: Event) -> str:
    """What has become of it, and what that asks for."""
    lines = [f"status: {event.when.status}"] if event.when.status != "scheduled" else []
    if event.when.previous:
        lines.append(f"previous_start: [{event.when.previous:%Y-%m-%d %H:%M}]")
    if event.when.status == "moved-online":
        lines.append(f'online_url: "https://{event.house.id}.example.org/{event.id}/live"')
    return "\n".join(lines)


def _price(price: int | None) -> str:
    return "" if price is None else f"price: {price or 'free'}"


def _image(event: Event) -> str:
    if not event.image:
        return ""
    alt = f'    fr: "{ALT.fr}"\n    nl: "{ALT.nl}"'
    return f'image:\n  src: {event.image}\n  alt:\n{alt}\n  credit: "Affiche"\n  licence: cc0-1.0'
