"""What replaces a record leads somewhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.redirects import check_redirects
from tests.scopes import Told, event, organisation, scope_of, told


@pytest.mark.parametrize(
    ("onward", "looping"),
    [
        ({"a": "b", "b": ""}, []),
        ({"a": "a"}, ["a"]),
        ({"a": "b", "b": "a"}, ["a", "b"]),
        ({"a": "b", "b": "c", "c": "b"}, ["a", "b", "c"]),
        ({"a": "b", "b": "c", "c": ""}, []),
        ({"a": "nowhere"}, []),
    ],
)
def test_chain_that_comes_back_is_told_at_each_step(tmp_path: Path, onward: dict[str, str], looping: list[str]) -> None:
    files = {
        f"events/{name}.md": event("start: 2026-12-05", *([f"replaced_by: {other}"] if other else []))
        for name, other in onward.items()
    }
    assert told(check_redirects(scope_of(tmp_path, files))) == [
        Told(f"events/{name}.md", "6:14", "replaced_by", "redirect-loop") for name in looping
    ]


def test_same_id_of_another_collection_is_no_loop(tmp_path: Path) -> None:
    files = {
        "events/a.md": event("start: 2026-12-05", "replaced_by: b"),
        "organisations/b.md": organisation("replaced_by: a"),
    }
    assert list(check_redirects(scope_of(tmp_path, files))) == []
