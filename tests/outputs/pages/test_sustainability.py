"""What is said of sustainability: shown with who says it, and counted; what is not said is unknown."""

from __future__ import annotations

from affiche.model.indicators import Share
from tests.pages import BuiltSite

PAGE = "nl/duurzaamheid/"


def test_what_is_said_is_counted_out_of_all(small: BuiltSite) -> None:
    rows = dict(zip(small.page(PAGE).texts("//tbody//th"), small.page(PAGE).texts("//tbody//td"), strict=True))
    assert rows["Organisaties: hun labels en werkwijze"] == "1 van 4"
    assert rows["Gezamenlijke projecten: hun labels en werkwijze"].startswith("1 van ")
    assert rows["Komende evenementen: labels, bereikbaarheid of werkwijze"].startswith("0 van ")


def test_a_share_is_the_length_of_its_bar() -> None:
    assert [Share(stated, total).percent or 0 for stated, total in ((0, 0), (0, 9), (1, 3), (9, 9))] == [0, 0, 33, 100]


def test_a_label_has_those_that_carry_it(small: BuiltSite) -> None:
    labels = small.page(PAGE).texts("//section[@aria-labelledby='labels']//li")
    assert labels == ["Green Key (2) Zinneke, De gezamenlijke parade"]


def test_practices_stand_in_the_words_of_who_does_them(small: BuiltSite) -> None:
    assert small.page(PAGE).texts("//section[@aria-labelledby='organisations']//li") == ["Zinneke Alles wordt hersteld"]
