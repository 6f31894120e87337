"""Lists in parts: where they are cut, and how one part leads to the next."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from affiche.outputs.pages.months import day_href
from affiche.outputs.pages.parts import MOST_CARDS, cut, part_of
from tests import factories as make
from tests.outputs.pages.test_lists import built, cards
from tests.pages import BuiltSite, broken_links, text_of

DAYS = {"un": "2026-12-01", "deux": "2026-12-02", "trois": "2026-12-02 10:00", "quatre": "2026-12-03"}


@pytest.fixture
def parted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuiltSite:
    """A site whose lists hold two cards."""
    monkeypatch.setattr("affiche.outputs.pages.parts.MOST_CARDS", 2)
    return built(tmp_path, make.NOW, **{name: f"start: {start}" for name, start in DAYS.items()})


@pytest.mark.parametrize(
    ("sizes", "parts"),
    [
        ([], [[]]),
        ([0, 0], [[]]),
        ([150], [[150]]),
        ([100, 50], [[100, 50]]),
        ([100, 51], [[100], [51]]),
        ([100, 51, 99, 1], [[100], [51, 99], [1]]),
        ([151], [[150], [1]]),
        ([10, 310, 5], [[10], [150], [150], [10, 5]]),
    ],
)
def test_a_list_is_cut_between_two_days(sizes: list[int], parts: list[list[int]]) -> None:
    found = cut((number, list(range(size))) for number, size in enumerate(sizes))
    assert [[len(items) for _, items in part] for part in found] == parts
    assert MOST_CARDS == 150


def test_a_divided_day_stands_where_it_begins() -> None:
    parts = cut([("monday", [0] * 10), ("tuesday", [0] * 200)])
    assert [part_of(parts, day) for day in ("monday", "tuesday", "sunday")] == [1, 2, 1]


def test_parts_of_a_month_hold_every_day_once(parted: BuiltSite) -> None:
    parts = [parted.page(f"fr/agenda/2026/12/{part}") for part in ("", "2/", "3/")]
    found = [{day: cards(section) for day, section in sections(page).items()} for page in parts]
    assert found == [
        {"d-2026-12-01": ["un"]},
        {"d-2026-12-02": ["deux", "trois"]},
        {"d-2026-12-03": ["quatre"], "d-2026-12-05": ["Bal"]},
    ]


def sections(page: object) -> dict[str, object]:
    found = page.all("//section[class~day]")  # type: ignore[attr-defined]
    return {section.get("aria-labelledby"): section for section in found}


def test_parts_lead_to_each_other(parted: BuiltSite) -> None:
    page = parted.page("nl/agenda/2026/12/2/")
    assert [page.one(f"//main//a[@rel='{rel}']/@href") for rel in ("prev", "next")] == [
        "/nl/agenda/2026/12/",
        "/nl/agenda/2026/12/3/",
    ]
    assert [len(parted.page("nl/agenda/2026/12/").all(f"//a[@rel='{rel}']")) for rel in ("prev", "next")] == [0, 1]
    assert [len(parted.page("nl/agenda/2026/12/3/").all(f"//a[@rel='{rel}']")) for rel in ("prev", "next")] == [1, 0]
    broken = (link for links in broken_links(parted).values() for link in links)
    assert [link for link in broken if link.partition("#")[0].endswith("/")] == []


def test_a_part_is_canonical_itself_and_says_its_number(parted: BuiltSite) -> None:
    page = parted.page("fr/agenda/30-jours/2/")
    assert page.one("//link[@rel='canonical']/@href") == "https://affiche.example/fr/agenda/30-jours/2/"
    assert page.one("//link[@hreflang='nl']/@href") == "https://affiche.example/nl/agenda/30-dagen/2/"
    assert text_of(page.one("//title")) == "30 jours, du 21 novembre au 20 décembre 2026, page 2 · Affiche"
    assert "page 2" in text_of(page.one("//h1"))


def test_a_day_is_linked_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("affiche.outputs.pages.parts.MOST_CARDS", 1)
    site = make.site(*(make.event(f"e-{day}", start=f"2026-12-{day:02}") for day in (1, 2)))
    assert [day_href(site, "fr", date(2026, 12, day)) for day in (1, 2)] == [
        "/fr/agenda/2026/12/#d-2026-12-01",
        "/fr/agenda/2026/12/2/#d-2026-12-02",
    ]
