"""Texts in several languages as they are typed."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.model.localised import L, Note, Summary, Title
from affiche.model.text import Text
from affiche.problems import FieldName
from tests.typed import Refused, read


def test_plain_text_is_in_the_language_of_its_file() -> None:
    assert read(L, "Nuit") == Text.neutral("Nuit")
    assert read(L, "Nacht", language="nl") == Text.of(nl="Nacht")


def test_text_by_language_keeps_its_order() -> None:
    assert read(L, {"nl": "Nacht", "fr": "Nuit"}, language="fr") == Text.of(nl="Nacht", fr="Nuit")
    assert read(L, {"zh-Hant": "夜"}) == Text((("zh-Hant", "夜"),))


@pytest.mark.parametrize("typed", [{}, ["Nuit"], {"fr": None}, {"fr": ["Nuit"]}, {"fr": {"nl": "Nuit"}}])
def test_text_of_another_form_is_refused(typed: object) -> None:
    assert read(L, typed) == Refused("text-expected")


@pytest.mark.parametrize(("kind", "limit"), [(Title, 90), (Summary, 200), (L, 300), (Note, 1000)])
def test_text_has_a_limit_in_each_language(kind: Any, limit: int) -> None:
    assert read(kind, {"fr": "a" * limit}) == Text.of(fr="a" * limit)
    assert read(kind, {"fr": "a", "nl": "a" * (limit + 1)}) == Refused("text-too-long")
    assert read(kind, "a" * (limit + 1)) == Refused("text-too-long")


@pytest.mark.parametrize(
    ("typed", "code"), [("FR", "fr"), ("Français", "fr"), ("nl_be", "nl-BE"), ("xx", ""), ("nederlands", "nl")]
)
def test_name_of_a_language_is_replaced_by_its_code(typed: str, code: str) -> None:
    assert read(L, {typed: "Nuit"}) == Refused("language-unknown", FieldName(code))


def test_text_cut_by_a_comma_is_put_together_again() -> None:
    cut = {"fr": "Nuit", "jour et aube": None, "nl": "Nacht", "dag": None, "en dauw": "dan"}
    whole = {"fr": "Nuit, jour et aube", "nl": "Nacht, dag, en dauw: dan"}
    assert read(L, cut) == Refused("text-cut-by-comma", whole)
