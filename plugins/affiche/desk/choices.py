"""The words of closed lists as people know them, and back: `Visite guidée`, `rondleiding` and `3` are `guided-tour`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from affiche.desk.message import Show
from affiche.locales import SITE, catalogue_languages, load_words
from affiche.model.language import codes_by_any_name, fold_name, is_language
from affiche.model.nearest import nearly_called
from affiche.outputs.contribute.choices import STARTS, choices_of

#: The most words of a list that is told as a whole; of a longer one, how many are told that are like the typed one.
MOST, FEW = 8, 4
#: What agrees to the only choice there is.
YES = frozenset({"o", "oui", "j", "ja", "y", "yes"})


@cache
def choice_labels(choices: tuple[str, ...], language: str) -> Mapping[str, str]:
    """What the words of a list are called on the pages; a list that is never shown there has its own words."""
    if choices not in STARTS:
        return {word: word for word in choices}
    return dict(choices_of(choices, load_words(language, SITE)))


def told_choices(typed: str, choices: tuple[str, ...], language: str, show: Show) -> str:
    """The words of a list as people know them, each with what to write; of a long list those like the typed one.

    That one may be in another language.
    """
    labels, near = choice_labels(choices, language), []
    if len(choices) > MOST:
        every = [choice_labels(choices, code) for code in catalogue_languages(SITE)]
        near = nearly_called(typed, {label: word for named in every for word, label in named.items()}, most=FEW)
    told = [_with_word(labels[word], word, show) for word in near or choices]
    return ", ".join([*told, "…"] if near else told)


def _with_word(label: str, word: str, show: Show) -> str:
    return show(word) if fold_name(label) == word else f"{label} ({show(word)})"


def chosen(typed: str, choices: Sequence[str], language: str) -> str:
    """The word of a list that an answer means: its number, its name in the person's language, itself, or in another.

    In that order, as the French `Lecture` is a `reading`. The answer itself where it means none.
    """
    words, folded = tuple(choices), fold_name(typed)
    if typed.isdecimal() and 0 < int(typed) <= len(words):
        return words[int(typed) - 1]
    if len(words) == 1 and folded in YES:
        return words[0]
    known = {word: word for word in words}
    for code in sorted(catalogue_languages(SITE), key=lambda code: code == language):
        named = {fold_name(label): word for word, label in choice_labels(words, code).items()}
        known = known | named if code == language else named | known
    return known.get(folded, typed)


def chosen_language(typed: str) -> str:
    """The code of a language that an answer names; else the answer."""
    return typed if is_language(typed) else codes_by_any_name().get(fold_name(typed), typed)
