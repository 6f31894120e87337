"""Golden tables: what is typed, and the words that visitors read in each language, as YAML anyone can read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml

from affiche.model.event import Event
from affiche.model.settings import Settings
from affiche.outputs.site import Site
from tests import factories as make

OUTPUTS = Path(__file__).parent / "outputs"
LANGUAGES = ("fr", "nl", "en")
#: The moment from which most cases are seen.
SEEN = "2026-09-01 12:00"

Case = dict[str, Any]


def cases(pattern: str) -> dict[str, Case]:
    """The cases of the tables that match a pattern, by name and number; every scalar is a text, as typed."""
    return {f"{path.stem}-{number}": case for path, number, case in _cases(pattern)}


def _cases(pattern: str) -> Iterator[tuple[Path, int, Case]]:
    for path in sorted(OUTPUTS.glob(pattern)):
        table = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - texts only
        for number, case in enumerate(table, start=1):
            yield path, number, case


def expected(case: Case) -> dict[str, Any]:
    """The words of a case by language."""
    return {language: case[language] for language in LANGUAGES}


def site_of(case: Case, **typed: Any) -> tuple[Site, Event]:
    """A case's event, and the site in three languages that shows it, seen from the case's moment."""
    event = make.event(**typed)
    seen = datetime.fromisoformat(case.get("seen", SEEN)).replace(tzinfo=ZoneInfo("Europe/Brussels")).astimezone(UTC)
    settings = Settings(languages=LANGUAGES, hours_style=tuple(case.get("style", {}).items()))
    return make.site(event, make.organisation(), now=seen, settings=settings), event
