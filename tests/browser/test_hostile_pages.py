"""Hostile texts in a browser: nothing of them runs, asks or leads anywhere. `make audit` opens every page of them."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from affiche.model.record import Record
from affiche.outputs.registry import site_artifacts
from affiche.outputs.site import Site
from tests.browser.visits import Visit, rendered, visiting
from tests.hostile import payloads
from tests.hostile_site import make_hostile, prepare

LISTS = (
    *("fr/", "fr/agenda/2026/12/", "fr/organisations/", "fr/lieux/", "fr/disciplines/musique/", "fr/communes/"),
    *("fr/integrer/", "embed/fr/agenda/?count=24", "embed/fr/disciplines/musique/"),
    *("nl/agenda/", "nl/organisaties/", "nl/bijdragen/"),
)
#: Where a visitor searches.
SEARCHES = ("fr/recherche/", "nl/zoeken/")
#: What is typed there: all that strangers may have typed in a title.
TYPED = [payload.text for payload in payloads("own-hostile-strings")]
#: Of the pages of records, and of the texts, each so manieth is tried.
STEP, TEXTS_STEP = 20, 40


def search(visit: Visit, path: str, text: str) -> list[str]:
    """What should not have happened when a text was typed in a search."""
    visit.go(path)
    visit.page.locator("#q").fill(text)
    expect(visit.page.get_by_role("status")).not_to_be_empty()
    return visit.troubles()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return prepare(make_hostile(tmp_path_factory.mktemp("hostile"))).site


@pytest.fixture(scope="module")
def hostile(browser: Browser, site: Site) -> Iterator[Visit]:
    """A watched page of the hostile site."""
    with rendered(site_artifacts(site)) as host, visiting(browser, host) as visit:
        yield visit


def test_lists_of_hostile_texts_are_quiet(hostile: Visit) -> None:
    for path in LISTS:
        hostile.go(path)
        assert (path, hostile.troubles(), hostile.too_wide(320)) == (path, [], [])


def test_pages_of_hostile_texts_are_quiet(site: Site, hostile: Visit) -> None:
    records: list[Record] = [each for found in site.calendar.records.values() for each in found.values()]
    for number, record in enumerate(records[::STEP]):
        path = site.routes.record(site.languages[number % 2], record)
        hostile.go(path)
        assert (path, hostile.troubles(), hostile.too_wide(320)) == (path, [], [])


def test_search_for_a_hostile_text_is_quiet(hostile: Visit) -> None:
    for number, text in enumerate(TYPED[::TEXTS_STEP]):
        assert (text, search(hostile, SEARCHES[number % 2], text)) == (text, [])
