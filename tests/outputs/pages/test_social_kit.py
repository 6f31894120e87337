"""The pages of social kits."""

from __future__ import annotations

from tests.pages import BuiltSite


def test_the_page_of_a_kit_shows_its_images_with_words_and_lets_them_be_downloaded(small: BuiltSite) -> None:
    page = small.page("fr/kit-social/nuit-ouverte/")
    images = page.all("//main//img")
    assert [(image.get("width"), image.get("height")) for image in images] == [
        *(("1200", "630"), ("1080", "1080"), ("1080", "1920")),
    ]
    links = page.all("//main//a[@download]/@href")
    assert [link.rpartition("-")[2] for link in links] == [
        "ouverte.zip",
        "1200x630.jpg",
        "1080x1080.jpg",
        "1080x1920.jpg",
    ]
    assert [link for link in links if link.removeprefix("/") not in small.files] == []
    assert images[0].get("alt").endswith("Photo : Une salle vide, des projecteurs allumés.")


def test_each_text_of_a_kit_has_a_button_that_copies_it(small: BuiltSite) -> None:
    page = small.page("nl/socialmediakit/nuit-ouverte/")
    buttons = page.all("//main//button[@data-copy]")
    assert [button.get("data-copy") for button in buttons] == ["short", "medium", "long", "alt"]
    assert {button.get("hidden") for button in buttons} == {""}
    assert page.one("//textarea[@id='short']").text.startswith("Open nacht")


def test_the_pages_of_an_event_and_of_its_kit_lead_to_each_other(small: BuiltSite) -> None:
    event, kit = "/fr/evenements/nuit-ouverte/", "/fr/kit-social/nuit-ouverte/"
    assert kit in small.page(event.lstrip("/")).all("//main//a/@href")
    page = small.page(kit.lstrip("/"))
    assert event in page.all("//main//a/@href")
    assert page.one("//link[@rel='canonical']").get("href") == f"https://affiche.example{event}"
    assert small.page("fr/evenements/concert-annule/").all("//a[contains(@href, 'kit-social/c')]") == []


def test_the_page_of_all_kits_can_be_narrowed_to_an_organisation(small: BuiltSite) -> None:
    page = small.page("fr/kit-social/")
    lines = page.all("//ul[@class='directory']/li")
    named = {house for line in lines for house in line.get("data-organisation").split()}
    assert {option.get("value") for option in page.all("//select/option")} == {"", *named}
    tables = page.all("//section//a[@download]/@href")
    assert len(tables) == 1 + len(named)
    assert [table for table in tables if table.removeprefix("/") not in small.files] == []
