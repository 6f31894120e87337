"""The words of fields: each field of each model has its own, in every language, and nothing else has."""

from __future__ import annotations

from itertools import product

import pytest

from affiche.locales import FIELDS, MissingWords, catalogue_languages, load_words
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.record import Record, field_paths
from affiche.model.vocabulary import EVENT_TYPES
from affiche.outputs.field_words import BESIDE_FIELDS, FieldWords, advice, field_keys, field_words

LANGUAGES = catalogue_languages(FIELDS)
#: The longest label and hint that a form and a terminal have room for, and the longest advice.
MOST_LABEL, MOST_HINT, MOST_ADVICE = 36, 170, 340


def paths_of(model: type[Record]) -> list[str]:
    return [*map(".".join, field_paths(model)), *BESIDE_FIELDS]


FIELDS_OF = [(model, path) for model in COLLECTIONS for path in paths_of(model)]


def test_field_has_the_words_of_its_collection() -> None:
    assert field_words(Event, "title", "fr").label == "Titre"
    assert field_words(Organisation, "name", "nl").label == "Naam"
    assert field_words(Event, "source", "en").label == field_words(Venue, "source", "en").label == "Sources"


def test_field_of_a_part_has_the_same_words_wherever_the_part_stands() -> None:
    assert field_words(Event, "dates.venue.street", "nl") == field_words(Event, "venue.street", "nl")
    assert field_words(Event, "images.alt", "fr") == field_words(Venue, "image.alt", "fr")
    assert field_words(Event, "adjusted.opening_hours.opens", "en") == field_words(Venue, "opening_hours.opens", "en")


def test_keys_of_a_field_are_the_most_special_first() -> None:
    assert field_keys(Event, "title") == ("events.title",)
    assert field_keys(Event, "source") == ("events.source", "record.source")
    assert field_keys(Event, "adjusted.from") == ("events.adjusted.from", "adjustment.from", "closure.from")
    assert field_keys(Event, "price.pay_what_you_can.minimum") == (
        "events.price.pay_what_you_can.minimum",
        "pay-what-you-can.minimum",
    )


def test_every_form_of_a_price_has_its_fields() -> None:
    prices = {path for path in paths_of(Event) if path.startswith("price.")}
    assert prices == {
        *("price.name", "price.price", "price.from", "price.pay_what_you_can"),
        *("price.pay_what_you_can.minimum", "price.pay_what_you_can.suggested"),
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_its_words(language: str) -> None:
    words = load_words(language, FIELDS)
    found = [(model.collection, path) for model, path in FIELDS_OF if not {*field_keys(model, path)} & {*words}]
    assert found == []


def test_every_other_key_is_a_field_s_or_an_advice() -> None:
    words = load_words("fr", FIELDS)
    used = {next(key for key in field_keys(model, path) if key in words) for model, path in FIELDS_OF}
    hints = {f"{key}.hint" for key in used}
    own = {key for key in words if not key.startswith(("group.", "kind.", "reference."))}
    assert own == used | hints | {f"advice.{each}" for each in EVENT_TYPES}


@pytest.mark.parametrize(("language", "kind"), [*product(LANGUAGES, EVENT_TYPES)])
def test_every_type_of_event_has_its_advice(language: str, kind: str) -> None:
    text = advice(kind, language)
    assert len(text) <= MOST_ADVICE
    assert text.count(":") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_short_sentences(language: str) -> None:
    said = {(path, field_words(model, path, language)) for model, path in FIELDS_OF}
    assert sorted({path for path, words in said if not _is_short(words)}) == []


def _is_short(words: FieldWords) -> bool:
    label, hint = words
    is_sentence = hint[0].isupper() or hint[0].isdecimal()
    return len(label) <= MOST_LABEL and len(hint) <= MOST_HINT and is_sentence and hint[-1] in ".…"


def test_what_is_no_field_has_no_words() -> None:
    with pytest.raises(MissingWords, match=r"events\.titre"):
        field_words(Event, "titre", "fr")
