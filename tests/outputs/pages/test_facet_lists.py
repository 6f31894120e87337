"""The lists of disciplines, municipalities, organisations and venues: their parts, and all of their past."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from affiche.outputs.addresses import page_addresses
from affiche.outputs.pages import PAGES
from affiche.outputs.pages.event_lists import facet_parts
from affiche.outputs.site import Site
from tests import factories as make
from tests.outputs.pages.test_lists import built, titles
from tests.pages import BuiltSite, text_of

COMING = {"un": "2026-12-01", "deux": "2026-12-02", "trois": "2026-12-02"}
OVER = {"ancien": "2025-03-01", "avant": "2025-05-01", "hier": "2026-02-01"}


@pytest.fixture
def short(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> BuiltSite:
    """A site whose lists hold two cards, and one line of the past."""
    monkeypatch.setattr("affiche.outputs.pages.parts.MOST_CARDS", 2)
    for module in ("event_lists", "facet_lists"):
        monkeypatch.setattr(f"affiche.outputs.pages.{module}.MOST_PAST", 1)
    return built(tmp_path, make.NOW, **{name: f"start: {start}" for name, start in (COMING | OVER).items()})


def test_an_organisation_has_all_its_events_to_come_in_parts(short: BuiltSite) -> None:
    path = "fr/organisations/zinneke/"
    found = [titles(short.page(f"{path}{part}"), "@aria-labelledby='events'") for part in ("", "2/", "3/")]
    assert found == [["un"], ["deux", "trois"], ["Bal"]]
    assert [short.page(path).all(f"//a[@rel='{rel}']/@href") for rel in ("prev", "next")] == [[], [f"/{path}2/"]]
    assert short.page(f"{path}2/").all("//a[@rel]/@href") == [f"/{path}", f"/{path}3/"]


def test_a_part_says_whose_it_is_and_leads_there(short: BuiltSite) -> None:
    page = short.page("nl/organisaties/zinneke/2/")
    assert text_of(page.one("//h1")) == "Zinneke, pagina 2"
    assert page.one("//main//p[@class='lead']/a/@href") == "/nl/organisaties/zinneke/"
    assert page.one("//link[@rel='canonical']/@href") == "https://affiche.example/nl/organisaties/zinneke/2/"


def test_all_of_the_past_is_reached_by_year(short: BuiltSite) -> None:
    page = short.page("fr/organisations/zinneke/")
    assert page.texts("//section[@aria-labelledby='past']//li/a/bdi") == ["hier"]
    years = page.all("//nav[@aria-label='Tout le passé, par année']/a")
    assert [(text_of(link), link.get("href")) for link in years] == [
        ("2026 (1)", "/fr/organisations/zinneke/archives/2026/"),
        ("2025 (2)", "/fr/organisations/zinneke/archives/2025/"),
    ]
    past = short.page("fr/organisations/zinneke/archives/2025/")
    assert text_of(past.one("//h1")) == "Zinneke, 2025"
    assert past.texts("//section[@aria-labelledby='past']//li/a/bdi") == ["ancien", "avant"]


def test_a_short_past_has_no_pages_of_its_own(small: BuiltSite) -> None:
    assert [path for path in small.html if re.search("/[a-z-]+/[a-z-]+/archives/2", path)] == []
    assert small.page("fr/disciplines/musique/").all("//section[@aria-labelledby='past']//nav") == []


def site() -> Site:
    run = make.event("expo", period={"start": "2026-11-01", "end": "2026-12-31"}, disciplines=["music"])
    records = [make.event(name, start=start, disciplines=["music"]) for name, start in (COMING | OVER).items()]
    return make.site(run, *records, make.organisation())


def test_runs_that_are_on_stand_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("affiche.outputs.pages.parts.MOST_CARDS", 2)
    found = site()
    music = next(facet for facet in found.facets if facet.kind == "discipline")
    parts = [[event.id for _, events in part for event in events] for part in facet_parts(found, music)]
    assert parts == [["expo", "un"], ["deux", "trois"]]


def test_every_part_and_every_year_is_known_to_search_engines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("affiche.outputs.pages.parts.MOST_CARDS", 2)
    for module in ("event_lists", "facet_lists"):
        monkeypatch.setattr(f"affiche.outputs.pages.{module}.MOST_PAST", 1)
    built_pages = {artifact.path for artifact in PAGES.artifacts(site())}
    known = {f"{path}index.html" for page in page_addresses(site()) for path in page.paths.values()}
    lists = {path for path in built_pages if path.startswith("fr/disciplines/musique/")}
    assert {path.removeprefix("fr/disciplines/musique/") for path in lists} == {
        *("index.html", "2/index.html", "archives/2025/index.html", "archives/2026/index.html"),
    }
    assert lists - known == set()
