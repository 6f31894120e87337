"""Offers and wishes as visitors read them."""

from __future__ import annotations

import pytest

from affiche.outputs.pages.narrowing import slug_of
from tests.pages import BuiltSite, text_of

LINES = "//section[@aria-labelledby='space']//li"


def test_offers_and_wishes_stand_by_kind_offers_first(small: BuiltSite) -> None:
    page = small.page("fr/offres-et-demandes/")
    assert page.texts(f"{LINES}/h3") == ["Zinneke", "Bureau du Dehors", "Den Hoek", "La parade commune"]
    assert page.texts(f"{LINES}[1]/*") == [
        "Zinneke",
        "Propose · Un atelier de 200 m²",
        "Performance, Musique, Belgique, France",
        "jusqu’au 30 juin 2027 inclus",
    ]
    assert page.texts("//p[@role='status']") == ["7 offres et demandes"]


def test_what_is_past_or_of_nobody_any_more_is_left_out(small: BuiltSite) -> None:
    text = small.files["nl/vraag-en-aanbod/index.html"].decode()
    assert [word for word in ("Een residentie aan zee", "Vrachtwagens", "Een kelder") if word in text] == []


def test_what_could_meet_is_explained_in_words(small: BuiltSite) -> None:
    path = "//section[@aria-labelledby='matches']//ul[class~matches]/li"
    (line,) = small.page("fr/offres-et-demandes/").all(path)
    assert [text_of(part) for part in line.iter("p")] == [
        "Espace",
        "Zinneke propose un espace ; Bureau du Dehors en cherche un.",
        "Un atelier de 200 m² ↔ Un bureau pour trois",
        "Ouvert à toutes les disciplines · Pays : Belgique · jusqu’au 31 janvier 2027 inclus",
    ]
    for organisation in ("zinneke", "bureau"):
        assert len(small.page(f"nl/organisaties/{organisation}/").all(path)) == 1


def test_a_line_has_what_it_is_narrowed_by(small: BuiltSite) -> None:
    line = small.page("nl/vraag-en-aanbod/").all(LINES)[0]
    values = {name: value for name, value in line.attrib.items() if name.startswith("data-")}
    assert values == {
        "data-side": "offers",
        "data-what": "space",
        "data-discipline": "performance music",
        "data-country": "BE FR",
    }


@pytest.mark.parametrize(
    ("name", "value"),
    [("IETM", "ietm"), ("Réseau d’Été_2", "reseau-d-ete-2"), ("Δίκτυο", "δικτυο"), ("日本 会", "日本-会")],
)
def test_a_name_in_any_script_is_a_value_to_choose(name: str, value: str) -> None:
    assert slug_of(name) == value
