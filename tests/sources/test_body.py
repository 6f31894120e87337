"""A body divided into its languages."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.problems import Fault
from affiche.sources.body import Section, divide_body

NAMES = {"francais": "fr", "nederlands": "nl"}
LINES = (
    "# fr",
    "# Français",
    "#  nl  #",
    "# en",
    "fr",
    "===",
    "# Programme",
    "```",
    "> # nl",
    "- # fr",
    "    # fr",
    "",
    "a",
    "<!--",
)


def divide(text: str, language: str | None = None) -> tuple[dict[str, Section], list[Fault]]:
    return divide_body(text, 5, language, NAMES)


@pytest.mark.parametrize(
    ("text", "sections"),
    [
        ("# fr\n\nSoir\n\n# nl\nAvond\n", {"fr": Section("Soir", 7), "nl": Section("Avond", 10)}),
        ("\n# Français #\na\n# NEDERLANDS\nb", {"fr": Section("a", 7), "nl": Section("b", 9)}),
        ("Français\n========\na", {"fr": Section("a", 7)}),
        ("# FR\na\n# pt-BR\nb\n# vgt\nc", {"fr": Section("a", 6), "pt-BR": Section("b", 8), "vgt": Section("c", 10)}),
        ("# fr\na\n# Programme\nb\n# Jam\nc", {"fr": Section("a\n# Programme\nb\n# Jam\nc", 6)}),
        ("# fr\n```\n# nl\n```", {"fr": Section("```\n# nl\n```", 6)}),
        ("# fr\n    # nl", {"fr": Section("    # nl", 6)}),
        ("# fr\n> # nl\n\n- # en", {"fr": Section("> # nl\n\n- # en", 6)}),
        ("# fr\n<!--\n# nl\n-->", {"fr": Section("<!--\n# nl\n-->", 6)}),
        ("# fr\n# *nl*\n## nl", {"fr": Section("# *nl*\n## nl", 6)}),
        ("# fr\n\n# nl\n\nb", {"nl": Section("b", 9)}),
        ("", {}),
        (" \n\n", {}),
    ],
)
def test_body_is_divided_at_language_headings(text: str, sections: dict[str, Section]) -> None:
    assert divide(text) == (sections, [])
    assert divide(text, "de") == (sections, [])


def test_undivided_body_is_in_the_language_of_the_file() -> None:
    assert divide("\n# Programma\n\na\n", "nl") == ({"nl": Section("# Programma\n\na", 6)}, [])


def test_undivided_body_without_language_is_an_error_with_the_heading_to_add() -> None:
    assert divide("\n\nSoir") == ({}, [Fault("body-language-missing", hint="# Français", line=7)])


def test_language_given_twice_is_an_error_at_the_second() -> None:
    sections, faults = divide("# fr\na\n\n# Français\nb")
    assert sections == {"fr": Section("a", 6)}
    assert faults == [Fault("body-language-twice", values={"language": "fr", "line": "5"}, line=8)]


def test_text_before_the_first_language_is_an_error() -> None:
    assert divide("\na\n# fr\nb")[1] == [Fault("body-before-heading", line=6)]
    assert divide("a\n# fr\nb", "nl")[1] == [Fault("body-before-heading", hint="# nl", line=5)]


@pytest.mark.parametrize(
    ("text", "what", "length", "limit", "line"),
    [
        ("# fr\na\n" + "b" * 4001, "line", "4001", "4000", 7),
        ("# fr\n" + "|" * 25, "table", "25", "24", 6),
        ("# nl\na\n# fr\n\n" + "é\n" * 6700, "body", "20099", "20000", 9),
    ],
)
def test_what_is_too_long_is_left_out_with_its_line(text: str, what: str, length: str, limit: str, line: int) -> None:
    sections, faults = divide(text)
    assert "fr" not in sections
    assert faults == [Fault("text-too-long", values={"what": what, "length": length, "limit": limit}, line=line)]


def test_body_of_the_greatest_size_is_kept() -> None:
    assert len(divide("a" * 3999 + "\n" + "b\n" * 8000, "fr")[0]["fr"].text) == 19_999


@pytest.mark.parametrize(
    "text",
    [
        "# a\n" * 30_000,
        "# fr\n" * 20_000,
        ("> " * 1900 + "\n") * 30,
        "# x\n" + "|a" * 12 + "\n" + "|-" * 12 + "\n" + "b\n" * 50_000,
    ],
)
def test_large_body_is_divided_in_time(text: str) -> None:
    start = time.process_time()
    divide(text, "fr")
    assert time.process_time() - start < 2


@given(st.lists(st.sampled_from(LINES), max_size=12))
def test_sections_are_lines_of_the_body_at_their_place(lines: list[str]) -> None:
    sections, _ = divide_body("\n".join(lines), 1, "nl", NAMES)
    for section in sections.values():
        text = section.text.split("\n")
        assert lines[section.line - 1 : section.line - 1 + len(text)] == text
