"""Municipalities of the region."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from affiche.checks.places import check_municipalities
from affiche.model.region import Region
from affiche.problems import Severity
from tests.scopes import Told, event, organisation, scope_of, told, venue


@pytest.mark.parametrize(
    ("where", "municipality", "problem"),
    [
        ('"1000"', "Bruxelles", None),
        ('"1000"', "brussel", None),
        ('"1050"', "Elsene", None),
        ('"1000"', "Bruxeles", ("4:15", "municipality-unknown", "municipality: Bruxelles")),
        ('"1000"', "Xyz", ("4:15", "municipality-unknown", "")),
        ('"1050"', "Bruxelles", ("4:15", "municipality-doubtful", "")),
        ('"1047"', "Bruxelles", None),
        ('"9000"', "Gent", None),
        ('"9000"', "Bruxeles", None),
        ("B-9000", "Gent", None),
    ],
)
def test_municipality_of_a_venue_is_one_of_the_region(
    tmp_path: Path, where: str, municipality: str, problem: tuple[str, str, str] | None
) -> None:
    scope = scope_of(tmp_path, {"venues/a.md": venue(where=where, municipality=municipality)})
    expected = [Told("venues/a.md", problem[0], "municipality", *problem[1:])] if problem else []
    assert told(check_municipalities(scope)) == expected


def test_code_of_another_municipality_is_a_warning_that_names_it(tmp_path: Path) -> None:
    [problem] = check_municipalities(scope_of(tmp_path, {"venues/a.md": venue(where='"1050"')}))
    assert problem.severity is Severity.WARNING
    assert problem.values == {"value": "Bruxelles", "postal_code": "1050", "other": "Ixelles / Elsene"}


def test_municipality_without_a_code_is_told_when_it_looks_like_one(tmp_path: Path) -> None:
    files = {
        "organisations/a.md": organisation("municipality: Ixeles"),
        "organisations/b.md": organisation("municipality: Gent"),
        "organisations/c.md": organisation("municipality: Ixeles", "country: FR"),
        "organisations/d.md": organisation(),
    }
    assert told(check_municipalities(scope_of(tmp_path, files))) == [
        Told("organisations/a.md", "4:15", "municipality", "municipality-unknown", "municipality: Ixelles")
    ]


def test_place_inside_an_event_is_told_where_it_stands(tmp_path: Path) -> None:
    files = {
        "events/a.md": event("start: 2026-12-05", "venue:", "  name: Parc", "  municipality: Ixeles"),
        "events/b.md": event("dates: [{start: 2026-12-05, venue: {municipality: Ixeles}}]"),
    }
    assert [(each.path, each.at, each.field) for each in told(check_municipalities(scope_of(tmp_path, files)))] == [
        ("events/a.md", "8:17", "venue.municipality"),
        ("events/b.md", "5:51", "dates.0.venue.municipality"),
    ]


def test_site_without_a_region_knows_no_wrong_municipality(tmp_path: Path) -> None:
    scope = scope_of(tmp_path, {"venues/a.md": venue(municipality="Xyz")})
    nowhere = replace(scope, calendar=replace(scope.calendar, region=Region()))
    assert list(check_municipalities(nowhere)) == []
