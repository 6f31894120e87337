"""What the form, `affiche new` and an issue write: the cases that the browser's writer passes too, and any text at all.

A case is a YAML file: `about` says it in a sentence, `collection`, `entry` and `bodies` go in, `file` comes out.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as some

from affiche.desk.entry_body import description
from affiche.desk.entry_file import render_entry
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.language import codes_by_name
from affiche.sources.body import divide_body
from affiche.sources.front_matter import FrontMatter, parse_front_matter
from affiche.sources.text import decode

FOLDER = Path(__file__).parent / "entries"
CASES = {path.stem: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader) for path in FOLDER.iterdir()}
MODELS = {model.collection: model for model in COLLECTIONS}

LANGUAGES = ("fr", "nl", "en", "nl-BE", "ja")
CHARACTERS = some.text(some.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff"), max_size=20)
SIGNS = some.sampled_from(
    [
        '"',
        "'",
        "\\",
        ": ",
        " #",
        "- ",
        "{",
        "]",
        ",",
        "&",
        "*",
        "%",
        "@",
        "`",
        "\r\n",
        "\u2028",
        "null",
        "~",
        "\a",
        "---",
    ]
)
ANY_TEXT = some.lists(some.one_of(SIGNS, CHARACTERS), max_size=8).map("".join)
TEXTS = some.one_of(some.sampled_from(["1984", "no", "20:30", "12:50", "Zinneke"]), ANY_TEXT)
WORDINGS = some.one_of(TEXTS, some.dictionaries(some.sampled_from(LANGUAGES), TEXTS, max_size=3))
ENTRIES = some.fixed_dictionaries(
    {},
    optional={
        "title": WORDINGS,
        "type": some.sampled_from(["concert", "guided-tour"]),
        "keywords": some.lists(TEXTS, max_size=3),
        "organisers": some.lists(some.one_of(TEXTS, some.fixed_dictionaries({"organisation": TEXTS})), max_size=3),
        "dates": some.lists(some.fixed_dictionaries({"start": TEXTS, "note": WORDINGS}), max_size=3),
        "accessibility": some.dictionaries(some.sampled_from(["wheelchair", "tactile"]), TEXTS),
        "price": some.one_of(TEXTS, some.lists(some.fixed_dictionaries({"name": WORDINGS, "price": TEXTS}))),
    },
)
LINES = some.sampled_from(
    [
        *(
            "# Nederlands",
            "# fr",
            "  #\tNL  #",
            "français",
            "===",
            "---",
            "",
            "  ",
            "```",
            "````",
            "~~~ x",
            "    ```",
            "> # fr",
        ),
        *(
            "<!-- a",
            "-->",
            "<script>",
            "<?php",
            "<pre",
            "<div>",
            "- # fr",
            "- a",
            "[a]: <b",
            "| a | b |",
            "\\",
            "\t# fr",
        ),
    ]
)
DESCRIPTIONS = some.lists(some.one_of(LINES, CHARACTERS), max_size=8).map("\n".join)


def heard(text: str) -> str:
    """A text with the characters that a file may hold."""
    return decode(text.encode())[0]


def read(file: str) -> FrontMatter:
    """The front matter and body of a file's text, read as from the disk."""
    return parse_front_matter(heard(file))


def filled(value: Any) -> Any:
    """What an entry says, without what is empty in it, as it is after it was written and read."""
    if isinstance(value, str):
        return " ".join(heard(value).split())
    if isinstance(value, list):
        return [kept for item in value if (kept := filled(item))]
    return {name: kept for name, item in value.items() if (kept := filled(item))}


@pytest.mark.parametrize("name", CASES)
def test_an_entry_becomes_the_file_of_its_case(name: str) -> None:
    case = CASES[name]
    assert render_entry(MODELS[case["collection"]], case["entry"], case.get("bodies", {})) == case["file"]


@given(ENTRIES)
def test_what_is_written_is_read_back_without_a_fault(entry: dict[str, Any]) -> None:
    matter = read(render_entry(Event, entry, {}))
    assert (filled(matter.values), matter.faults) == (filled(entry), [])


@given(some.dictionaries(some.sampled_from(LANGUAGES), DESCRIPTIONS, max_size=3))
def test_each_description_is_read_back_in_its_language(bodies: dict[str, str]) -> None:
    matter = read(render_entry(Event, {"title": "Nuit"}, bodies))
    sections, faults = divide_body(matter.body, matter.body_line, None, codes_by_name())
    expected = {language: written for language, text in bodies.items() if (written := heard(description(text)).strip())}
    assert faults == []
    assert {language: section.text.strip() for language, section in sections.items()} == expected
