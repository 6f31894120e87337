"""A value of an entry as it is told to a person: a price in words, a word of a list by its name."""

from __future__ import annotations

from affiche.desk.choices import choice_labels
from affiche.locales import SITE, load_words
from affiche.model.event import Event
from affiche.model.record import field_reader
from affiche.model.written import written
from affiche.outputs.prices import price_words
from affiche.problems import Value


def value_words(path: str, value: Value, language: str, choices: tuple[str, ...] = ()) -> str:
    """The words of a readable value of the field at `path`; `choices` are those of its list."""
    if path == "price":
        price = field_reader(Event, path).validate_python(value)
        return price_words(load_words(language, SITE), price)
    if isinstance(value, str):
        return choice_labels(choices, language).get(value, value)
    return written(value)
