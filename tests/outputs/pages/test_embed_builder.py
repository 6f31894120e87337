"""The page that gives partners their code: without a script, every address and an example."""

from __future__ import annotations

import pytest

from tests.pages import BuiltSite, parse_page

PAGES = {"fr": "fr/integrer/", "nl": "nl/insluiten/"}


@pytest.mark.parametrize("language", PAGES)
def test_every_page_for_frames_is_listed_once(small: BuiltSite, language: str) -> None:
    links = small.page(PAGES[language]).all("//ul[@data-kind]//a/@href")
    embeds = [path for path in small.html if path.startswith(f"embed/{language}/")]
    assert sorted(link.lstrip("/") + "index.html" for link in links) == embeds


@pytest.mark.parametrize("language", PAGES)
def test_what_the_script_puts_together_are_addresses_of_the_site(small: BuiltSite, language: str) -> None:
    other = {"fr": "nl", "nl": "fr"}[language]
    for group in small.page(PAGES[language]).all("//ul[@data-kind]"):
        for link in group.xpath(".//a"):
            last = link.get("href").split("/")[-2]
            own, others = (
                f"{group.get(f'data-folder-{code}')}{link.get(f'data-path-{code}') or last}/index.html"
                for code in (language, other)
            )
            assert f"/{own}" == f"{link.get('href')}index.html"
            assert others in small.files
            assert (link.get("data-data") or f"api/v1/upcoming/{group.get('data-kind')}/{last}.json") in small.files


def test_the_example_is_a_titled_frame_and_an_element_around_a_link(small: BuiltSite) -> None:
    frame, element = small.page("fr/integrer/").all("//code[@data-code]")
    page = parse_page("", b"<!doctype html><title>.</title>" + f"{frame.text}{element.text}".encode())
    assert dict(page.one("//iframe").attrib) == {
        "src": "https://affiche.example/embed/fr/agenda/",
        "title": "Agenda · Affiche",
        "width": "100%",
        "height": "480",
        "loading": "lazy",
        "style": "border: 0",
    }
    assert dict(page.one("//affiche-agenda").attrib) == {
        "src": "https://affiche.example/api/v1/upcoming.json",
        "language": "fr",
        "count": "12",
    }
    assert page.one("//affiche-agenda/a/@href") == "https://affiche.example/fr/agenda/"
    assert page.one("//script/@src") == "https://affiche.example/assets/affiche-agenda.js"
    assert "assets/affiche-agenda.js" in small.files


def test_footer_and_lists_lead_to_it(small: BuiltSite) -> None:
    linking = "//footer//a[@href='/fr/integrer/'] | //section[class~feeds]//a[@href='/fr/integrer/']"
    assert len(small.page("fr/disciplines/musique/").all(linking)) == 2
