"""A site with a thousand events: axe on one page of each kind, in each state that a visitor brings about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from playwright.sync_api import Browser, expect

from affiche.build import prepare_site
from affiche.outputs.registry import site_artifacts
from benchmarks.corpus.content import write_content
from benchmarks.corpus.season import Season
from tests.browser.visits import Visit, as_it_is, rendered, visiting
from tests.factories import NOW
from tests.projects import make_project, plan_of

EVENTS = 1_000
#: Draws days far below the window too: one that is not drawn has a height that is a guess, and axe finds stars covered.
DRAWN = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(".day { content-visibility: visible !important }");
  document.adoptedStyleSheets = [sheet];
}"""


def opens_menu(visit: Visit) -> None:
    """The menu, which only a narrow window folds."""
    button = visit.page.locator(".menu-button")
    if button.is_visible():
        button.click()
    expect(visit.page.locator("#menu")).to_be_visible()


def opens_filters(visit: Visit) -> None:
    """The choices of disciplines, behind one button more in a narrow window."""
    fold = visit.page.locator(".finder-fold")
    if fold.is_visible():
        fold.click()
    visit.page.locator("[data-opens=discipline]").click()
    expect(visit.page.locator("#finder-discipline input").first).to_be_visible()


def finds(visit: Visit) -> None:
    """What the address asks for."""
    expect(visit.page.locator("[data-part=found]")).to_be_visible()
    expect(visit.page.get_by_role("status")).not_to_be_empty()


#: A page, and what a visitor does on it.
STATES: dict[str, tuple[str, Callable[[Visit], None]]] = {
    "home": ("fr/", as_it_is),
    "menu open": ("nl/", opens_menu),
    "agenda": ("nl/agenda/", as_it_is),
    "filters open": ("fr/agenda/", opens_filters),
    "filtered": ("nl/agenda/?discipline=music&access=wheelchair&runs=0", finds),
    "found": ("fr/recherche/?q=soiree", finds),
    "nothing found": ("fr/agenda/?q=xyzzy", finds),
    "month": ("fr/agenda/2026/12/", as_it_is),
    "part": ("nl/gemeenten/brussel/2/", as_it_is),
    "shortcut": ("fr/agenda/ce-soir/", as_it_is),
    "table of a month": ("nl/agenda/2026/12/maand/", as_it_is),
    "municipalities": ("fr/communes/", as_it_is),
    "event": ("nl/evenementen/event-101/", as_it_is),
    "run": ("fr/evenements/event-110/", as_it_is),
    "organisations": ("nl/organisaties/", as_it_is),
    "organisation": ("fr/organisations/house-1/", as_it_is),
    "venue": ("nl/locaties/house-1/", as_it_is),
    "discipline": ("fr/disciplines/musique/", as_it_is),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Visit]:
    """A season from two weeks ago on, served as it is asked for, in one page."""
    folder = tmp_path_factory.mktemp("thousand")
    write_content(Season(EVENTS, first_day=(NOW - timedelta(days=14)).date()), folder)
    prepared = prepare_site(plan_of(make_project(folder / "project", folder / "content")))
    assert prepared.left_out == frozenset()
    with rendered(site_artifacts(prepared.site)) as host, visiting(browser, host) as visit:
        yield visit


@pytest.fixture
def visit(large: Visit) -> Iterator[Visit]:
    large.page.clock.set_fixed_time(NOW)
    yield large
    large.forget()


@pytest.mark.parametrize("state", STATES)
def test_a_page_of_a_large_site_has_no_barrier(visit: Visit, state: str) -> None:
    path, act = STATES[state]
    visit.page.set_viewport_size({"width": 360, "height": 900})
    visit.go(path)
    act(visit)
    if act is as_it_is:
        visit.page.evaluate(DRAWN)
    assert visit.too_wide(360) == []
    assert visit.barriers("light") == []
    assert visit.troubles() == []
