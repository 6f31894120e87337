"""An event's page: what a visitor sees first, shares, opens, prints."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import Visit, visiting

PAGE = "fr/evenements/nuit-ouverte/"
CANONICAL = "https://affiche.example/fr/evenements/nuit-ouverte/"


@pytest.fixture
def visit(browser: Browser, host: str) -> Iterator[Visit]:
    with visiting(browser, host, permissions=["clipboard-read", "clipboard-write"]) as visit:
        yield visit


@pytest.mark.parametrize(
    "path", [PAGE, "nl/evenementen/nuit-ouverte/", "fr/evenements/concert-annule/", "nl/evenementen/longue-serie/"]
)
def test_a_phone_shows_state_date_title_place_and_price_at_once(visit: Visit, path: str) -> None:
    visit.page.set_viewport_size({"width": 360, "height": 740})
    visit.go(path)
    for part in (".event-words > .state", ".event-date", "h1", ".event-where", ".event-words > .bar"):
        expect(visit.page.locator(part)).to_be_in_viewport(ratio=1)


def test_a_page_is_shared_by_copying_its_address_where_there_is_no_sheet(visit: Visit) -> None:
    visit.go(PAGE)
    button = visit.page.get_by_role("button", name="Partager")
    button.focus()
    visit.page.keyboard.press("Enter")
    expect(button.locator("+ [role=status]")).to_have_text("Le lien est copié.")
    assert visit.page.evaluate("() => navigator.clipboard.readText()") == CANONICAL
    assert visit.troubles() == []


def test_a_page_is_shared_by_the_sheet_of_the_system(visit: Visit) -> None:
    visit.page.add_init_script("navigator.share = async page => { window.shared = page; }")
    visit.go("nl/evenementen/nuit-ouverte/")
    visit.page.get_by_role("button", name="Delen").click()
    assert visit.page.evaluate("() => window.shared") == {
        "title": "Open nacht: deur dicht",
        "url": "https://affiche.example/nl/evenementen/nuit-ouverte/",
    }


def test_a_page_with_a_foreign_text_is_shared_and_printed_in_the_language_in_which_it_is_read(visit: Visit) -> None:
    visit.page.add_init_script("navigator.share = async page => { window.shared = page; }")
    visit.go("fr/evenements/alleen-nederlands/")
    visit.page.get_by_role("button", name="Partager").click()
    address = "https://affiche.example/fr/evenements/alleen-nederlands/"
    assert visit.page.evaluate("() => window.shared.url") == address
    assert (visit.page.locator(".print-only").text_content() or "").split()[0] == address


def test_an_address_that_cannot_be_copied_is_shown(visit: Visit) -> None:
    visit.page.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('no'); }")
    visit.go(PAGE)
    button = visit.page.get_by_role("button", name="Partager")
    button.click()
    expect(button.locator("+ [role=status]")).to_have_text(CANONICAL)


def test_a_sheet_that_is_closed_says_nothing(visit: Visit) -> None:
    visit.page.add_init_script("navigator.share = async () => { throw new DOMException('no', 'AbortError'); }")
    visit.go(PAGE)
    button = visit.page.get_by_role("button", name="Partager")
    button.click()
    expect(button.locator("+ [role=status]")).to_have_text("")


def test_other_calendars_of_a_date_open_by_keyboard_without_javascript(browser: Browser, host: str) -> None:
    with visiting(browser, host, java_script_enabled=False) as plain:
        plain.go("fr/evenements/longue-serie/")
        row = plain.page.locator(".performance:has(details)").first
        expect(row.get_by_role("link", name="Google Agenda, jeudi 26 novembre à 20 h")).to_be_hidden()
        name = "Autres agendas, jeudi 26 novembre à 20\u202fh"
        expect(row.locator("summary")).to_have_accessible_name(name)
        row.locator("summary").focus()
        plain.page.keyboard.press("Enter")
        expect(row.get_by_role("link")).to_have_count(4)
        expect(row.get_by_role("link", name="Office 365, jeudi 26 novembre à 20 h")).to_be_visible()


def test_paper_does_not_say_what_is_open_now(visit: Visit) -> None:
    visit.page.clock.set_fixed_time(datetime(2026, 11, 26, 12, tzinfo=UTC))
    visit.go("nl/evenementen/images-de-nuit/")
    expect(visit.page.locator(".event-head .open")).to_be_visible()
    visit.page.emulate_media(media="print")
    expect(visit.page.locator(".event-head .open")).to_be_hidden()


@pytest.mark.parametrize(
    ("path", "address"),
    [(PAGE, CANONICAL), ("nl/agenda/", "https://affiche.example/nl/agenda/")],
)
def test_paper_has_the_words_the_address_and_the_day_and_nothing_to_click(
    visit: Visit, path: str, address: str
) -> None:
    visit.page.emulate_media(media="print", color_scheme="dark")
    visit.page.add_init_script("window.print = () => dispatchEvent(new Event('beforeprint'))")
    visit.go(path)
    visit.page.evaluate("() => print()")
    year = visit.page.evaluate("() => String(new Date().getFullYear())")
    expect(visit.page.locator(".print-only")).to_contain_text(address)
    expect(visit.page.locator(".print-only")).to_contain_text(year)
    for hidden in (".site-tools", ".site-nav", ".site-languages", ".site-footer", ".favourite", ".bar", ".feeds"):
        for element in visit.page.locator(hidden).all():
            expect(element).to_be_hidden()
    expect(visit.page.get_by_role("heading", level=1)).to_be_visible()
    assert visit.page.evaluate("() => getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert visit.too_wide(700) == []


def test_the_button_to_print_prints(visit: Visit) -> None:
    visit.go(PAGE)
    visit.page.get_by_role("button", name="Imprimer").click()
    assert visit.page.evaluate("() => window.seen") == ["print"]
