"""The page to subscribe: every feed there is, in one place."""

from __future__ import annotations

import re

import pytest

from affiche.outputs.pages.subscribe import SERVICES
from tests.pages import BuiltSite

PAGES = {"fr": "fr/abonnement/", "nl": "nl/abonneren/"}


@pytest.mark.parametrize("language", PAGES)
def test_every_feed_and_calendar_of_a_list_is_on_the_page(small: BuiltSite, language: str) -> None:
    links = {link.lstrip("/") for link in small.page(PAGES[language]).all("//main//a/@href")}
    lists = re.compile(rf"{language}/(.*/)?([a-z-]+\.xml|calendar\.ics)")
    assert {path for path in small.files if lists.fullmatch(path)} - links == set()


@pytest.mark.parametrize("language", PAGES)
def test_addresses_stand_in_full_to_be_copied(small: BuiltSite, language: str) -> None:
    names = [name.rpartition("/")[2] for name in small.page(PAGES[language]).texts("//code[@class='address']")]
    assert names == [
        *("feed.xml", "calendar.ics", "week.xml", "digest.xml", "last-chance.xml", "changes.xml"),
        *("feed.xml", "calendar.ics"),
    ]
    for address in small.page(PAGES[language]).texts("//code[@class='address']"):
        assert address.removeprefix("https://affiche.example/") in small.files


def test_long_lists_are_folded_and_counted(small: BuiltSite) -> None:
    page = small.page("fr/abonnement/")
    folded = {details.get("id"): len(details.xpath(".//li")) for details in page.all("//details[not(@open)]")}
    kinds = ["trait", "discipline", "municipality", "organisation", "venue", "campaign", "group", "combined"]
    assert list(folded) == [*kinds, "calls", "practices"]
    assert page.texts("//summary")[1] == f"Disciplines ({folded['discipline']})"
    names = page.texts("//details[@id='organisation']//li/a[1]")
    assert names == sorted(names, key=str.casefold)


def test_lists_without_a_page_have_the_links_of_services_themselves(small: BuiltSite) -> None:
    page = small.page("fr/abonnement/")
    (free,) = page.all("//details[@id='trait']//li[span='Gratuit']")
    assert [link.partition("://")[0] for link in free.xpath("a/@href")] == [
        *("/fr/gratuit/feed.xml", "/fr/gratuit/calendar.ics", "webcal", "https", "https"),
    ]


@pytest.mark.parametrize(
    ("path", "hours"),
    [("fr/abonnement/", ("4 à 24", "3 à 24", "4 heures")), ("nl/abonneren/", ("4 tot 24", "3 tot 24"))],
)
def test_the_page_says_how_long_changes_take_and_how_newsletters_read(
    small: BuiltSite, path: str, hours: list[str]
) -> None:
    (text,) = small.page(path).texts("//main")
    assert [words for words in (*hours, *SERVICES.values()) if words not in text] == []


def test_every_page_links_to_it(small: BuiltSite) -> None:
    for page in small.pages():
        if page.language and not page.is_redirect:
            assert f"/{PAGES[page.language]}" in page.all("//footer//a/@href"), page.path


@pytest.mark.parametrize("path", ["fr/organisations/zinneke/", "fr/lieux/la-vallee/", "fr/disciplines/musique/"])
def test_a_list_has_the_links_of_services_beside_its_feed_and_calendar(small: BuiltSite, path: str) -> None:
    links = small.page(path).all("//section[@class='feeds']//a/@href")
    assert links[:3] == [f"/{path}feed.xml", f"/{path}calendar.ics", f"webcal://affiche.example/{path}calendar.ics"]
    assert [re.split("[/?]", link)[2] for link in links[3:5]] == ["calendar.google.com", "outlook.live.com"]
    assert links[5:] == ["/fr/abonnement/", "/fr/integrer/"]
