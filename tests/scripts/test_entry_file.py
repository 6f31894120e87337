"""The form writes the file that our other tools write, byte for byte, under the same id."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from affiche.desk.entry_file import render_entry
from affiche.desk.new_id import free_id, proposed_id
from affiche.model.event import Event
from affiche.outputs.contribute.constants import form_constants
from affiche.outputs.contribute.rules import form_rules
from tests.desk.test_entry_file import CASES, DESCRIPTIONS, ENTRIES, LANGUAGES
from tests.scripts.node import ask

FACTS = {"rules": {**form_rules(), **form_constants()}}


def written(collection: str, entry: Mapping[str, Any], bodies: Mapping[str, str]) -> str:
    text: str = ask("entry/file.js", "script.fileText(...values)", collection, entry, bodies, FACTS)
    return text


@pytest.mark.parametrize("name", CASES)
def test_an_entry_becomes_the_file_of_its_case(name: str) -> None:
    case = CASES[name]
    assert written(case["collection"], case["entry"], case.get("bodies", {})) == case["file"]


@given(ENTRIES, some.dictionaries(some.sampled_from(LANGUAGES), DESCRIPTIONS, max_size=3))
def test_any_entry_becomes_the_file_that_other_tools_write(entry: dict[str, Any], bodies: dict[str, str]) -> None:
    assert written("events", entry, bodies) == render_entry(Event, entry, bodies)


TITLES = [
    "Nuit d’été",
    "L'Œuvre & la Fête",
    "Straße",
    "Ça va ?",
    "20 h 30",
    "東京",
    "Нощ",
    "!!",
    "",
    "x" * 70,
    "mot " * 20,
]


@pytest.mark.parametrize("title", TITLES)
def test_a_title_proposes_the_same_id(title: str) -> None:
    assert ask("entry/id.js", "script.proposeId(values[0])", title) == proposed_id(title)


#: Characters of the Unicode that Python knows: browsers know newer ones.
@given(some.text(some.characters(exclude_categories=["Cn", "Cs"]), max_size=12))
def test_any_title_proposes_the_same_id(title: str) -> None:
    assert ask("entry/id.js", "script.proposeId(values[0])", title) == proposed_id(title)


@pytest.mark.parametrize("taken", [[], ["nuit"], ["nuit", "nuit-2027"], ["nuit", "nuit-2027", "nuit-2"]])
def test_an_id_that_is_taken_gets_the_year_or_a_number(taken: list[str]) -> None:
    assert ask("entry/id.js", "script.freeId(...values)", "nuit", "2027", taken) == free_id("nuit", "2027", taken)
    assert ask("entry/id.js", "script.freeId(...values)", "", "2027", taken) == ""
