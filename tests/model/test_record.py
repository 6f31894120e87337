"""What every record has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from pydantic import ValidationError

from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Part, Record, field_names
from affiche.model.source import Source
from affiche.model.synonyms import SYNONYMS
from affiche.model.text import Text
from tests.factories import event
from tests.typed import codes_of

PICTURE = {"src": "a.jpg", "alt": {"fr": "Une scène"}, "credit": "Ana"}


def test_record_has_what_its_file_gives() -> None:
    body = Text.of(fr="Soir")
    record = event("nuit", body, title="Nuit").identified("soir", body, Source("content/events/soir.md", "digest"))
    assert (record.id, record.body, record.origin) == ("soir", body, Source("content/events/soir.md", "digest"))


def test_record_does_not_change() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        event().title = Text.of(fr="Jour")


def test_record_keeps_the_identity_of_its_first_id() -> None:
    assert event("nuit").identity == "nuit"
    assert event("nuit", redirect_from=["soir", "soiree"]).identity == "soir"


def test_old_id_counts_once() -> None:
    assert event("nuit", redirect_from=["soir", "soiree", "soir"]).redirect_from == ("soir", "soiree")


def test_record_has_its_main_picture_first() -> None:
    pictures = event(images=[PICTURE | {"src": "b.jpg"}, PICTURE | {"src": "c.jpg"}], image=PICTURE).pictures
    assert [picture.src for picture in pictures] == ["a.jpg", "b.jpg", "c.jpg"]


def test_names_of_images_have_their_places() -> None:
    record = event(image=PICTURE, images=[PICTURE | {"src": "b.jpg"}])
    assert list(record.image_names) == [(("image", "src"), "a.jpg"), (("images", 0, "src"), "b.jpg")]


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ({"images": [PICTURE] * 6}, ("too-many", "images")),
        ({"image": PICTURE | {"licence": "mine"}}, ("value-unknown", "image.licence")),
        ({"image": {"src": "a.jpg", "credit": "Ana"}}, ("image-alt-missing", "image")),
        ({"links": [{"label": "Site"}]}, ("field-missing", "links.0")),
        ({"draft": "false"}, ("true-expected", "draft")),
        ({"redirect_from": ["Nuit"]}, ("id-format", "redirect_from.0")),
        ({"withdrawn": {"date": "2026-12-05"}}, ("field-missing", "withdrawn")),
        ({"title": {"fr": "Nuit"}, "titre": "Nuit"}, ("field-unknown", "titre")),
    ],
)
def test_field_of_every_collection_is_refused(typed: dict[str, Any], problem: tuple[str, str]) -> None:
    assert codes_of(Event, start="2026-12-05", **typed) == [problem]


@pytest.mark.parametrize("model", COLLECTIONS)
def test_collection_has_the_fields_of_every_record(model: type[Record]) -> None:
    assert set(field_names(Record)) <= set(field_names(model))


def parts_below(part: type[Part]) -> Iterator[type[Part]]:
    for each in part.__subclasses__():
        yield each
        yield from parts_below(each)


def test_synonym_is_of_a_field_and_is_none_itself() -> None:
    fields = {declared.alias or name for part in parts_below(Part) for name, declared in part.model_fields.items()}
    assert sorted({name for names in SYNONYMS.values() for name in names} - fields) == []
