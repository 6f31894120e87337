"""Sources of events: what any importer makes of bytes that nobody would send."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

from affiche.importers.imported import Ground, NotRead
from affiche.importers.registry import IMPORTERS
from affiche.model.moment import parse_moment

_GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))
_BY_NAME = {importer.name: importer for importer in IMPORTERS}


def try_import(name: str, data: bytes) -> None:
    """A source is refused as none of its format, or told: events with a title, and dates that the model reads."""
    with suppress(NotRead):
        for event in _BY_NAME[name].parse(data, _GROUND).events:
            assert event.entry["title"]
            assert event.entry.get("dates") or event.entry["period"]
            assert all(parse_moment(each["start"]) for each in event.entry.get("dates", ()))
