"""Tables of `outputs/when/`: a way to write when an event is, and how it reads in each status and at each length."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path
from typing import Any

import yaml

from affiche.model.event import Event
from affiche.model.vocabulary import STATUSES
from affiche.outputs.cards import event_card
from affiche.outputs.dates import Length
from affiche.outputs.site import Site
from affiche.outputs.when import when_lines, when_words
from tests.tables import LANGUAGES, OUTPUTS, Case, site_of

#: From the words of a card to all that the event's page says; `long` is a list of lines.
LENGTHS = (*Length, "long")
#: Where it was before, for the status that says so.
BEFORE = {"previous_start": ["2026-09-12 20:00"]}


def _load(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    return {**yaml.load(text, Loader=yaml.BaseLoader), "text": text}  # noqa: S506 - texts only


TABLES = {path.stem: _load(path) for path in sorted((OUTPUTS / "when").glob("*.yml"))}


def said(case: Case, state: str) -> dict[str, str]:
    """A case in a status or an availability: the state before the date, in a line of each language."""
    site, event = _shown(case, state)
    return {language: _line(site, language, event) for language in LANGUAGES}


def _line(site: Site, language: str, event: Event) -> str:
    state, date = event_card(site, language, event).state.text, when_words(site, language, event)
    return site.words[language]("feed.item.state", state=state, date=date) if state else date


def lines_of(case: Case, length: str) -> dict[str, Any]:
    """A case at a length, in each language."""
    site, event = _shown(case, "scheduled")
    if length == "long":
        return {language: when_lines(site, language, event) for language in LANGUAGES}
    return {language: when_words(site, language, event, Length(length)) for language in LANGUAGES}


def _shown(case: Case, state: str) -> tuple[Site, Event]:
    field = {"status": state} if state in STATUSES else {"availability": state}
    before = BEFORE if state == "rescheduled" else {}
    return site_of(case, **case["when"], **field, **before)


def typed_in(case: Case) -> str:
    """What a contributor types for a case: the lines below `when` in its file, as they stand there."""
    below = case["text"].partition("\nwhen:\n")[2].split("\n")
    return "".join(f"{line[2:]}\n" for line in takewhile(lambda line: line.startswith("  "), below))
