"""What `make fuzz` begins with, how it changes texts, and what it says."""

from __future__ import annotations

import json

import pytest

from fuzz.pieces import CHANGES
from fuzz.run import Outcome, main
from fuzz.seeds import seeds_of, words
from fuzz.targets import TARGETS
from tests.desk.test_handing_on import report
from tests.test_found import FOUND

TEXT = b"---\ntitle:\n  fr: Bal\n  nl: Bal\ntype: party\n---\n\nUn bal.\n"


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("data", [TEXT, report(), b"["])
def test_input_is_changed_by_whole_pieces_the_same_for_the_same_number(name: str, data: bytes) -> None:
    changed = [CHANGES[name](name, data, 400, seed) for seed in range(50)]
    assert changed == [CHANGES[name](name, data, 400, seed) for seed in range(50)]
    assert max(map(len, changed)) <= 400


def test_json_with_other_values_is_json_and_a_text_with_other_pieces_has_some_of_its_own() -> None:
    told, other = report(), [CHANGES["report"]("report", report(), 9_000, seed) for seed in range(50)]
    assert len({json.dumps(json.loads(each)) for each in other} - {json.dumps(json.loads(told))}) > 25
    texts = [CHANGES["events"]("events", TEXT, 9_000, seed) for seed in range(50)]
    assert len({*texts}) > 25
    assert all({*TEXT.split(b"\n")} & {*each.split(b"\n")} for each in texts)


def test_every_target_begins_with_something_that_is_not_too_long() -> None:
    sizes = {name: max(map(len, seeds_of(name)), default=0) for name in TARGETS}
    assert [name for name, size in sizes.items() if not 0 < size <= 20_000] == []
    assert max(map(len, words())) < 240


def test_outcome_says_where_the_input_is_that_was_found() -> None:
    outcome = Outcome("events", 90.0, 1200, 300, 340, [FOUND / "events" / "ab12"])
    said = "events 1.5 min 1200 runs coverage 300 > 340 tests/found/events/ab12"
    assert " ".join(str(outcome).split()) == said


def test_outcomes_of_one_target_are_added_up() -> None:
    first, second = Outcome("events", 9.0, 10, 300, 310), Outcome("events", 1.0, 5, 305, 320, [FOUND])
    assert first.and_then(second) == Outcome("events", 10.0, 15, 300, 320, [FOUND])
    assert Outcome("events").and_then(first) == first


def test_target_that_is_none_is_said_beside_those_that_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert main("1", "nothing") == 2
    assert capsys.readouterr().err.startswith("no such target: nothing; there are events, organisations, venues, ")
