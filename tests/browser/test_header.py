"""The header: by keyboard, folded and open, without JavaScript, in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import Visit, visiting
from tests.factories import NOW

PAGES = (("fr/agenda/", "Menu"), ("nl/agenda/", "Menu"))
BUTTON, MENU = ".menu-button", "#menu"
#: What is clicked in the header and can be seen, with its size.
TARGETS = """
() => [...document.querySelectorAll(".site-header :is(a, button)")].filter(element => element.checkVisibility())
  .map(element => [element, element.getBoundingClientRect()])
  .map(([element, box]) => [element.textContent.trim(), box.width, box.height])
"""
#: How much a page has moved by itself since it was opened (Layout Instability API).
SHIFTS = """
() => new Promise(resolve => {
  new PerformanceObserver(list => resolve(list.getEntries().map(entry => entry.value)))
    .observe({type: "layout-shift", buffered: true});
  setTimeout(resolve, 500, []);
})
"""


@pytest.fixture
def plain(browser: Browser, host: str) -> Iterator[Visit]:
    """A page without JavaScript."""
    with visiting(browser, host, java_script_enabled=False) as visit:
        yield visit


def resize(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 800})


@pytest.mark.parametrize(("path", "name"), PAGES)
@pytest.mark.parametrize("width", [320, 768, 1100])
def test_the_menu_opens_and_closes_by_keyboard(visit: Visit, path: str, name: str, width: int) -> None:
    resize(visit, width)
    visit.go(path)
    button, menu = visit.page.get_by_role("button", name=name, exact=True), visit.page.locator(MENU)
    expect(menu).to_be_hidden()
    for _ in range(4):
        visit.page.keyboard.press("Tab")
    expect(button).to_be_focused()
    assert (button.get_attribute("aria-expanded"), button.get_attribute("aria-controls")) == ("false", "menu")
    visit.page.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert menu.get_by_role("link").count() == 6
    for _ in range(visit.page.locator(".site-tools a").count() + 1):
        visit.page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    visit.page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    expect(button).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize(("path", "name"), PAGES)
def test_an_open_menu_fits_and_has_no_barrier(visit: Visit, path: str, name: str) -> None:
    resize(visit, 360)
    visit.go(path)
    visit.page.get_by_role("button", name=name, exact=True).click()
    assert {width: visit.too_wide(width) for width in (768, 320)} == {768: [], 320: []}
    assert [visit.barriers(scheme) for scheme in ("light", "dark")] == [[], []]
    assert visit.troubles() == []


@pytest.mark.parametrize("path", ["fr/", "nl/agenda/", "nl/favorieten/", "fr/evenements/nuit-ouverte/"])
def test_letters_twice_as_large_fit_a_phone(visit: Visit, path: str) -> None:
    resize(visit, 360)
    visit.go(path)
    visit.page.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    assert visit.too_wide(360) == []
    if "agenda" in path:
        visit.page.locator(".finder-fold").click()
        visit.page.get_by_role("button", name="Wanneer").click()
        expect(visit.page.get_by_label("Eerste dag")).to_be_visible()
        assert visit.too_wide(360) == []
        box = visit.page.locator("#q").bounding_box()
        assert box
        assert box["width"] > 200


def test_a_wide_window_shows_the_menu_without_a_button(visit: Visit) -> None:
    resize(visit, 1280)
    visit.go("nl/agenda/")
    expect(visit.page.locator(BUTTON)).to_be_hidden()
    expect(visit.page.locator(MENU)).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_without_javascript_the_links_simply_stand_there(plain: Visit, width: int) -> None:
    resize(plain, width)
    plain.go("fr/agenda/")
    expect(plain.page.locator(BUTTON)).to_be_hidden()
    for name in ("Agenda", "Organisations", "Lieux", "Disciplines", "Communes", "Chercher", "Favoris", "Nederlands"):
        expect(plain.page.locator(".site-header").get_by_role("link", name=name)).to_be_visible()
    assert plain.page.locator(":is(.favourite, [data-share], .finder):visible").count() == 0


@pytest.mark.parametrize("path", ["fr/", "nl/agenda/", "nl/zoeken/", "fr/evenements/images-de-nuit/"])
@pytest.mark.parametrize("width", [320, 768, 1280])
def test_every_target_of_the_header_is_large_and_nothing_moves(visit: Visit, path: str, width: int) -> None:
    visit.page.clock.set_fixed_time(NOW)
    resize(visit, width)
    visit.go(path)
    found = visit.page.evaluate(TARGETS)
    assert [name for name, wide, high in found if min(wide, high) < 44] == []
    assert len(found) >= 5
    assert sum(visit.page.evaluate(SHIFTS)) < 0.01


def test_the_language_switch_leads_to_the_same_page_and_keeps_what_was_asked(visit: Visit) -> None:
    visit.go("fr/agenda/?q=bal#main")
    link = visit.page.get_by_role("link", name="Nederlands")
    assert (link.get_attribute("lang"), link.get_attribute("hreflang")) == ("nl", "nl")
    link.click()
    visit.page.wait_for_url("**/nl/agenda/?q=bal#main")
    assert visit.page.evaluate("() => localStorage['affiche:language']") == "nl"
    back = visit.page.get_by_role("link", name="Français")
    expect(back).to_have_attribute("href", re.compile(r"/fr/agenda/\?q=bal$"))


def test_the_page_that_is_open_is_named_in_the_menu(visit: Visit) -> None:
    for path, name, current in (
        *(("fr/agenda/", "Agenda", "page"), ("fr/lieux/la-vallee/", "Lieux", "true")),
        *(("fr/recherche/", "Chercher", "page"), ("fr/favoris/", "Favoris", "page")),
    ):
        visit.go(path)
        expect(visit.page.locator(".site-header a[aria-current]")).to_have_text(name)
        expect(visit.page.locator(".site-header a[aria-current]")).to_have_attribute("aria-current", current)
