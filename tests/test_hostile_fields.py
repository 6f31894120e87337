"""Every hostile text in every field of every collection: a record or a problem, and what is accepted does no harm."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from affiche.model.record import Part, Record
from affiche.sources.files import ContentFile
from affiche.sources.loader import MODELS
from affiche.sources.pictures import Pictures
from affiche.sources.record_file import read_record
from tests.every_field import FIELDS, IMAGE, PLAIN, filled_fields, written
from tests.hostile import is_harmless, payloads
from tests.hostile_facts import REFUSED
from tests.projects import draw_image

SETS = ("own-hostile-strings", "own-homoglyph-names", "own-markdown", "own-paths", "own-urls")
TEXTS = [payload.text for name in SETS for payload in payloads(name)]
#: The kinds of fields that hold free words, and addresses; all but words have a form.
WORDS = ("text", "line")
ADDRESSES = ("url", "email", "phone")
FORMS = (*(PLAIN.keys() - {*WORDS}), "choice", "price", "id", "pattern", "age")
#: What is wrong with a file that has every field: some rule each other out.
APART = {"when-twice", "deadline-twice"}


@pytest.fixture(scope="module", params=FIELDS)
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a collection, with one image."""
    folder = tmp_path_factory.mktemp("content") / str(request.param)
    folder.mkdir()
    draw_image(folder / "bleu.png", (40, 30))
    return folder


def read(folder: Path, given: Mapping[str, Any]) -> tuple[Record | None, set[str]]:
    """What a file with every field becomes, and the codes of its errors."""
    file = ContentFile(str(folder / "nuit.md"), f"content/{folder.name}/nuit.md")
    data = written(filled_fields(FIELDS[folder.name], given))
    record, problems = read_record(MODELS[folder.name], file, data, Pictures(folder.parent))
    return record, {problem.code for problem in problems if problem.is_error} - APART


def texts_in(value: Any) -> Iterator[str]:
    """Every text of a record, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Part):
        yield from (text for name in value.model_fields_set for text in texts_in(getattr(value, name)))
    elif isinstance(value, Mapping):
        yield from (text for each in value.values() for text in texts_in(each))
    elif isinstance(value, tuple):
        yield from (text for each in value for text in texts_in(each))


def test_there_are_three_hundred_hostile_texts_each_once() -> None:
    assert len({*TEXTS}) == len(TEXTS) >= 300


def test_every_field_of_a_collection_is_filled_and_read(folder: Path) -> None:
    record, errors = read(folder, IMAGE)
    assert record is not None
    assert (record.model_fields_set, errors) == ({*MODELS[folder.name].model_fields}, set())


@pytest.mark.parametrize("form", [0, -1])
def test_hostile_words_are_refused_or_clean(folder: Path, form: int) -> None:
    read_well = 0
    for text in TEXTS:
        record, errors = read(folder, IMAGE | dict.fromkeys(WORDS, text) | {"form": form})
        assert [each for each in texts_in(record) if REFUSED.search(each) or "\n" in each] == [], text
        read_well += not errors
    assert read_well > 250


def test_hostile_addresses_that_are_accepted_lead_to_a_public_host(folder: Path) -> None:
    plain = {*texts_in(read(folder, IMAGE)[0])}
    records = [read(folder, IMAGE | dict.fromkeys(ADDRESSES, text))[0] for text in TEXTS]
    found = {text: urlsplit(text) for record in records for text in texts_in(record) if text not in plain}
    assert "https://xn--80ak6aa92e.com/" in found
    assert [text for text, parts in found.items() if not is_harmless(text) or "@" in parts.netloc] == []
    assert [text for text, parts in found.items() if "." not in str(parts.hostname)] == []


def test_hostile_values_of_a_form_are_refused_and_no_image_is_found_by_them(folder: Path) -> None:
    for text in TEXTS:
        record, errors = read(folder, dict.fromkeys((*FORMS, *IMAGE), text))
        assert errors != set(), text
        assert record is None or not record.origin.images, text
