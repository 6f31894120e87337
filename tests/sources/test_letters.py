"""The letters of images: those that the font has, from left to right."""

from __future__ import annotations

import unicodedata

import pytest
from fontTools.ttLib import TTFont

from affiche.sources.display_font import font_file
from affiche.sources.letters import LETTERS, Weight, drawable


@pytest.mark.parametrize("weight", Weight)
def test_the_font_has_every_letter_but_the_narrow_space(weight: Weight) -> None:
    known = TTFont(font_file(weight)).getBestCmap().keys()
    assert {letter for letter in LETTERS if ord(letter) not in known} == {"\N{NARROW NO-BREAK SPACE}"}


def test_no_letter_runs_from_right_to_left() -> None:
    assert {letter for letter in LETTERS if unicodedata.bidirectional(letter) in ("R", "AL")} == set()


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("Nuit ouverte\N{NARROW NO-BREAK SPACE}!", "Nuit ouverte\N{NARROW NO-BREAK SPACE}!"),
        ("Banu Cennetoğlu", "Banu Cennetoğlu"),
        ("Țăran, Łódź, Ελλάδα, Київ", "Țăran, Łódź, Ελλάδα, Київ"),
        ("e\N{COMBINING ACUTE ACCENT}te\N{COMBINING ACUTE ACCENT}", "été"),
        ("🎉 Bal 🎉", "Bal"),
        ("Expo \N{EM DASH} معرض", "Expo"),
        ("معرض", ""),
    ],
)
def test_drawable_leaves_out_what_the_font_has_not(text: str, drawn: str) -> None:
    assert drawable(text) == drawn
