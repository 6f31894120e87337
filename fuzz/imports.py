"""Sources of events: what any importer makes of bytes that nobody would send."""

from __future__ import annotations

from contextlib import suppress
from datetime import date
from zoneinfo import ZoneInfo

from affiche.desk.importing.outcome import outcome_of
from affiche.importers.imported import Ground, Importer, NotRead
from affiche.model.moment import parse_moment
from affiche.sources.paths import path_faults
from fuzz.files import try_file
from tests.desk.importing.test_completed import origin

GROUND = Ground(ZoneInfo("Europe/Brussels"), date(2026, 11, 1))


def try_import(importer: Importer, data: bytes) -> None:
    """A source is refused as none of its format, or told: events with a title and a date, whose files are read."""
    with suppress(NotRead):
        reading = importer.parse(data, GROUND)
        for event in reading.events:
            assert event.entry["title"]
            assert event.entry.get("dates") or event.entry["period"]
            assert all(parse_moment(each["start"]) for each in event.entry.get("dates", ()))
        for draft in outcome_of(reading, importer.name, origin(), GROUND.today).drafts:
            assert path_faults(draft.path) == []
            try_file("events", draft.text.encode())
