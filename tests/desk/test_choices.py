from __future__ import annotations

from itertools import product

import pytest

from affiche.desk.choices import choice_labels, chosen, chosen_language
from affiche.locales import SITE, catalogue_languages
from affiche.model.vocabulary import AUDIENCES, BOOKING_REQUIREMENTS, DISCIPLINES, EVENT_TYPES, ORGANISATION_KINDS

LISTS = (tuple(EVENT_TYPES), DISCIPLINES, AUDIENCES, BOOKING_REQUIREMENTS, ORGANISATION_KINDS)


@pytest.mark.parametrize(("words", "language"), [*product(LISTS, catalogue_languages(SITE))])
def test_name_of_a_word_leads_back_to_it_in_its_language(words: tuple[str, ...], language: str) -> None:
    labels = choice_labels(words, language)
    assert [chosen(label, words, language) for label in labels.values()] == [*words]


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("Lecture", "fr", "reading"),
        ("lecture", "nl", "lecture"),
        ("RONDLEIDING", "fr", "guided-tour"),
        ("visite guidee", "nl", "guided-tour"),
        ("guided-tour", "fr", "guided-tour"),
        ("1", "fr", "concert"),
        ("99", "fr", "99"),
        ("fuif", "nl", "fuif"),
    ],
)
def test_answer_is_found_in_the_language_of_the_person_first(typed: str, language: str, expected: str) -> None:
    assert chosen(typed, tuple(EVENT_TYPES), language) == expected


def test_only_choice_is_agreed_to_in_any_language() -> None:
    assert [chosen(typed, ("venue",), "nl") for typed in ("ja", "Oui", "1", "nee")] == [
        "venue",
        "venue",
        "venue",
        "nee",
    ]


def test_language_is_found_by_any_name() -> None:
    assert [chosen_language(typed) for typed in ("Néerlandais", "frans", "nl", "LSFB", "klingon")] == [
        "nl", "fr", "nl", "sfb", "klingon",
    ]  # fmt: skip
