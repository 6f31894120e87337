"""What fields are called when a person is told about them: by their labels, wherever a sentence names them."""

from __future__ import annotations

import pytest

from affiche.desk.field_labels import called, field_label, tell
from affiche.model.vocabulary import EVENT_TYPES
from affiche.problems import Problem

EVENT = "content/events/2027/nuit.md"


@pytest.mark.parametrize(
    ("place", "language", "label"),
    [
        ("title", "fr", "Titre"),
        ("title.fr", "fr", "Titre"),
        ("booking.url", "fr", "Réservation – page de réservation"),
        ("dates.3.doors", "fr", "Dates – ouverture des portes"),
        ("body", "nl", "Beschrijving"),
        ("heure", "fr", ""),
    ],
)
def test_a_field_is_called_after_those_around_it(place: str, language: str, label: str) -> None:
    assert field_label(EVENT, place, language) == label


@pytest.mark.parametrize(
    ("place", "text"),
    [("title", "Titre (title)"), ("body", "Description"), ("dates.3.doors", ""), ("heure", "heure")],
)
def test_the_name_in_the_file_stands_beside_the_label(place: str, text: str) -> None:
    assert called(EVENT, place, "fr") == (text or f"Dates – ouverture des portes ({place})")


@pytest.mark.parametrize(
    ("code", "field", "values", "beginning"),
    [
        ("translation-missing", "body", {"name": "body", "languages": "nl"}, "« Description » n'existe pas encore"),
        (
            "translation-missing",
            "title",
            {"name": "title", "names": "title, body", "languages": "nl", "reason": "whole"},
            "La fiche n'existe pas encore en néerlandais : Titre (title), Description. En attendant",
        ),
        (
            "when-twice",
            "dates",
            {"first": "start", "second": "dates"},
            "« Début (start) » et « Dates (dates) »",
        ),
        ("field-missing", "image", {"name": "credit"}, "Le champ « Crédit (credit) » manque"),
        (
            "field-misplaced",
            "start",
            {"name": "doors", "where": "dates"},
            "« Ouverture des portes (doors) » est séparé",
        ),
        ("field-misplaced", "start", {"name": "heure", "where": "start"}, "« heure » est séparé de la date"),
    ],
)
def test_a_sentence_names_fields_by_their_labels(code: str, field: str, values: dict[str, str], beginning: str) -> None:
    assert tell(Problem(EVENT, 2, 1, code, field, values=values), "fr")[: len(beginning)] == beginning


def test_a_sentence_says_where_a_field_that_stands_apart_goes() -> None:
    problem = Problem(EVENT, 2, 1, "field-misplaced", "start", values={"name": "heure", "where": "start"})
    assert tell(problem, "nl").endswith('het komt in "Begin (start)".')


TYPES = ", ".join(EVENT_TYPES)


@pytest.mark.parametrize(
    ("language", "value", "choices", "said"),
    [
        ("fr", "expositions", TYPES, "Choix : Exposition (exhibition), …."),
        (
            "nl",
            "lezingen",
            TYPES,
            "Keuze: Lezing (lecture), Voorlezing (reading), ….",
        ),
        (
            "fr",
            "lezingen",
            TYPES,
            "Choix : Conférence (lecture), Lecture (reading), ….",
        ),
        ("fr", "non", "free, paid", "Choix : free, paid."),
    ],
)
def test_a_word_that_is_in_no_list_is_told_with_those_of_the_person(
    language: str, value: str, choices: str, said: str
) -> None:
    problem = Problem(EVENT, 2, 1, "value-unknown", "type", values={"value": value, "choices": choices})
    assert tell(problem, language).partition(". ")[2] == said


def test_a_word_that_is_like_none_is_told_with_the_whole_list() -> None:
    problem = Problem(EVENT, 2, 1, "value-unknown", "type", values={"value": "xyz", "choices": TYPES})
    told = tell(problem, "fr").removeprefix("« xyz » n'est pas dans la liste. Choix : ").split(", ")
    assert (told[:3], len(told)) == (["concert", "Spectacle (performance)", "Danse (dance)"], len(EVENT_TYPES))
