"""References to other files."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.references import check_references
from tests.scopes import Told, event, organisation, scope_of, told, venue

FILES = {
    "organisations/zinneke.md": organisation("alternate_names: [Zinnekes]"),
    "venues/la-vallee.md": venue(),
    "venues/broken.md": "---\nname: [\n---\n",
    "events/festival.md": event("start: 2026-12-05", title="Grand festival"),
}


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (["venue: la-vallée"], ("6:8", "venue", "venue-unknown", "venue: la-vallee")),
        (["venue: La Vallée"], ("6:8", "venue", "venue-unknown", "venue: la-vallee")),
        (["venue: xyz"], ("6:8", "venue", "venue-unknown", "")),
        (["part_of: Grand festival"], ("6:10", "part_of", "event-unknown", "part_of: festival")),
        (["part_of: zinneke"], ("6:10", "part_of", "event-unknown", "")),
        (["replaced_by: festivals"], ("6:14", "replaced_by", "event-unknown", "replaced_by: festival")),
        (
            ["performers:", "  - Ana", "  - name: Zinneke", "    organisation: zinnekes"],
            ("9:19", "performers.1.organisation", "organiser-unknown", "    organisation: zinneke"),
        ),
    ],
)
def test_reference_without_a_file_is_told_with_the_nearest(
    tmp_path: Path, lines: list[str], problem: tuple[str, str, str, str]
) -> None:
    files = FILES | {"events/nuit.md": event("start: 2026-12-05 20:00", *lines)}
    assert told(check_references(scope_of(tmp_path, files))) == [Told("events/nuit.md", *problem)]


def test_each_date_has_its_reference(tmp_path: Path) -> None:
    dates = ["dates:", "  - start: 2026-12-05", "    venue: la-vallee", "  - {start: 2026-12-06, venue: lavallee}"]
    assert told(check_references(scope_of(tmp_path, FILES | {"events/nuit.md": event(*dates)}))) == [
        Told("events/nuit.md", "8:32", "dates.1.venue", "venue-unknown", "  - {start: 2026-12-06, venue: la-vallee}")
    ]


def test_organisers_are_told_where_they_stand(tmp_path: Path) -> None:
    text = event("start: 2026-12-05").replace(
        "organisers: [zinneke]", "organisers:\n  - zinneke\n  - zineke\n  - {organisation: Zinnekes, role: host}"
    )
    found = told(check_references(scope_of(tmp_path, FILES | {"events/nuit.md": text})))
    assert found == [
        Told("events/nuit.md", "6:5", "organisers.1", "organiser-unknown", "  - zinneke"),
        Told(
            "events/nuit.md",
            "7:20",
            "organisers.2.organisation",
            "organiser-unknown",
            "  - {organisation: zinneke, role: host}",
        ),
    ]


def test_organisations_and_venues_name_each_other(tmp_path: Path) -> None:
    files = {
        "organisations/zinneke.md": organisation("venues: [la-vallee, nowhere]"),
        "venues/la-vallee.md": venue("operator: nobody"),
    }
    assert told(check_references(scope_of(tmp_path, files))) == [
        Told("organisations/zinneke.md", "4:21", "venues.1", "venue-unknown"),
        Told("venues/la-vallee.md", "5:11", "operator", "organiser-unknown"),
    ]


def test_file_that_cannot_be_read_is_there(tmp_path: Path) -> None:
    files = FILES | {"events/nuit.md": event("start: 2026-12-05", "venue: broken")}
    assert list(check_references(scope_of(tmp_path, files))) == []


def test_nearest_are_named_best_first(tmp_path: Path) -> None:
    venues = {f"venues/salle-{number}.md": venue() for number in (1, 2, 3, 4)}
    files = FILES | venues | {"events/nuit.md": event("start: 2026-12-05", "venue: salle-12")}
    [problem] = check_references(scope_of(tmp_path, files))
    assert len(problem.values["near"].split(", ")) == 3
    assert problem.hint == f"venue: {problem.values['near'].split(', ')[0]}"
