"""oEmbed: what its specification asks for in version 1.0, and what the page of an event says of it."""

from __future__ import annotations

import json
from typing import Any

import html5lib

from tests.pages import BuiltSite, text_of

#: Parameters of every answer, and of a rich one.
REQUIRED = {"type": str, "version": str, "html": str, "width": int, "height": int}
THUMBNAIL = {"thumbnail_url", "thumbnail_width", "thumbnail_height"}
SITE = "https://affiche.example/"


def answers(site: BuiltSite) -> dict[str, dict[str, Any]]:
    return {path: json.loads(data) for path, data in site.files.items() if path.endswith("/oembed.json")}


def test_every_answer_has_what_the_specification_asks_for(small: BuiltSite) -> None:
    for path, answer in answers(small).items():
        assert {name: type(answer[name]) for name in REQUIRED} == REQUIRED, path
        assert (answer["type"], answer["version"], answer["provider_name"]) == ("rich", "1.0", "Affiche")
        assert answer["provider_url"] == f"{SITE}{path[:2]}/"
        assert THUMBNAIL & answer.keys() in (THUMBNAIL, set())


def test_a_thumbnail_is_a_file_of_the_site(small: BuiltSite) -> None:
    shown = [answer for answer in answers(small).values() if "thumbnail_url" in answer]
    assert shown
    assert [
        each["thumbnail_url"] for each in shown if each["thumbnail_url"].removeprefix(SITE) not in small.files
    ] == []
    assert {type(each[name]) for each in shown for name in ("thumbnail_width", "thumbnail_height")} == {int}


def test_every_page_of_an_event_leads_to_its_own_answer(small: BuiltSite) -> None:
    found = {}
    for page in small.pages():
        for link in page.all("//head/link[@type='application/json+oembed']"):
            found[link.get("href").removeprefix(SITE)] = page.path
            assert link.get("rel") == "alternate"
    assert found == {path: path.replace("oembed.json", "index.html") for path in answers(small)}


def test_a_card_says_title_state_date_and_place_and_leads_to_the_page(small: BuiltSite) -> None:
    answer = answers(small)["fr/evenements/concert-annule/oembed.json"]
    card = html5lib.parseFragment(answer["html"], treebuilder="lxml", namespaceHTMLElements=False)[0]
    assert answer["title"] == "Le grand silence"
    assert text_of(card) == "Le grand silence Annulésamedi 28 novembre 2026 à 20 hLa Vallée, Bruxelles Affiche"
    assert card.xpath(".//a/@href") == [f"{SITE}fr/evenements/concert-annule/", f"{SITE}fr/"]


def test_a_card_has_neither_script_nor_style(small: BuiltSite) -> None:
    tags = {"blockquote", "p", "a", "bdi", "strong", "br", "time"}
    for path, answer in answers(small).items():
        card = html5lib.parseFragment(answer["html"], treebuilder="lxml", namespaceHTMLElements=False)[0]
        assert {element.tag for element in card.iter()} <= tags, path
        assert {name for element in card.iter() for name in element.attrib} <= {"href", "lang", "datetime"}, path


def test_a_title_in_another_language_says_so(small: BuiltSite) -> None:
    answer = answers(small)["fr/evenements/alleen-nederlands/oembed.json"]
    assert '<bdi lang="nl">De winter van de wolf</bdi></a> (en néerlandais)' in answer["html"]
