"""A date that moves, from the commit that says so to the entry in somebody's calendar."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar as Vcalendar

from affiche.build import compare_site, prepare_site
from affiche.outputs.ics import ics_artifacts
from affiche.plan import load_plan
from affiche.sources.repair import repaired
from tests.factories import NOW
from tests.repositories import Repository, make_repository

CONFIGURATION = """site_name: Affiche
site_url: https://example.org/
plugins:
  - affiche:
      identity_host: example.org
"""
EVENT = """---
title: "Nuit"
type: concert
organisers: [zinneke]
{}
---
"""
ORGANISATION = '---\nname: "Zinneke"\nurl: "https://zinneke.example.org/"\n---\n'
TWO = "dates:\n  - start: 2026-12-05 20:00\n  - start: 2026-12-06 20:00"


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = make_repository(tmp_path)
    made.write("mkdocs.yml", CONFIGURATION)
    made.write("content/organisations/zinneke.md", ORGANISATION)
    return made


def entries(repository: Repository) -> list[tuple[str, int, str, str]]:
    """UID, SEQUENCE, STATUS and day of each entry in the event's calendar."""
    prepared = prepare_site(load_plan(repository.root / "mkdocs.yml", None, NOW))
    own = f"{prepared.site.routes.of_id('fr', 'events', 'nuit')}nuit.ics"
    (artifact,) = (each for each in ics_artifacts(prepared.site) if each.path == own)
    found: list[Any] = Vcalendar.from_ical(artifact.render()).walk("VEVENT")
    return [
        (str(each["UID"]), int(each["SEQUENCE"]), str(each["STATUS"]), f"{each.decoded('DTSTART'):%d/%m}")
        for each in found
    ]


def mended(repository: Repository, text: str) -> str:
    """A text of the event with the hint against its only problem beside the last commit."""
    repository.write("content/events/nuit.md", text)
    plan = load_plan(repository.root / "mkdocs.yml", None, NOW)
    (problem,) = compare_site(plan, prepare_site(plan), "HEAD")
    return repaired(text, [problem])


@pytest.mark.parametrize(
    ("before", "after", "first", "second"),
    [
        (
            "start: 2026-12-05 20:00",
            "start: 2026-12-12 20:00",
            [("nuit.20261205T2000@example.org", 0, "CONFIRMED", "05/12")],
            [("nuit.20261205T2000@example.org", 2880, "CONFIRMED", "12/12")],
        ),
        (
            TWO,
            TWO.replace("12-06", "12-13"),
            [
                ("nuit.20261205T2000@example.org", 0, "CONFIRMED", "05/12"),
                ("nuit.20261206T2000@example.org", 0, "CONFIRMED", "06/12"),
            ],
            [
                ("nuit.20261205T2000@example.org", 2880, "CONFIRMED", "05/12"),
                ("nuit.20261206T2000@example.org", 2880, "CONFIRMED", "13/12"),
            ],
        ),
        (
            TWO,
            "start: 2026-12-05 20:00",
            [
                ("nuit.20261205T2000@example.org", 0, "CONFIRMED", "05/12"),
                ("nuit.20261206T2000@example.org", 0, "CONFIRMED", "06/12"),
            ],
            [
                ("nuit.20261205T2000@example.org", 2880, "CONFIRMED", "05/12"),
                ("nuit.20261206T2000@example.org", 2880, "CANCELLED", "06/12"),
            ],
        ),
    ],
)
def test_what_the_check_proposes_keeps_the_entries_of_calendars(
    repository: Repository, before: str, after: str, first: list[object], second: list[object]
) -> None:
    repository.commit(1, nuit=EVENT.format(before))
    assert entries(repository) == first
    repository.commit(3, nuit=mended(repository, EVENT.format(after)))
    assert entries(repository) == second


def test_removed_event_comes_back_cancelled_with_its_entry(repository: Repository) -> None:
    repository.commit(1, nuit=EVENT.format("start: 2026-12-05 20:00"))
    repository.write("content/events/nuit.md", None)
    plan = load_plan(repository.root / "mkdocs.yml", None, NOW)
    (problem,) = compare_site(plan, prepare_site(plan), "HEAD")
    assert problem.path == "content/events/nuit.md"
    repository.commit(3, nuit=repaired("", [problem]))
    assert entries(repository) == [("nuit.20261205T2000@example.org", 2880, "CANCELLED", "05/12")]
