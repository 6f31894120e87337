"""The words of closed lists as people know them, and back: `Visite guidée`, `rondleiding` and `3` are `guided-tour`."""

from __future__ import annotations

from collections.abc import Sequence

from affiche.locales import SITE, catalogue_languages, load_words
from affiche.model.language import codes_by_any_name, fold_name, is_language
from affiche.model.record import Record
from affiche.outputs.contribute.rules import rule_at

#: What comes before a word of a list in the catalogue of the pages.
PREFIXES = {
    "type": "type.", "disciplines": "discipline.", "audience": "audience.", "kind": "organisation.kind.",
    "booking.requirement": "booking.",
}  # fmt: skip

#: What agrees to the only choice there is.
YES = frozenset({"o", "oui", "j", "ja", "y", "yes"})


def choice_label(path: str, word: str, language: str) -> str:
    """What a word of a list is called on the pages; the word itself where it is never shown there."""
    key = f"{PREFIXES.get(path, '')}{word}"
    words = load_words(language, SITE)
    return words(key) if path in PREFIXES and key in words else word


def chosen(model: type[Record], path: str, typed: str, choices: Sequence[str]) -> str:
    """The word that an answer means: its number, its name in any language, the name of a language; else as typed."""
    if choices and typed.isdecimal() and 0 < int(typed) <= len(choices):
        return choices[int(typed) - 1]
    folded = fold_name(typed)
    if len(choices) == 1 and folded in YES:
        return choices[0]
    for language in catalogue_languages(SITE):
        for word in choices:
            if folded in (word, fold_name(choice_label(path, word, language))):
                return word
    if not choices and rule_at(model.collection, path)["kind"] == "language" and not is_language(typed):
        return codes_by_any_name().get(folded, typed)
    return typed
