"""Two files of one thing: which pairs count, which of the two is told, and how long it takes for many."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from affiche.checks.duplicates import check_duplicates, duplicates_among, duplicates_of
from affiche.model.history import Dates, History
from affiche.model.record import Record
from affiche.problems import Severity
from tests import factories as make
from tests.scopes import Told, organisation, scope_of, told, venue


def pairs(*records: Record, past: History | None = None) -> list[tuple[str, str, str]]:
    """The duplicates among some records: the younger one, the older one, the reason."""
    found = duplicates_among(records, make.calendar(*records, past=past))
    return [(each.record.id, each.other.id, each.reason) for each in found]


def two(first: dict[str, Any], second: dict[str, Any]) -> list[str]:
    """The reasons for which two events with nothing else in common are one."""
    one = make.event("a", **{"title": "Nuit", "organisers": ["zinneke"], "start": "2026-12-05 20:00", **first})
    other = make.event("b", **{"title": "Jour", "organisers": ["bureau"], "start": "2026-12-06 21:00", **second})
    return [reason for _, _, reason in pairs(one, other)]


def test_website_of_another_organisation_is_a_warning(tmp_path: Path) -> None:
    files = {
        "organisations/a.md": organisation(url="https://www.example.org/zinneke"),
        "organisations/b.md": organisation(url="http://example.org/zinneke/"),
        "organisations/c.md": organisation(url="https://example.org/"),
    }
    [problem] = check_duplicates(scope_of(tmp_path, files))
    hint = "url: http://example.org/zinneke/\nreplaced_by: a"
    assert told([problem]) == [Told("organisations/b.md", "3:6", "url", "duplicate", hint)]
    assert (problem.severity, problem.values["other"]) == (Severity.WARNING, "content/organisations/a.md")


def test_website_may_be_a_venue_s_too(tmp_path: Path) -> None:
    url = "https://zinneke.example.org/"
    files = {"organisations/a.md": organisation(url=url), "venues/a.md": venue(f"url: {url}")}
    assert list(check_duplicates(scope_of(tmp_path, files))) == []


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        ({}, {}, []),
        ({"external_ids": ["x:1"]}, {"external_ids": ["X:1"]}, ["external-id"]),
        ({"same_as": ["https://a.example/x"]}, {"same_as": ["http://www.a.example/x/"]}, ["page"]),
        ({"booking": {"url": "https://a.example/x"}}, {"booking": {"url": "https://a.example/x"}}, ["booking"]),
        ({"booking": {"url": "https://a.example/fr/"}}, {"booking": {"url": "https://a.example/fr"}}, []),
        ({"same_as": ["https://a.example/x"]}, {"booking": {"url": "https://a.example/x"}}, []),
        (
            {"venue": "bozar", "room": "A", "start": "2026-12-06 21:00"},
            {"venue": "bozar", "room": "a"},
            ["room"],
        ),
        ({"venue": "bozar", "start": "2026-12-06 21:00"}, {"venue": "bozar"}, []),
        (
            {"venue": "bozar", "room": "A", "start": "2026-12-06"},
            {"venue": "bozar", "room": "A", "start": "2026-12-06"},
            [],
        ),
        (
            {"venue": "bozar", "room": "A", "start": "2026-12-06 21:00", "status": "cancelled"},
            {"venue": "bozar", "room": "A"},
            [],
        ),
        ({"title": "Jour", "venue": "bozar", "start": "2026-12-06"}, {"venue": "bozar"}, ["title"]),
        ({"title": "Le jour", "organisers": ["bureau"], "start": "2026-12-06 10:00"}, {"title": "Le jour!"}, ["title"]),
        ({"title": "Jour", "organisers": ["bureau"]}, {}, []),
        ({"title": "Jour", "start": "2026-12-06 21:00"}, {}, []),
        ({"title": "Atelier 6", "venue": "bozar", "start": "2026-12-06"}, {"title": "Atelier 9", "venue": "bozar"}, []),
        (
            {"title": "Jour", "venue": {"name": "Chez Nous"}, "start": "2026-12-06"},
            {"venue": {"name": "chez nous"}},
            ["title"],
        ),
        ({"title": "Jour", "venue": "bozar", "start": "2026-12-06", "part_of": "b"}, {"venue": "bozar"}, []),
        ({"title": "Jour", "venue": "bozar", "start": "2026-12-06", "replaced_by": "b"}, {"venue": "bozar"}, []),
    ],
)  # fmt: skip
def test_two_events_are_one_for_a_reason(first: dict[str, Any], second: dict[str, Any], reasons: list[str]) -> None:
    assert two(first, second) == reasons


def test_partner_or_funder_in_common_says_nothing() -> None:
    shared = {"organisation": "region", "role": "funder"}
    assert (
        two({"title": "Jour", "organisers": ["zinneke", shared], "start": "2026-12-06"}, {"organisers": [shared]}) == []
    )


def test_run_and_run_of_the_same_days_and_house_are_one() -> None:
    period: dict[str, Any] = {
        "period": {"start": "2026-12-06", "end": "2027-01-03"},
        "title": "Traces",
        "organisers": ["bureau"],
    }
    records = [make.event(each, **period) for each in "ab"]
    assert pairs(*records) == [("b", "a", "title")]


@pytest.mark.parametrize("shared", [{"organisers": ["bureau"]}, {"part_of": "festival"}])
@pytest.mark.parametrize("page", [{"booking": {"url": "https://a.example/x"}}, {"same_as": ["https://a.example/x"]}])
def test_events_of_one_house_or_festival_share_a_page_on_other_days(
    shared: dict[str, Any], page: dict[str, Any]
) -> None:
    assert two({**shared, **page}, {**shared, **page}) == []
    assert two({**shared, **page, "start": "2026-12-06 10:00"}, {**shared, **page}) != []


def test_address_that_three_events_have_is_that_of_a_shop() -> None:
    booking = {"url": "https://tickets.example.org/house"}
    records = [
        make.event(f"e{day}", title=f"Jour {day}", organisers=[f"o{day}"], start=f"2026-12-0{day}", booking=booking)
        for day in range(1, 4)
    ]
    assert pairs(*records) == []
    assert pairs(*records[:2]) == [("e2", "e1", "booking")]


def test_younger_of_two_files_is_told() -> None:
    older, younger = make.event("z"), make.event("a")
    moments = {"z": datetime(2026, 9, 1, tzinfo=UTC), "a": datetime(2026, 10, 1, tzinfo=UTC)}
    past = History({("events", key): Dates(moment, moment) for key, moment in moments.items()})
    assert pairs(older, younger, past=past) == [("a", "z", "title")]


def test_pair_is_told_once_with_its_surest_sign() -> None:
    same: dict[str, Any] = {"external_ids": ["x:1"], "same_as": ["https://a.example/x"]}
    assert pairs(make.event("a", **same), make.event("b", **same)) == [("b", "a", "external-id")]


def test_duplicates_of_a_record_are_those_it_is_in() -> None:
    waiting, other, third = make.event("a"), make.event("b"), make.event("c", title="Autre")
    calendar = make.calendar(other, third)
    [found] = duplicates_of(other, [waiting, third], calendar)
    assert (found.record.id, found.other.id) == ("a", "b")
    assert duplicates_of(third, [waiting, other], calendar) == []


@pytest.mark.parametrize(
    ("first", "second", "reasons"),
    [
        ({}, {}, ["name"]),
        ({"name": "Halles"}, {}, []),
        ({"name": "Halles"}, {"street": "Rue de la Vallée 1"}, ["street"]),
        ({"name": "Halles", "postal_code": "1050"}, {"street": "Rue de la Vallée 1"}, []),
        ({"name": "Halles", "geo": ["50.85", "4.35"]}, {"geo": ["50.8502", "4.3503"]}, ["near"]),
        ({"name": "Halles", "geo": ["50.85", "4.35"]}, {"geo": ["50.8505", "4.3503"]}, []),
        (
            {"name": "Halles", "geo": ["50.85", "4.35"], "operator": "a"},
            {"geo": ["50.85", "4.35"], "operator": "b"},
            [],
        ),
    ],
)  # fmt: skip
def test_two_venues_are_one_for_a_reason(first: dict[str, Any], second: dict[str, Any], reasons: list[str]) -> None:
    one = make.venue("a", **first)
    other = make.venue("b", **{"street": "Rue Haute 9", **second})
    assert [reason for _, _, reason in pairs(one, other)] == reasons


def test_many_events_at_one_house_are_compared_without_their_square() -> None:
    """Even a hostile day on which all are at one house: eight times the events cost no twenty times, the square 64."""

    def seconds(count: int) -> float:
        records = [make.event(f"e{number}", title=f"Soir {number}", venue="bozar") for number in range(count)]
        calendar = make.calendar(*records)
        started = process_time()
        assert duplicates_among(records, calendar) == []
        return process_time() - started

    assert min(seconds(4_000) for _ in range(2)) < 20 * max(min(seconds(500) for _ in range(3)), 0.02)
