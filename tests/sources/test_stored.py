"""Records as JSON and back: whatever the files of the tests hold comes back as it was."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from affiche.model.event import Event
from affiche.model.record import Record
from affiche.sources.loader import load_content
from affiche.sources.stored import NotStorable, restore_record, store_record
from tests.factories import event
from tests.projects import CONTENT, ROOT
from tests.test_cases import CASES, write


def told(record: Record) -> dict[str, object]:
    """All that a record holds, which fields were typed, and where they stand."""
    named = {name: getattr(record, name) for name in (*type(record).model_fields, "id", "body", "origin")}
    more = {"typed": record.model_fields_set, "places": dict(record.origin.places), "head": record.origin.head}
    return named | more | {"collection": record.collection, "names": record.names}


def again(record: Record) -> Record:
    """A record after it was stored, without the images of its file: those are not kept."""
    origin = record.origin
    restored = restore_record(store_record(record), origin.path, origin.digest)
    return restored.identified(restored.id, restored.body, replace(restored.origin, images=origin.images))


@pytest.mark.parametrize("folder", [CONTENT, ROOT / "content"], ids=["tests", "real"])
def test_records_come_back_as_they_were(folder: Path) -> None:
    records = load_content(folder).records
    assert len(records) > 30
    assert [told(again(record)) for record in records] == [told(record) for record in records]


@pytest.mark.parametrize("name", CASES)
def test_records_with_mistakes_come_back_or_are_not_stored(name: str, tmp_path: Path) -> None:
    for record in load_content(write(tmp_path, CASES[name]["files"])).records:
        try:
            restored = again(record)
        except NotStorable:
            continue
        assert told(restored) == told(record)


def test_what_is_not_known_is_not_stored() -> None:
    strange = Event.model_construct({"keywords"}, **dict(event()) | {"keywords": object()})
    with pytest.raises(NotStorable):
        store_record(strange)


def test_what_was_not_typed_and_is_not_usual_is_not_stored() -> None:
    with pytest.raises(NotStorable):
        store_record(Event.model_construct(set(), **dict(event())))


def test_a_line_is_two_lists_of_json_and_a_tab_between() -> None:
    for record in load_content(CONTENT).records:
        line = store_record(record)
        assert "\n" not in line
        assert [type(json.loads(part)) for part in line.split("\t")] == [list, list]
