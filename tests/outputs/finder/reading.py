"""The file of everything upcoming as a browser reads it, and the static cards that it must agree with."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from affiche.outputs.finder.output import finder_artifacts
from affiche.outputs.site import Site
from tests.pages import BuiltSite

#: What a card shows, by names of the test's own.
Shown = dict[str, Any]
LANGUAGES = ("fr", "nl")


def upcoming(site: Site, language: str = "fr") -> dict[str, Any]:
    files = {artifact.path: artifact for artifact in finder_artifacts(site)}
    data: dict[str, Any] = json.loads(files[site.routes.upcoming(language)].render())
    return data


def entries_of(site: Site, language: str = "fr") -> dict[str, dict[str, Any]]:
    """The entries of a site by id."""
    return {entry["id"]: entry for entry in upcoming(site, language)["entries"]}


def entry_of(site: Site, language: str = "fr") -> dict[str, Any]:
    """The only entry of a site."""
    (entry,) = entries_of(site, language).values()
    return entry


def static_cards(site: BuiltSite, language: str) -> Iterator[tuple[str, str, Shown]]:
    """Every card of the months' pages: the day it stands under, or its block, its address and what it shows."""
    for path in site.html:
        if re.fullmatch(rf"{language}/agenda/\d{{4}}/\d\d/index\.html", path):
            for section in site.page(path).all("//main//section[@aria-labelledby]"):
                for card in section.xpath(".//article"):
                    place = section.get("aria-labelledby").removeprefix("d-")
                    yield place, card.xpath(".//h3/a")[0].get("href"), shown_by(card)


def shown_by(card: Any) -> Shown:
    """What a card shows, with its typographic spaces."""
    image = next(iter(card.xpath(".//img")), None)
    return {
        "title": exact(card, ".//h3/a"),
        "lang": attribute(card, ".//h3/a/bdi/@lang"),
        "size": int(attribute(card, ".//h3/@data-size")),
        "label": exact(card, ".//p[@class='foreign']"),
        "colour": card.get("data-colour"),
        "date": exact(card, ".//p[@class='card-date']"),
        "iso": attribute(card, ".//p[@class='card-date']/time/@datetime"),
        "state": exact(card, ".//p[@class='state']"),
        "off": card.get("data-off") is not None,
        "note": exact(card, ".//p[@class='card-note']"),
        "by": exact(card, ".//p[@class='card-by']"),
        "by_lang": card.xpath(".//p[@class='card-by']/bdi/@lang"),
        "where": exact(card, ".//p[@class='card-where']"),
        "facts": [" ".join(fact.itertext()) for fact in card.xpath(".//ul[@class='card-facts']/li")],
        "picture": {name: image.get(name) for name in ("src", "srcset", "sizes", "alt", "lang", "width", "height")}
        if image is not None
        else None,
    }


def shown_by_entry(entry: dict[str, Any], day: list[Any] | None = None) -> Shown:
    """What a browser shows of an entry, under one of its days or under none."""
    dated = [*day, *[None] * (7 - len(day))] if day else None
    date, iso, state, off = (
        (dated[1], dated[2], dated[4], dated[5])
        if dated
        else [entry.get(name) for name in ("date", "iso", "state", "off")]
    )
    other = (dated[6] if dated else None) or {}
    picture = entry.get("picture")
    return {
        "title": entry["title"],
        "lang": entry.get("lang", ""),
        "size": entry["size"],
        "label": entry.get("label", ""),
        "colour": entry["colour"],
        "date": date,
        "iso": iso or "",
        "state": state or "",
        "off": bool(off),
        "note": other.get("note", ""),
        "by": ", ".join(entry["by"]),
        "by_lang": [code for code in entry.get("by_lang", ()) if code],
        "where": other.get("where", entry.get("where", "")),
        "facts": [entry["kind"], *entry.get("facts", [])],
        "picture": {"lang": None} | {name: str(value) for name, value in picture.items()} if picture else None,
    }


def exact(card: Any, xpath: str) -> str:
    """The text of a part of a card, empty without it; the lines of the template's own are no text."""
    return "".join("".join(part.itertext()) for part in card.xpath(xpath)).strip("\n ")


def attribute(card: Any, xpath: str) -> str:
    return "".join(card.xpath(xpath))
