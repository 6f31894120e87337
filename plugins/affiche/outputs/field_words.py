"""What each field of the content model is called, and one sentence of help for whoever fills it in.

The words of a field stand in the catalogue `fields.po`, under the first of these keys that is there:

- `<collection>.<path>`, such as `events.title`: where a field means something special in a collection;
- `<owner>.<field>`, such as `place.street` or `record.source`: once for all places where a part is used. The owner is
  the part that has the field, or the one that it extends, as its class is called, in small letters with hyphens.

The hint has the same key and `.hint`. A file's name and its text, which are no fields, have words too: `id` and `body`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from affiche.locales import FIELDS, load_words
from affiche.model.record import Part, Record, declared_fields, parts_at

#: What a record has beside its fields.
BESIDE_FIELDS = ("id", "body")


class FieldWords(NamedTuple):
    """A field's short name, and one sentence of help."""

    label: str
    hint: str


def field_words(model: type[Record], path: str, language: str) -> FieldWords:
    """The words of a field, whose path is its names joined by dots: `dates.venue.street`.

    Raises `MissingWords` for what is no field.
    """
    texts, keys = load_words(language, FIELDS), field_keys(model, path)
    key = next((key for key in keys if key in texts), keys[0])
    return FieldWords(texts(key), texts(f"{key}.hint"))


def advice(event_type: str, language: str) -> str:
    """How to write the title, the summary and the body of an event of a type."""
    return load_words(language, FIELDS)(f"advice.{event_type}")


def field_keys(model: type[Record], path: str) -> tuple[str, ...]:
    """The keys at which the words of a field may stand, the most special first."""
    *place, name = path.split(".")
    owners = (owner for part in parts_at(model, tuple(place)) for owner in _owners(part, name))
    return tuple(dict.fromkeys([f"{model.collection}.{path}", *(f"{_stem(owner)}.{name}" for owner in owners)]))


def _owners(part: type[Part], name: str) -> Iterator[type[Part]]:
    """A part and what it extends, as far as they have a field."""
    return (owner for owner in part.__mro__ if issubclass(owner, Part) and name in _names(owner))


def _names(owner: type[Part]) -> tuple[str, ...]:
    return (*declared_fields(owner), *(BESIDE_FIELDS if issubclass(owner, Record) else ()))


def _stem(owner: type[Part]) -> str:
    name = re.sub("(?<!^)(?=[A-Z])", "-", owner.__name__.lstrip("_")).lower()
    return getattr(owner, "collection", name)
