"""The nearest known name."""

from __future__ import annotations

import pytest

from affiche.model.nearest import names_within, nearest, nearest_few, nearly_called

PLACES = ("la-vallee", "la-balsamine", "bozar", "ancienne-belgique", "Théâtre National")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("bozar", "bozar"),
        ("BOZAR", "bozar"),
        ("bozzar", "bozar"),
        ("La Vallée", "la-vallee"),
        ("la_vallee", "la-vallee"),
        ("theatre national", "Théâtre National"),
        ("xyz", ""),
        ("", ""),
    ],
)
def test_nearest_name_forgives_accents_case_and_blanks(typed: str, name: str) -> None:
    assert nearest(typed, PLACES) == name


def test_nearest_names_come_best_first() -> None:
    assert nearest_few("organisator", ["organised", "organisation", "organisers", "venue"], count=2) == [
        "organisation",
        "organisers",
    ]


def test_nearest_of_nothing_is_nothing() -> None:
    assert nearest("bozar", []) == ""


@pytest.mark.parametrize(
    ("typed", "names"),
    [("belgique", ["ancienne-belgique"]), ("the", ["Théâtre National"]), ("la", [])],
)
def test_nearest_has_the_beginning_or_a_word_of_a_name(typed: str, names: list[str]) -> None:
    assert nearly_called(typed, {name: name for name in PLACES}, most=3) == names


def test_name_with_brackets_is_called_either() -> None:
    assert [*names_within("Ancienne Belgique (AB)")] == ["Ancienne Belgique", "AB"]
    assert [*names_within("Bozar")] == []
