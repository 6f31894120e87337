"""What contributors read: every problem has its sentence in every language, and every sentence is of use."""

from __future__ import annotations

import ast
import io
import re
import string
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from babel.messages.pofile import read_po

from affiche.locales import FOLDER, MESSAGES, catalogue_languages
from affiche.model.url import Reason
from affiche.problems import Severity

PACKAGE = Path(__file__).parents[1] / "plugins" / "affiche"
LANGUAGES = ("en", "fr", "nl")

#: Functions that make a fault, each with the position of its code.
PRODUCERS = {
    "Fault": 0, "refusal": 0, "problem": 2, "matching": 1, "_warning": 0, "_fault": 0, "_parsed": 3, "_without": 2,
}  # fmt: skip
#: Arguments of these functions that are no values of a message.
NOT_VALUES = frozenset({"severity", "hint", "at", "values", "line", "column", "position", "place"})
#: How a code is called that another function names.
HANDED_ON = {"code", "fault.code", "CODES[collection]", "details"}
CATALOGUES = {
    language: read_po(io.BytesIO((FOLDER / language / f"{MESSAGES}.po").read_bytes()), locale=language)
    for language in LANGUAGES
}


class Said(NamedTuple):
    """A code as a line of our source gives it, with the names of its values; None where they are not written there."""

    code: str
    values: frozenset[str] | None


def sentences(language: str) -> dict[str, list[str]]:
    """The texts of each key of a language, for one and for several."""
    listed = (message for message in CATALOGUES[language] if message.id)
    return {message.id if isinstance(message.id, str) else message.id[0]: _texts(message.string) for message in listed}


def _texts(string: object) -> list[str]:
    return [string] if isinstance(string, str) else [*string] if isinstance(string, list | tuple) else []


def names_in(text: str) -> set[str]:
    """The names in braces of a text."""
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def codes_of(node: ast.expr) -> Iterator[str]:
    """The codes that an expression may be; in angle brackets what is not written out."""
    if isinstance(node, ast.IfExp):
        yield from codes_of(node.body)
        yield from codes_of(node.orelse)
    elif isinstance(node, ast.Constant):
        yield str(node.value)
    else:
        yield f"<{ast.unparse(node)}>"


def values_of(call: ast.Call) -> frozenset[str] | None:
    """The names of the values that a call gives to a message."""
    names: set[str] = set()
    for keyword in call.keywords:
        if keyword.arg is None:
            return None
        if keyword.arg == "values":
            if not isinstance(keyword.value, ast.Dict):
                return None
            names |= {str(key.value) for key in keyword.value.keys if isinstance(key, ast.Constant)}
        elif keyword.arg not in NOT_VALUES:
            names.add(keyword.arg)
    return frozenset(names)


def said() -> Iterator[Said]:
    """Every code of the source."""
    for room in ("model", "sources", "checks"):
        for path in sorted((PACKAGE / room).rglob("*.py")):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield from said_by(node)


def said_by(call: ast.Call) -> Iterator[Said]:
    name = ast.unparse(call.func).rpartition(".")[2]
    position = PRODUCERS.get(name)
    if position is not None and len(call.args) > position:
        for code in codes_of(call.args[position]):
            yield Said(code, None if name in ("matching", "_parsed", "_without") else values_of(call))


def literals(pattern: str) -> set[str]:
    """The texts of the source that look like a pattern."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    constants = (node.value for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return {text for text in constants if isinstance(text, str) and re.fullmatch(pattern, text)}


SAID = list(said())
#: Codes that stand in a variable or a table before they are given to a fault.
NAMED_ELSEWHERE = {
    *("quotes-needed", "quotes-unbalanced", "bracket-open"),
    *("organiser-unknown", "venue-unknown", "event-unknown", "campaign-unknown", "hashtag-format"),
    *("group-unknown", "project-unknown"),
    *("id-format", "age-format", "year-format", "email-format", "phone-format", "account-format"),
    *("character-bidi", "character-removed", "character-invalid", "date-format", "time-format"),
}
CODES = {each.code for each in SAID if not each.code.startswith("<")} | NAMED_ELSEWHERE
REASONS = frozenset(Reason.__args__)  # type: ignore[attr-defined]


def test_catalogues_are_those_of_the_three_languages() -> None:
    assert catalogue_languages(MESSAGES) == LANGUAGES


def test_codes_are_written_out_or_handed_on() -> None:
    assert {each.code.strip("<>") for each in SAID if each.code.startswith("<")} - HANDED_ON == set()
    assert NAMED_ELSEWHERE - literals("[a-z0-9-]+") == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_code_has_a_sentence(language: str) -> None:
    known = {key.partition(".")[0] for key in sentences(language)}
    assert CODES - known == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_of_no_use(language: str) -> None:
    ours = literals(r"(?:report|size)\.[a-z]+") | {f"severity.{severity}" for severity in Severity}
    unused = {key for key in sentences(language) if key.partition(".")[0] not in CODES and key not in ours}
    assert unused == set()


def test_languages_have_the_same_sentences_with_the_same_names() -> None:
    names = {
        language: {key: [names_in(text) for text in texts] for key, texts in sentences(language).items()}
        for language in LANGUAGES
    }
    assert names["fr"] == names["nl"] == names["en"]


def test_names_in_sentences_are_values_that_the_code_gives() -> None:
    given: dict[str, list[frozenset[str]]] = defaultdict(list)
    for each in SAID:
        if each.values is not None:
            given[each.code].append(each.values)
    asked = {key: names_in(texts[0]) - {"field"} for key, texts in sentences("en").items() if key in given}
    lacking = {key: names - frozenset.intersection(*given[key]) for key, names in asked.items()}
    assert {key: names for key, names in lacking.items() if names} == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_against_an_address_has_a_sentence(language: str) -> None:
    assert {f"url-format.{reason}" for reason in REASONS} - sentences(language).keys() == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_sentences_end_as_sentences_do(language: str) -> None:
    codes = {key: texts for key, texts in sentences(language).items() if key.partition(".")[0] in CODES}
    assert [key for key, texts in codes.items() for text in texts if not text.endswith((".", "{reason}"))] == []
    assert [key for key, texts in codes.items() for text in texts if "  " in text or text != text.strip()] == []
