"""The page to search: without a script it leads to everything that is to come."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from tests.pages import BuiltSite, Page

PAGES = {"fr": "fr/recherche/", "nl": "nl/zoeken/"}


def upcoming(site: BuiltSite, language: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(site.files[f"{language}/upcoming.json"])
    return data


def links(page: Page, section: str) -> list[str]:
    return [link.strip("/") for link in page.all(f"//section[@aria-labelledby='{section}']//a/@href")]


@pytest.mark.parametrize("language", PAGES)
def test_the_page_says_how_much_is_to_come_and_that_words_need_a_script(small: BuiltSite, language: str) -> None:
    page = small.page(PAGES[language])
    assert re.findall(r"\d+", page.texts("//p[@class='lead']")[0]) == [str(len(upcoming(small, language)["entries"]))]
    assert "JavaScript" in page.texts("//main//noscript")[0]


@pytest.mark.parametrize("language", PAGES)
def test_every_event_to_come_is_reached_from_it_without_a_script(small: BuiltSite, language: str) -> None:
    data, page = upcoming(small, language), small.page(PAGES[language])
    for section in ("when", "disciplines", "municipalities"):
        assert links(page, section), section
    found = {event for path in links(page, "when") for event in small.page(f"{path}/").all("//main//h3/a/@href")}
    assert {f"{data['events']}{entry['id']}/" for entry in data["entries"]} - found == set()


def test_it_leads_to_what_has_something_to_come(small: BuiltSite) -> None:
    page, choices = small.page(PAGES["fr"]), upcoming(small, "fr")["choices"]
    assert [path.removeprefix("fr/communes/") for path in links(page, "municipalities")] == [
        value for value, *_ in choices["municipality"]
    ]
    assert len(links(page, "disciplines")) == len(choices["discipline"])
    assert links(page, "who") == ["fr/lieux", "fr/organisations"]


def test_search_engines_may_list_the_page_under_its_address_without_a_query(small: BuiltSite) -> None:
    page = small.page(PAGES["fr"])
    assert page.all("//meta[@name='robots']") == []
    assert page.one("//link[@rel='canonical']/@href") == "https://affiche.example/fr/recherche/"
