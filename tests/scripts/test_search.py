"""Search as a visitor types: accents, case, elisions, beginnings, parts of words, errors of typing."""

from __future__ import annotations

import pytest

from tests.scripts.node import ask

FRENCH = [
    "Théâtre de poche",
    "Marionnettes géantes",
    "L’Œuvre au noir",
    "Bal de l’été",
    "Poésie et cirque",
    "Exposition, Ixelles, Elsene",
    "Poppentheater, Molenbeek-Saint-Jean, Sint-Jans-Molenbeek",
    "Eén avond, één stad",
    "D’ici et d’ailleurs, s’il vous plaît",
    "Aujourd’hui",
    "Ω 2026",
]


def found(query: str, texts: list[str] = FRENCH) -> list[str]:
    expression = """(() => {
      const index = new script.Index(), [query, texts] = values;
      for (const text of texts) index.add(text);
      return texts.filter((text, place) => index.find(query)?.[place]);
    })()"""
    texts_found: list[str] = ask("search.js", expression, query, texts)
    return texts_found


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("theatre", "Théâtre de poche"),
        ("THÉÂTRE", "Théâtre de poche"),
        ("theattre", "Théâtre de poche"),
        ("téatre", "Théâtre de poche"),
        ("thaetre", "Théâtre de poche"),
        ("théât", "Théâtre de poche"),
        ("marionettes", "Marionnettes géantes"),
        ("oeuvre", "L’Œuvre au noir"),
        ("l'œuvre", "L’Œuvre au noir"),
        ("l'été", "Bal de l’été"),
        ("ete", "Bal de l’été"),
        ("poesie", "Poésie et cirque"),
        ("cirqe", "Poésie et cirque"),
        ("cirque poesie", "Poésie et cirque"),
        ("expostion", "Exposition, Ixelles, Elsene"),
        ("ixeles", "Exposition, Ixelles, Elsene"),
        ("Elsene", "Exposition, Ixelles, Elsene"),
        ("Ixelles", "Exposition, Ixelles, Elsene"),
        ("molen", "Poppentheater, Molenbeek-Saint-Jean, Sint-Jans-Molenbeek"),
        ("sint-jans", "Poppentheater, Molenbeek-Saint-Jean, Sint-Jans-Molenbeek"),
        ("een avond", "Eén avond, één stad"),
        ("d'ailleurs", "D’ici et d’ailleurs, s’il vous plaît"),
        ("s’il", "D’ici et d’ailleurs, s’il vous plaît"),
        ("aujourd'hui", "Aujourd’hui"),
        ("ω", "Ω 2026"),
        ("2026", "Ω 2026"),
    ],
)
def test_what_is_meant_is_found(query: str, title: str) -> None:
    assert title in found(query)


def test_parts_of_compounds_are_found() -> None:
    assert found("theater", ["Poppentheater"]) == ["Poppentheater"]
    assert found("pop", ["Poppentheater"]) == ["Poppentheater"]
    assert found("ater", ["Poppentheater"]) == ["Poppentheater"]
    assert found("ter", ["Poppentheater"]) == []


@pytest.mark.parametrize("query", ["xyzzy", "theatre xyzzy", "cirque marionnettes", "bol", "poche geantes"])
def test_what_is_not_there_is_not_found(query: str) -> None:
    assert found(query) == []


@pytest.mark.parametrize("query", ["", "  ", "!?", "l'"])
def test_a_query_without_words_asks_nothing(query: str) -> None:
    assert ask("search.js", "new script.Index().find(values[0])", query) is None


@pytest.mark.parametrize(
    ("word", "other", "most", "is_near"),
    [
        ("ixeles", "ixelles", 1, True),
        ("thaetre", "theatre", 1, True),  # a swap is one error
        ("cirque", "cirqeu", 1, True),
        ("teatre", "theatres", 1, False),
        ("marionete", "marionnette", 2, True),
        ("marionete", "marionnettes", 2, False),
        ("bal", "bal", 0, True),
        ("bal", "bol", 0, False),
    ],
)
def test_errors_are_counted(word: str, other: str, most: int, is_near: bool) -> None:  # noqa: FBT001
    assert ask("search.js", "script.isNear(...values)", word, other, most) is is_near


@pytest.mark.parametrize(("word", "errors"), [("bal", 0), ("jazz", 1), ("theatre", 1), ("theattre", 2)])
def test_longer_words_forgive_more(word: str, errors: int) -> None:
    assert ask("search.js", "script.forgiven(values[0])", word) == errors


def test_what_is_typed_right_is_not_mistaken_for_other_words() -> None:
    assert found("bals", ["Les bals", "Les balles", "La balade"]) == ["Les bals"]


def test_a_long_word_is_found_in_the_other_language_too() -> None:
    assert found("theater", ["Poppentheater", "Théâtre", "Thermes"]) == ["Poppentheater", "Théâtre"]


def test_what_is_nowhere_together_is_tried_with_errors() -> None:
    assert found("danse jazz", ["Dance jazz", "Danse"]) == ["Dance jazz"]
