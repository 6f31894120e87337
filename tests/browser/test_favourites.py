"""Favourites: kept by the browser alone, on cards and pages, on their own page, in one calendar, in a link."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import icalendar
import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.browser.visits import Visit, visiting
from tests.outputs.outside_readers import ical_js, libical

KEY = "affiche:favourites"
STORED = f"stored: local {KEY}"
#: Events of the small site: cancelled, of several dates, with a picture, over.
CANCELLED, SERIES, OPEN, OVER = "concert-annule", "longue-serie", "nuit-ouverte", "hier-soir"


@pytest.fixture(autouse=True)
def may_copy(visit: Visit) -> None:
    visit.page.context.grant_permissions(["clipboard-read", "clipboard-write"])


def keep(visit: Visit, *ids: str, language: str = "fr") -> None:
    """Opens the favourites of a visitor who has kept some events before."""
    visit.go(f"{language}/")
    stored = json.dumps([[name, f"Titre de {name}", "fr"] for name in ids])
    visit.page.evaluate("([key, list]) => localStorage.setItem(key, list)", [KEY, stored])
    visit.go("fr/favoris/" if language == "fr" else "nl/favorieten/")


def stored(visit: Visit) -> list[list[str]]:
    found: list[list[str]] = json.loads(visit.page.evaluate("key => localStorage.getItem(key)", KEY) or "[]")
    return found


def titles(visit: Visit) -> Locator:
    return visit.page.locator("main .card-title")


def status(visit: Visit) -> Locator:
    return visit.page.locator("main [role=status]")


def test_a_star_on_a_card_keeps_an_event_by_keyboard_and_the_header_counts(visit: Visit) -> None:
    visit.go("fr/agenda/")
    star = visit.page.get_by_role("button", name="Garder « Le grand silence » dans mes favoris")
    expect(star).to_have_attribute("aria-pressed", "false")
    star.focus()
    visit.page.keyboard.press("Enter")
    expect(star).to_have_attribute("aria-pressed", "true")
    expect(visit.page.locator(".site-count")).to_have_text("1")
    assert stored(visit) == [[CANCELLED, "Le grand silence", "fr"]]
    visit.page.keyboard.press("Space")
    expect(star).to_have_attribute("aria-pressed", "false")
    assert visit.page.evaluate("key => localStorage.getItem(key)", KEY) is None
    assert visit.troubles() == []


def test_a_star_is_large_and_not_under_the_link_of_its_card(visit: Visit) -> None:
    visit.page.set_viewport_size({"width": 320, "height": 800})
    visit.go("nl/agenda/")
    for star in visit.page.locator(".card .favourite").all()[:4]:
        box = star.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
        star.click()
    assert visit.page.url.endswith("/nl/agenda/")
    assert len(stored(visit)) >= 2


def test_what_is_found_can_be_kept(visit: Visit) -> None:
    visit.go("fr/agenda/?q=silence")
    visit.page.locator("[data-part=found] .favourite").click()
    assert [name for name, *_ in stored(visit)] == [CANCELLED]


def test_the_page_of_an_event_keeps_it_in_the_language_of_its_title(visit: Visit) -> None:
    visit.go("fr/evenements/alleen-nederlands/")
    button = visit.page.get_by_role("button", name="Garder", exact=True)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    assert [(name, language) for name, _, language in stored(visit)] == [("alleen-nederlands", "nl")]
    assert visit.troubles() == [STORED]


@pytest.mark.parametrize(
    ("path", "heading", "empty"),
    [("fr/favoris/", "Mes favoris", "rien gardé"), ("nl/favorieten/", "Mijn favorieten", "nog niets bewaard")],
)
def test_an_empty_list_says_how_to_fill_it_and_leaves_nothing(
    visit: Visit, path: str, heading: str, empty: str
) -> None:
    visit.go(path)
    expect(visit.page.get_by_role("heading", level=1)).to_have_text(heading)
    expect(visit.page.locator("[data-part=empty]")).to_contain_text(empty)
    expect(visit.page.locator("[data-part=actions]")).to_be_hidden()
    assert visit.troubles() == []


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_a_list_is_shown_as_cards_that_say_what_is_cancelled_and_names_what_is_over(visit: Visit, width: int) -> None:
    visit.page.set_viewport_size({"width": width, "height": 900})
    keep(visit, OPEN, OVER, CANCELLED, SERIES, "parti")
    expect(titles(visit)).to_have_count(3)
    assert titles(visit).all_inner_texts()[1] == "Le grand silence"
    off = visit.page.locator(".card[data-off]")
    expect(off.locator(".state")).to_have_text("Annulé")
    others = visit.page.locator("[data-part=others] li")
    assert others.locator("a").all_inner_texts() == [f"Titre de {name}" for name in (OVER, "parti")]
    assert others.locator("a").first.get_attribute("href") == f"/fr/evenements/{OVER}/"
    assert (visit.too_wide(width), visit.barriers("light"), visit.barriers("dark")) == ([], [], [])
    assert visit.troubles() == [STORED]


def test_a_run_of_the_list_says_whether_it_is_open_today(visit: Visit) -> None:
    visit.page.clock.set_fixed_time(datetime(2026, 11, 26, 12, tzinfo=UTC))
    keep(visit, "images-de-nuit")
    expect(visit.page.locator("main .open")).to_have_text("Ouvert aujourd’hui jusqu’à 18 h")


def test_what_is_removed_can_be_put_back_and_the_focus_goes_on(visit: Visit) -> None:
    keep(visit, CANCELLED, OPEN, OVER, language="nl")
    stars = visit.page.locator("main .favourite")
    stars.first.focus()
    visit.page.keyboard.press("Enter")
    expect(titles(visit)).to_have_count(1)
    expect(status(visit)).to_contain_text("staat niet meer bij uw favorieten")
    expect(stars.first).to_be_focused()
    visit.page.get_by_role("button", name=f"Verwijderen: Titre de {OVER}", exact=True).focus()
    visit.page.keyboard.press("Enter")
    expect(visit.page.locator("[data-part=others]")).to_be_hidden()
    visit.page.get_by_role("button", name="Terugzetten").press("Enter")
    assert [name for name, *_ in stored(visit)] == [OPEN, OVER]
    expect(visit.page.get_by_role("button", name="Verwijderen")).to_be_focused()


def test_another_tab_changes_the_list_of_this_one(visit: Visit, host: str) -> None:
    keep(visit, CANCELLED, OPEN)
    other = visit.page.context.new_page()
    other.goto(f"http://{host}/fr/agenda/")
    other.get_by_role("button", name="Garder « Le grand silence » dans mes favoris").first.click()
    expect(titles(visit)).to_have_count(1)
    expect(visit.page.locator(".site-count")).to_have_text("1")


def test_a_list_is_taken_along_as_one_calendar(visit: Visit, tmp_path: Path) -> None:
    keep(visit, OPEN, SERIES, CANCELLED, OVER, "un-mois")
    with visit.page.expect_download() as download:
        visit.page.get_by_role("button", name="Tout ajouter à mon agenda").click()
    assert download.value.suggested_filename == "favoris.ics"
    download.value.save_as(tmp_path / "favoris.ics")
    data = (tmp_path / "favoris.ics").read_bytes()
    expect(status(visit)).to_contain_text("Le fichier est prêt")
    calendar = icalendar.Calendar.from_ical(data)
    assert [each.name for each in calendar.subcomponents].count("VTIMEZONE") == 1
    entries = calendar.walk("VEVENT")
    uids = [str(entry["uid"]).partition(".")[0] for entry in entries]
    assert {uid: uids.count(uid) for uid in uids} == {"nuit-fermee": 1, SERIES: 9, CANCELLED: 1}
    assert [str(entry["status"]) for entry in entries if CANCELLED in str(entry["uid"])] == ["CANCELLED"]
    assert b"\r\n" in data
    assert b"\n" not in data.replace(b"\r\n", b"")
    errors, seen = libical(data)
    assert (errors, seen) == (0, ical_js(data))
    assert {uid for uid, *_ in seen} == {str(entry["uid"]) for entry in entries}


def test_what_has_no_date_yet_is_nothing_to_take_along(visit: Visit) -> None:
    keep(visit, "un-mois")
    visit.page.get_by_role("button", name="Tout ajouter à mon agenda").click()
    expect(status(visit)).to_contain_text("Aucune date n’est encore connue")


def test_a_list_is_shared_by_a_link_that_another_may_keep(visit: Visit, browser: Browser, host: str) -> None:
    keep(visit, OPEN, CANCELLED)
    visit.page.get_by_role("button", name="Partager la liste").click()
    expect(status(visit)).to_have_text("Le lien est copié.")
    link = visit.page.evaluate("() => navigator.clipboard.readText()")
    assert link == f"http://{host}/fr/favoris/?ids={OPEN},{CANCELLED}"
    with visiting(browser, host) as friend:
        friend.go(f"nl/favorieten/?ids={OPEN},{CANCELLED},<b>,{OVER},{OVER},{OPEN}")
        expect(titles(friend)).to_have_count(2)
        expect(friend.page.get_by_role("heading", name="Een lijst die met u gedeeld is")).to_be_visible()
        assert friend.barriers("light") == []
        assert friend.troubles() == []
        friend.page.get_by_role("button", name="De hele lijst bewaren").click()
        expect(friend.page.locator(".site-count")).to_have_text("3")
        assert sorted(name for name, *_ in stored(friend)) == sorted([OPEN, CANCELLED, OVER])
        friend.page.get_by_role("link", name="Mijn eigen favorieten").click()
        expect(titles(friend)).to_have_count(2)


def test_what_others_wrote_into_the_storage_breaks_nothing(visit: Visit) -> None:
    wrong = '["../../x", "Titre", "fr"], ["bal"], null, [7, "Titre", "fr"], [["bal"], "Titre", "fr"], ["bal", "Titre"]'
    for value in ("{", '"bal"', "[1]", f'[{wrong}, ["signes", "<img src=x>", "fr"]]'):
        visit.go("fr/")
        visit.page.evaluate("([key, value]) => localStorage.setItem(key, value)", [KEY, value])
        visit.go("fr/favoris/")
        expect(visit.page.locator("[data-part=cards]")).to_be_attached()
        assert visit.troubles() == [STORED]
    expect(titles(visit)).to_have_count(1)
    expect(visit.page.locator("[data-part=others]")).to_be_hidden()


def test_a_title_is_said_to_the_letter(visit: Visit) -> None:
    visit.go("fr/")
    visit.page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)", [KEY, '[["parti", "$& pour 5 $$", "fr"]]']
    )
    visit.go("fr/favoris/")
    visit.page.get_by_role("button", name="Retirer").click()
    expect(status(visit)).to_contain_text("$& pour 5 $$")


def test_without_javascript_the_page_says_what_it_is(browser: Browser, host: str) -> None:
    with visiting(browser, host, java_script_enabled=False) as plain:
        plain.go("fr/favoris/")
        expect(plain.page.get_by_text("Pour tenir cette liste, il faut JavaScript.")).to_be_visible()
        expect(plain.page.get_by_role("button")).to_have_count(0)


def test_without_storage_the_page_says_so_and_no_star_shows(browser: Browser, host: str) -> None:
    with visiting(browser, host) as visit:
        nothing_is_kept(visit)


def nothing_is_kept(visit: Visit) -> None:
    visit.page.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    )
    visit.page.goto(f"http://{visit.host}/fr/favoris/")
    expect(visit.page.get_by_text("Votre navigateur ne permet pas")).to_be_visible()
    visit.page.goto(f"http://{visit.host}/fr/favoris/?ids={OPEN}")
    expect(titles(visit)).to_have_count(1)
    expect(visit.page.get_by_role("button", name="Garder toute la liste")).to_have_count(0)
    visit.page.goto(f"http://{visit.host}/fr/evenements/{OPEN}/")
    expect(visit.page.get_by_role("button", name="Partager", exact=True)).to_be_visible()
    expect(visit.page.locator(".favourite")).to_have_count(0)
    assert visit.console == []


def test_a_connection_that_fails_is_said(visit: Visit) -> None:
    visit.page.route("**/upcoming.json*", lambda route: route.abort())
    keep(visit, OPEN)
    expect(status(visit)).to_contain_text("n’a pas pu être lue")
