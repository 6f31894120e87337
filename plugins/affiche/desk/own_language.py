"""In which languages a person is told something, and which comes first: that of the file, then those of the site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from affiche.locales import MESSAGES, catalogue_languages
from affiche.model.record import Record


def told_languages(languages: Sequence[str]) -> tuple[str, ...]:
    """Every language that problems are said in: those of a site in its order, then the others."""
    spoken = catalogue_languages(MESSAGES)
    return tuple(dict.fromkeys([*(each for each in languages if each in spoken), *spoken]))


def own_first(languages: Sequence[str], own: str) -> tuple[str, ...]:
    """The languages with that of a file first, where it is one of them."""
    return tuple(sorted(languages, key=lambda language: language != own))


def own_languages(records: Iterable[Record]) -> Mapping[str, str]:
    """The language that each file says it is in, by path."""
    return {record.origin.path: record.language for record in records if record.language}
