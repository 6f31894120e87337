"""The finder by keyboard, in a narrow window, a day later, without its data, without a script, and as axe sees it."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from tests.browser.finder import AGENDA, FOLD, at, found, panel, said
from tests.browser.visits import Visit


def test_the_keyboard_alone_finds(visit: Visit) -> None:
    page = at(visit, AGENDA["nl"])
    page.locator("#q").focus()
    for name in ("Zoeken", "Wanneer", "Discipline"):
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page.get_by_role("checkbox", name="Muziek")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.get_by_role("checkbox", name="Muziek")).to_be_focused()
    page.keyboard.press("Space")
    said(page, "4 evenementen.")
    expect(page.get_by_role("checkbox", name="Muziek")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("checkbox", name="Muziek")).to_be_hidden()
    expect(page.locator(":focus")).to_contain_text("Discipline")
    while page.evaluate("document.activeElement.dataset.drop") is None:
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".listed")).to_be_visible()
    expect(page.locator("#q")).to_be_focused()


@pytest.mark.parametrize(("language", "width"), [("fr", 360), ("nl", 360), ("fr", 768), ("nl", 768)])
def test_filters_fold_away_in_a_narrow_window(visit: Visit, language: str, width: int) -> None:
    page = at(visit, AGENDA[language], width=width)
    fold, first = page.get_by_role("button", name=FOLD[language]), page.locator("[data-opens=discipline]")
    if width < 768:
        expect(first).to_be_hidden()
        fold.click()
    else:
        expect(fold).to_be_hidden()
    panel(page, "Discipline").locator("label").first.click()
    said(page, "4 ")
    if width < 768:
        page.locator(".finder-leave").click()
        expect(first).to_be_hidden()
        expect(page.get_by_role("status")).to_be_focused()
        expect(fold).to_contain_text("1")


def test_an_old_page_shows_the_shortcut_of_today(visit: Visit) -> None:
    page = at(visit, "fr/agenda/ce-soir/")
    expect(page.locator(".listed")).to_be_visible()
    page = at(visit, "fr/agenda/ce-soir/", "2026-11-27 04:00")  # still the night of Thursday
    expect(page.locator("h1")).to_have_text("Ce soir, jeudi 26 novembre 2026")
    expect(found(page)).to_have_text(["La longue série", "Images de nuit"])
    expect(page.locator(".chips")).to_be_hidden()
    panel(page, "Quand").get_by_label("Demain").check()
    expect(page.locator("h1")).to_have_text("Agenda")
    page.wait_for_url("**/fr/agenda/?when=tomorrow")
    expect(page.locator("header a[hreflang=nl]")).to_have_attribute(
        "href", f"http://{visit.host}/nl/agenda/?when=tomorrow"
    )
    page.go_back()
    expect(page.locator("h1")).to_have_text("Ce soir, jeudi 26 novembre 2026")
    assert page.get_by_role("heading", name="Ce soir, jeudi 26 novembre 2026", exact=True).count() == 1


@pytest.mark.parametrize(
    ("path", "heading"),
    [
        ("fr/agenda/ce-week-end/", "Ce week-end, 28–29 novembre 2026"),
        ("nl/agenda/7-dagen/", "Komende 7 dagen, 28 november – 4 december 2026"),
    ],
)
def test_an_old_page_names_its_days_anew(visit: Visit, path: str, heading: str) -> None:
    page = at(visit, path, "2026-11-28 10:00")
    expect(page.get_by_role("heading", level=1, name=heading, exact=True)).to_be_visible()


def test_an_old_page_hides_the_days_that_are_over(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    days = page.locator(".listed .day-title")
    expect(days.first).to_be_visible()
    page = at(visit, AGENDA["fr"], "2026-11-28 13:00")
    shown = page.locator(".listed .day:not([hidden]) .day-title time")
    expect(shown.first).to_have_attribute("datetime", "2026-11-28")
    assert days.count() > shown.count()


def test_without_the_data_the_page_says_so_and_keeps_its_list(visit: Visit) -> None:
    visit.page.route("**/upcoming.json", lambda route: route.abort())
    page = at(visit, "fr/agenda/ce-soir/?discipline=music", "2026-11-24 13:00")
    said(page, "L’agenda complet n’a pas pu être chargé.")
    expect(page.locator(".listed")).to_be_visible()
    visit.page.unroute("**/upcoming.json")
    panel(page, "Discipline")
    expect(page.locator(".listed")).to_be_hidden()


def test_a_link_to_a_place_on_the_page_draws_nothing_anew(visit: Visit) -> None:
    page = at(visit, "fr/agenda/?when=30")
    first = page.locator(".found .card").first
    expect(page.locator("h1")).to_be_visible()
    first.evaluate("card => card.dataset.seen = ''")
    link = page.locator(".page-head .links a[href='#found-runs']")
    link.click()
    page.wait_for_url("**#found-runs")
    expect(first).to_have_attribute("data-seen", "")


def test_without_its_script_the_page_says_so_and_tries_again(visit: Visit) -> None:
    visit.page.route("**/finding.js*", lambda route: route.abort())
    page = at(visit, AGENDA["nl"], width=360)
    fold = page.get_by_role("button", name=FOLD["nl"])
    fold.click()
    said(page, "De volledige agenda kon niet geladen worden.")
    expect(page.locator(".listed")).to_be_visible()
    visit.page.unroute("**/finding.js*")
    fold.click()
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("status")).to_have_text("")


def test_a_home_of_yesterday_does_not_say_tonight(visit: Visit) -> None:
    moments = [
        ("2026-11-21 13:00", True, True),
        ("2026-11-22 04:00", True, True),
        ("2026-11-22 13:00", False, True),
        ("2026-11-23 13:00", False, False),
    ]
    for moment, has_tonight, has_weekend in moments:
        page = at(visit, "fr/", moment)
        shown = page.locator("main h2:visible").all_inner_texts()
        assert any(name.startswith("Ce soir") for name in shown) == has_tonight, moment
        assert any(name.startswith("Ce week-end") for name in shown) == has_weekend, moment


def test_a_drawn_card_is_the_card_of_the_page(visit: Visit) -> None:
    page = at(visit, AGENDA["fr"])
    own = cards(page.locator(".listed"))
    page.goto(f"http://{visit.host}/fr/agenda/?when=14")
    expect(found(page)).to_have_count(len(own))
    assert own == cards(page.locator(".found"))


def cards(box: Locator) -> list[str]:
    """The HTML of each card, without the spaces between its tags."""
    html: list[str] = box.locator(".card").evaluate_all(
        r"cards => cards.map(card => card.outerHTML.replace(/>\s+/g, '>').replace(/\s+</g, '<'))"
    )
    return sorted(html)


def test_sixty_at_a_time(visit: Visit) -> None:
    def many(route: Route) -> None:
        data = json.loads(route.fetch().text())
        dated = [entry for entry in data["entries"] if "days" in entry and "run" not in entry]
        data["entries"] = [{**entry, "id": f"{entry['id']}-{number}"} for number in range(10) for entry in dated]
        route.fulfill(json=data)

    visit.page.route("**/upcoming.json", many)
    page = at(visit, "fr/agenda/?when=30")
    said(page, "140 événements.")
    expect(found(page)).to_have_count(60)
    page.get_by_role("button", name="Afficher 60 événements de plus, sur 150").click()
    expect(found(page)).to_have_count(120)
    expect(found(page).nth(60).locator("a")).to_be_focused()
    ids = page.locator(".found h2").evaluate_all("headings => headings.map(({ id }) => id)")
    assert len({*ids}) == len(ids)


@pytest.mark.parametrize("language", AGENDA)
def test_without_a_script_there_is_no_form_and_each_shortcut_is_a_link(
    browser: Browser, host: str, language: str
) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(f"http://{host}/{AGENDA[language]}")
    expect(page.locator("[data-finder]")).to_be_hidden()
    links = page.locator(".shortcuts a, .pages a")
    for address in [link.get_attribute("href") for link in links.all()]:
        answer = page.request.get(f"http://{host}{address}")
        assert answer.ok, address
    assert links.count() >= 7
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["fr/agenda/?discipline=music&when=30", "nl/agenda/?q=xyzzy&free=1", "fr/recherche/"])
def test_each_state_is_accessible_and_fits(visit: Visit, path: str, scheme: str) -> None:
    page = at(visit, path)
    for name in page.locator("[data-opens]").evaluate_all("buttons => buttons.map(({ dataset }) => dataset.opens)"):
        page.locator(f"[data-opens={name}]").click()
        expect(page.locator(f"#finder-{name} > :not([hidden])").first).to_be_visible()
        assert visit.barriers(scheme) == [], name
    for width in (320, 360, 768, 1280):
        assert visit.too_wide(width) == []
        if width < 768:
            page.locator(".finder-fold").click()
            assert visit.barriers(scheme) == []
            page.locator(".finder-fold").click()
    assert visit.troubles() == []
