"""Texts in several languages, and what a reader is shown of them."""

from __future__ import annotations

import pytest

from affiche.model.text import Text, Wording

BOTH = Text.of(fr="Nuit", nl="Nacht")
NAME = Text.neutral("Zinneke")
GERMAN = Text.of(de="Nacht")


def test_text_is_a_mapping_in_the_order_typed() -> None:
    assert dict(BOTH) == {"fr": "Nuit", "nl": "Nacht"}
    assert list(Text.of(nl="Nacht", fr="Nuit")) == ["nl", "fr"]
    assert len(BOTH) == 2
    with pytest.raises(KeyError, match="en"):
        BOTH["en"]


@pytest.mark.parametrize(
    ("text", "language", "wording"),
    [
        (BOTH, "nl", Wording("Nacht")),
        (NAME, "nl", Wording("Zinneke")),
        (BOTH, "en", Wording("Nuit", "fr")),
        (Text.of(nl="Nacht"), "fr", Wording("Nacht", "nl")),
        (GERMAN, "fr", Wording("Nacht", "de")),
        (Text.of(it="Notte", de="Nacht"), "fr", Wording("Notte", "it")),
    ],
)
def test_text_is_shown_in_the_nearest_language_with_its_label(text: Text, language: str, wording: Wording) -> None:
    assert text.shown(language, ("fr", "nl")) == wording


def test_text_falls_back_in_the_order_of_the_site() -> None:
    assert BOTH.shown("en", ("nl", "fr")) == Wording("Nacht", "nl")


@pytest.mark.parametrize(
    ("text", "languages"),
    [(BOTH, ["fr", "nl"]), (NAME, ["fr", "nl", "en"]), (GERMAN, []), (Text.of(fr="Nuit"), ["fr"])],
)
def test_text_says_whom_it_serves(text: Text, languages: list[str]) -> None:
    assert [language for language in ("fr", "nl", "en") if text.says(language)] == languages


def test_wording_reads_as_its_text() -> None:
    assert str(Wording("Nuit", "fr")) == "Nuit"
