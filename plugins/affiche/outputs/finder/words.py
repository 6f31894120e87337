"""The words that scripts fill in: what a catalogue has under `finder.`, or under another start of keys."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from affiche.locales import Words
from affiche.outputs.markup import spaced

PREFIX = "finder."


def script_words(words: Words, start: str = PREFIX) -> Mapping[str, str | Sequence[str]]:
    """The texts by the rest of their keys, names in braces left to fill in; for a number, each form of the language."""
    return {key.removeprefix(start): _spaced(words, key) for key in sorted(words) if key.startswith(start)}


def _spaced(words: Words, key: str) -> str | Sequence[str]:
    forms = [spaced(text, words.language) for text in words.patterns(key)]
    return forms if len(forms) > 1 else forms[0]
