"""What somebody who posts a kit copies, as it comes out of the clipboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import Visit, visiting
from tests.pages import BuiltSite

KIT = "fr/kit-social/nuit-ouverte/"


@pytest.fixture
def poster(browser: Browser, host: str) -> Iterator[Visit]:
    """Somebody whose clipboard may be read."""
    with visiting(browser, host, permissions=["clipboard-read", "clipboard-write"]) as visit:
        yield visit


def test_each_text_of_a_kit_is_copied_as_it_stands(poster: Visit, small: BuiltSite) -> None:
    poster.go(KIT)
    for key in ("short", "medium", "long", "alt"):
        poster.page.locator(f"[data-copy={key}]").click()
        expect(poster.page.locator("[data-copied]")).to_have_text("Le texte est copié.")
        text = small.page(KIT).one(f"//textarea[@id='{key}']").text
        assert poster.page.evaluate("() => navigator.clipboard.readText()") == text
    assert poster.troubles() == []


def test_a_text_is_selected_where_it_cannot_be_copied(poster: Visit) -> None:
    poster.page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('no'));")
    poster.go(KIT)
    poster.page.locator("[data-copy=short]").click()
    expect(poster.page.locator("[data-copied]")).to_have_text("Le texte est sélectionné : il ne reste qu’à le copier.")
    assert poster.page.evaluate("() => String(document.getSelection()) || document.activeElement.id") != ""


def test_kits_are_narrowed_to_those_of_an_organisation(poster: Visit) -> None:
    poster.go("fr/kit-social/")
    whole = poster.page.locator(".directory > li:visible").count()
    poster.page.locator("#organisation").select_option("zinneke")
    narrowed = poster.page.locator(".directory > li:visible")
    assert 0 < narrowed.count() < whole
    assert "organisation=zinneke" in poster.page.url
    assert poster.troubles() == []
