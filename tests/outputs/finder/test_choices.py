"""The choices of the filters, and the words that scripts fill in."""

from __future__ import annotations

import json
from typing import Any

import pytest

from affiche.locales import parse_words
from affiche.outputs.finder.words import script_words
from tests import factories as make
from tests.outputs.finder.reading import upcoming
from tests.pages import BuiltSite

ZINNEKE = make.organisation(name={"fr": "Zinneke", "nl": "De Zinneke"}, alternate_names=["ZK"])
ATELIER = make.organisation("atelier", name="Émile")
VALLEY = make.venue(
    municipality="Ixelles", postal_code="1050", accessibility={"wheelchair": "no", "seating": "partial"}
)


def choices(language: str = "fr", **typed: Any) -> dict[str, Any]:
    """The choices of a site with one event, and one that is over."""
    over = make.event("passe", start="2026-11-01 20:00", type="debate", disciplines=["circus"], price="free")
    found: dict[str, Any] = upcoming(make.site(make.event(**typed), over, ZINNEKE, ATELIER, VALLEY), language)[
        "choices"
    ]
    return found


def test_choices_are_those_of_what_is_to_come() -> None:
    assert choices() == {"type": [["concert", "Concert"]], "organisation": [["zinneke", "Zinneke", "De Zinneke, ZK"]]}
    assert upcoming(make.site(ZINNEKE))["choices"] == {}


def test_our_own_lists_keep_their_order() -> None:
    found = choices(
        disciplines=["literature", "music"],
        social_tariffs=["carer-free", "article27"],
        participation="volunteer",
        audience="schools",
    )
    assert found["discipline"] == [["music", "Musique"], ["literature", "Littérature"]]
    assert [value for value, _ in found["tariff"]] == ["article27", "carer-free"]
    assert (found["participation"], found["audience"]) == (
        [["volunteer", "Aider comme bénévole"]],
        [["schools", "Pour les écoles"]],
    )


def test_names_stand_in_the_order_of_the_alphabet() -> None:
    found = choices(organisers=["zinneke", "atelier"], spoken_languages=["nl", "fr", "en"], surtitles=["nl"])
    assert [label for _, label, *_ in found["organisation"]] == ["Émile", "Zinneke"]
    assert found["language"] == [["en", "anglais"], ["fr", "français"], ["nl", "néerlandais"]]
    assert found["surtitles"] == [["nl", "néerlandais"]]


@pytest.mark.parametrize(
    ("language", "municipality", "organisation"),
    [("fr", ["ixelles", "Ixelles", "Elsene"], "Zinneke"), ("nl", ["ixelles", "Elsene", "Ixelles"], "De Zinneke")],
)
def test_names_are_in_the_language_of_the_page_and_found_by_the_others(
    language: str, municipality: list[str], organisation: str
) -> None:
    found = choices(language, venue="la-vallee")
    assert found["municipality"] == [municipality]
    assert found["organisation"][0][1] == organisation
    assert found["venue"] == [["la-vallee", "La Vallée"]]


def test_a_feature_that_no_event_has_is_not_offered() -> None:
    assert [value for value, _ in choices(venue="la-vallee")["access"]] == ["seating"]


def test_every_value_of_an_entry_is_among_the_choices(small: BuiltSite) -> None:
    data = json.loads(small.files["fr/upcoming.json"])
    for name, offered in data["choices"].items():
        used = {value for entry in data["entries"] for value in values(entry.get(name, []))}
        assert {value for value, *_ in offered} == used, name


def values(stated: Any) -> list[str]:
    if isinstance(stated, dict):
        return [feature for feature, answer in stated.items() if answer != "no"]
    return [stated] if isinstance(stated, str) else stated


CATALOGUE = r"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\n"

msgid "finder.remove"
msgstr "Enlever : {name} ?"

msgid "finder.found"
msgid_plural "finder.found"
msgstr[0] "{n} événement"
msgstr[1] "{n} événements"

msgid "other"
msgstr "Autre"
"""


def test_the_words_of_scripts_are_those_under_their_start_with_their_names_in_braces() -> None:
    assert script_words(parse_words(CATALOGUE.encode(), "fr")) == {
        "remove": "Enlever\u00a0: {name}\u202f?",
        "found": ["{n} événement", "{n} événements"],
    }
