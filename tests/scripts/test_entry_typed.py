"""What people may type is judged by the form as the check judges it, which is the oracle."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given

from affiche.desk.entry_file import render_entry
from affiche.desk.message import message
from affiche.model.event import Event
from tests.examples import examples
from tests.schedules import Case, cases
from tests.scripts.entries import Folder, as_check
from tests.scripts.hurried import OTHER_ENTRIES, WHEN_ENTRIES
from tests.scripts.test_entry_check import is_held, told
from tests.test_cases import EVENT, write

many = examples(100, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("typed"), {})


def judge(root: Path, entry: dict[str, Any]) -> None:
    (root / EVENT).parent.mkdir(exist_ok=True)
    (root / EVENT).write_text(render_entry(Event, entry, {}), encoding="utf-8")
    folder = Folder.of(root)
    (held,) = [each for each in folder.entries() if each.record.origin.path.endswith(EVENT)]
    if is_held(held):
        (found,) = folder.checked([held])
        problems = [as_check(each, held.record.origin) for each in found]
        assert sorted(map(told, problems)) == sorted(map(told, held.problems))
        assert folder.said(found, "fr") == [message(each, "fr") for each in problems]


@many
@given(WHEN_ENTRIES)
def test_days_and_hours_are_judged_as_the_check_does(root: Path, entry: dict[str, Any]) -> None:
    judge(root, entry)


@many
@given(OTHER_ENTRIES)
def test_prices_addresses_and_words_are_judged_as_the_check_does(root: Path, entry: dict[str, Any]) -> None:
    judge(root, entry)


@many
@given(cases())
def test_events_without_a_mistake_have_none(root: Path, case: Case) -> None:
    judge(root, case.typed)
