"""The finder as a visitor uses it: its panels, what it has found, what it says."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.sync_api import Locator, Page, expect

from tests.browser.visits import Visit

BRUSSELS = ZoneInfo("Europe/Brussels")
#: The day of the build, a Saturday.
NOW = "2026-11-21 13:00"
AGENDA = {"fr": "fr/agenda/", "nl": "nl/agenda/"}
FOLD = {"fr": "Filtrer", "nl": "Filteren"}


def at(visit: Visit, path: str, moment: str = NOW, width: int = 1280) -> Page:
    """A page as a visitor sees it at a local moment."""
    visit.page.clock.set_fixed_time(datetime.fromisoformat(moment).replace(tzinfo=BRUSSELS))
    visit.page.set_viewport_size({"width": width, "height": 900})
    visit.go(path)
    return visit.page


def panel(page: Page, name: str) -> Locator:
    """The panel under a button of the bar, opened."""
    button = page.locator(".finder-bar > button").filter(has_text=name)
    if button.get_attribute("aria-expanded") == "false":
        button.click()
    opened = page.locator(f"#{button.get_attribute('aria-controls')}")
    expect(opened.locator("fieldset").first).to_be_visible()
    return opened


def found(page: Page) -> Locator:
    return page.locator(".found .card-title")


def said(page: Page, words: str) -> None:
    """Waits until the status says this."""
    expect(page.get_by_role("status")).to_contain_text(words)
