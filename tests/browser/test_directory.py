"""The directory of organisations, narrowed by its form."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.visits import Visit

DIRECTORY = {"fr": "fr/organisations/", "nl": "nl/organisaties/"}


def names(page: Page) -> list[str]:
    return [name.strip() for name in page.locator(".directory h2:visible").all_inner_texts()]


@pytest.mark.parametrize(
    ("language", "label", "choice", "words"),
    [("fr", "Commune", "Ixelles (1)", "1 organisation"), ("nl", "Gemeente", "Elsene (1)", "1 organisatie")],
)
def test_a_choice_leaves_the_lines_that_answer_to_it(
    visit: Visit, language: str, label: str, choice: str, words: str
) -> None:
    page, box = visit.page, visit.page.get_by_label(label, exact=True)
    visit.go(DIRECTORY[language])
    every = names(page)
    box.select_option(choice)
    expect(page.get_by_role("status")).to_have_text(words)
    assert (names(page), page.url.split("?")[1]) == (["Den Hoek"], "municipality=ixelles")
    expect(page.locator(".letters")).to_be_hidden()
    assert visit.barriers("light") == []
    page.go_back()
    expect(box).to_have_value("")
    expect(page.locator(".directory h2:visible")).to_have_count(len(every))
    assert names(page) == every


def test_a_choice_that_would_leave_nothing_is_not_offered(visit: Visit) -> None:
    visit.go(DIRECTORY["fr"] + "?municipality=ixelles")
    options = visit.page.get_by_label("Discipline").locator("option:not([hidden])")
    expect(options).to_have_text(["Tout", "Théâtre (1)"])


def test_what_is_not_known_is_ignored_and_the_other_language_asks_the_same(visit: Visit) -> None:
    visit.go(DIRECTORY["fr"] + "?kind=guild&municipality=ixelles")
    expect(visit.page.get_by_role("status")).to_have_text("1 organisation")
    visit.page.get_by_role("link", name="Nederlands").first.click()
    expect(visit.page.get_by_label("Gemeente")).to_have_value("ixelles")
    expect(visit.page.get_by_role("status")).to_have_text("1 organisatie")


def test_one_button_takes_all_back(visit: Visit) -> None:
    visit.go(DIRECTORY["nl"] + "?municipality=ixelles")
    visit.page.get_by_role("button", name="Alles wissen").click()
    expect(visit.page.get_by_role("status")).to_have_text("3 organisaties")
    expect(visit.page.locator(":focus")).to_have_attribute(
        "name", visit.page.locator("select").first.get_attribute("name") or ""
    )
    assert visit.page.url.endswith(DIRECTORY["nl"])


def test_offers_and_wishes_are_narrowed_with_what_could_meet_and_empty_parts_go(visit: Visit) -> None:
    visit.go("fr/offres-et-demandes/")
    page = visit.page
    page.get_by_label("Offre ou demande").select_option("offers")
    expect(page.locator(".directory h3:visible")).to_have_text(["Zinneke", "Résidence ouverte"])
    expect(page.get_by_role("status")).to_have_text("2 offres et demandes")
    expect(page.get_by_role("heading", name="Partenariat")).to_be_hidden()
    page.get_by_label("De quoi s’agit-il").select_option("residency")
    expect(page.get_by_role("heading", name="Ce qui pourrait se rencontrer")).to_be_hidden()
    assert visit.barriers("light") == []
    page.get_by_role("button", name="Tout effacer").click()
    expect(page.get_by_role("heading", name="Ce qui pourrait se rencontrer")).to_be_visible()
