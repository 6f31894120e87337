"""Languages: accepted codes, and the names of languages and months."""

from __future__ import annotations

import pytest

from affiche.model.language import (
    NAMED_LANGUAGES,
    codes_by_name,
    fold_name,
    is_language,
    language_name,
    months_by_name,
    own_name,
)


@pytest.mark.parametrize("code", ["fr", "nl", "nl-BE", "zh-Hant", "zh-Hant-TW", "es-419", "sfb", "vgt", "kab"])
def test_language_code_is_accepted(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["", "FR", "fr-be", "fr_BE", "français", "xx", "francais", "f", "fr-", "zh-hant"])
def test_language_code_is_refused(code: str) -> None:
    assert not is_language(code)


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("fr", "Français"),
        ("nl", "Nederlands"),
        ("nl-BE", "Nederlands"),
        ("vgt", "VGT"),
        ("de", "Deutsch"),
        ("xx", "Xx"),
    ],
)
def test_language_is_named_by_its_speakers(code: str, name: str) -> None:
    assert own_name(code) == name


def test_language_is_named_in_another() -> None:
    assert language_name("nl", "fr") == "néerlandais"
    assert language_name("fr", "nl") == "Frans"
    assert language_name("sfb", "nl") == "LSFB"
    assert language_name("xx", "fr") == "xx"


def test_language_is_known_by_its_own_name_without_accents() -> None:
    assert codes_by_name() == {fold_name(own_name(code)): code for code in NAMED_LANGUAGES}
    assert codes_by_name()["francais"] == "fr"
    assert codes_by_name()["nederlands"] == "nl"


def test_name_is_folded_to_compare() -> None:
    assert fold_name(" Évere ") == "evere"
    assert fold_name("ÉTÉ") == fold_name("été") == fold_name("e\u0301te\u0301")


def test_month_is_known_by_its_names() -> None:
    names = ("fevrier", "fevr", "februari", "feb", "february", "aout", "augustus", "mrt", "mars", "may", "mei")
    assert [months_by_name()[name] for name in names] == [2, 2, 2, 2, 2, 8, 8, 3, 3, 5, 5]
    assert set(months_by_name().values()) == set(range(1, 13))
