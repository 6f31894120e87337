"""Slips of one line, each with the corrected line."""

from __future__ import annotations

import pytest
import yaml

from affiche.problems import Fault
from affiche.sources.syntax import name_of, syntax_fault
from affiche.sources.yaml_reader import parse_yaml

FIELDS = {"title": frozenset[str](), "start": frozenset[str](), "dates": frozenset({"start"})}


def slip(text: str, *, follows: bool = False) -> Fault:
    """The fault of an entry whose first line is line 2 of its file."""
    try:
        list(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.YAMLError as error:
        return syntax_fault(text.split("\n"), 2, error, fields=FIELDS, follows=follows)
    return syntax_fault(text.split("\n"), 2, None, fields=FIELDS, follows=follows)


@pytest.mark.parametrize(
    ("text", "code", "column", "hint"),
    [
        ("title: Soirée : jazz", "quotes-needed", 8, 'title: "Soirée : jazz"'),
        ("title: Paris: la fête", "quotes-needed", 8, 'title: "Paris: la fête"'),
        ("title: fin:", "quotes-needed", 8, 'title: "fin:"'),
        ("title: [complet] Concert", "quotes-needed", 8, 'title: "[complet] Concert"'),
        ("title: *Nuit*", "quotes-needed", 8, 'title: "*Nuit*"'),
        ("title: @lieu", "quotes-needed", 8, 'title: "@lieu"'),
        ("title: %lieu", "quotes-needed", 8, 'title: "%lieu"'),
        ("title: - a", "quotes-needed", 8, 'title: "- a"'),
        ("title: 'L'été'", "quotes-unbalanced", 8, 'title: "L\'été"'),
        ("title: 't Zomert", "quotes-unbalanced", 8, 'title: "\'t Zomert"'),
        ('title: "Le "Grand" soir"', "quotes-unbalanced", 8, "title: 'Le \"Grand\" soir'"),
        ('title: "Nuit', "quotes-unbalanced", 8, 'title: "Nuit"'),
        ("title:Soirée", "space-after-colon", 6, 'title: "Soirée"'),
        ('title:"Soirée"', "space-after-colon", 6, 'title: "Soirée"'),
        ("\t- Nuit", "tab-found", 1, "  - Nuit"),
        ("\ttitle: Nuit", "tab-found", 1, "title: Nuit"),
        ("\u00a0 title: Nuit: a", "hidden-space", 1, "  title: Nuit: a"),
        ("title:\u00a0Nuit", "hidden-space", 7, "title: Nuit"),
        ("dates: [a, b", "bracket-open", 8, "dates: [a, b]"),
        ("title: {fr: Nuit: a, nl: Nacht}", "quotes-needed", 8, 'title:\n  fr: "Nuit: a"\n  nl: "Nacht"'),
        ("words", "yaml-unreadable", 1, ""),
    ],
)
def test_slip_of_a_line_is_told_with_the_line_to_paste(text: str, code: str, column: int, hint: str) -> None:
    fault = slip(text)
    assert (fault.code, fault.line, fault.column, fault.hint) == (code, 2, column, hint)


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("dates:\n  - a\n - b", 4, "  - b"),
        ("title:\n  fr: a\n   nl: b", 4, "  nl: b"),
        ("dates:\n  - a\n start: b", 4, "start: b"),
    ],
)
def test_line_too_far_left_or_right_is_moved(text: str, line: int, hint: str) -> None:
    fault = slip(text)
    assert (fault.code, fault.line, fault.hint) == ("indentation-off", line, hint)


def test_half_a_character_is_told_by_its_number() -> None:
    assert slip('title: "\\ud83c"') == Fault("character-invalid", line=2, column=8, values={"characters": "U+D83C"})


@pytest.mark.parametrize(
    "text",
    [
        "title: Soirée : jazz",
        "title: 'L'été'",
        "title:Soirée",
        "\ttitle: Nuit",
        "dates: [a, b",
        "title: {fr: a: b, nl: c}",
    ],
)
def test_line_to_paste_can_be_read(text: str) -> None:
    hint = str(slip(text).hint)
    assert parse_yaml(hint, 1).values.keys() <= FIELDS.keys()


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("title: a", "title"),
        ("  - start: a", "start"),
        ("titre:", "titre"),
        ("a b: c", ""),
        ("- a", ""),
        ("", ""),
        ("é_1-b: c", "é_1-b"),
    ],
)
def test_line_names_a_field(line: str, name: str) -> None:
    assert name_of(line) == name
