"""The root page leads to the visitor's language, once, and can always be reached."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import visiting


@pytest.mark.parametrize(
    ("locale", "stored", "query", "reached"),
    [
        ("fr-BE", None, "", "/fr/"),
        ("nl", None, "", "/nl/"),
        ("fr-BE", "nl", "", "/nl/"),
        ("nl-BE", "de", "", "/nl/"),
        ("nl-BE", "constructor", "", "/nl/"),
        ("en-US", None, "", "/"),
        ("en-US", "fr", "", "/fr/"),
        ("fr-BE", "nl", "?choose", "/?choose"),
    ],
)
def test_the_root_leads_to_the_language_chosen_else_to_one_asked_for(
    browser: Browser, host: str, locale: str, stored: str | None, query: str, reached: str
) -> None:
    with visiting(browser, host, locale=locale) as visit:
        if stored:
            visit.page.add_init_script(f"localStorage['affiche:language'] = '{stored}'")
        visit.go(query)
        visit.page.wait_for_url(f"http://{host}{reached}")
        assert [each for each in visit.troubles() if stored is None] == []


def test_going_back_leaves_the_site_and_never_loops(browser: Browser, host: str) -> None:
    with visiting(browser, host, locale="fr-BE") as visit:
        visit.page.goto("about:blank")
        visit.go("")
        visit.page.wait_for_url("**/fr/")
        visit.page.go_back()
        assert visit.page.url == "about:blank"


def test_a_language_that_is_chosen_is_where_the_root_leads_next(browser: Browser, host: str) -> None:
    with visiting(browser, host, locale="fr-BE") as visit:
        visit.go("?choose")
        visit.page.get_by_role("link", name="Nederlands").click()
        visit.page.wait_for_url("**/nl/")
        visit.page.goto("about:blank")
        visit.go("")
        visit.page.wait_for_url("**/nl/")


def test_who_comes_from_a_page_of_the_site_chooses_again(browser: Browser, host: str) -> None:
    with visiting(browser, host, locale="fr-BE") as visit:
        visit.go("404.html")
        visit.page.get_by_role("link", name="Affiche").click()
        visit.page.wait_for_url(f"http://{host}/")
        expect(visit.page.get_by_role("link", name="Nederlands")).to_be_visible()


def test_without_javascript_the_root_is_a_choice(browser: Browser, host: str) -> None:
    with visiting(browser, host, java_script_enabled=False, locale="fr-BE") as visit:
        visit.go("")
        assert visit.page.url == f"http://{host}/"
        expect(visit.page.get_by_role("link", name="Français")).to_be_visible()


def test_a_lost_visitor_searches_in_either_language(browser: Browser, host: str) -> None:
    with visiting(browser, host) as visit:
        visit.go("404.html")
        visit.page.get_by_role("searchbox").last.fill("bal")
        visit.page.keyboard.press("Enter")
        visit.page.wait_for_url("**/nl/zoeken/?q=bal")
