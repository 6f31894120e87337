"""One id, one record."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.checks.identity import check_ids
from tests.scopes import Told, event, organisation, scope_of, told, venue

START = "start: 2026-12-05 20:00"


def test_id_of_another_file_is_taken_at_the_later_path(tmp_path: Path) -> None:
    files = {path: event(START) for path in ("events/2026/nuit.md", "events/2027/nuit.md", "events/jour.md")}
    [problem] = check_ids(scope_of(tmp_path, files))
    assert told([problem]) == [Told("events/2027/nuit.md", "1:1", "", "id-taken")]
    assert problem.values == {"id": "nuit", "other": "content/events/2026/nuit.md"}


def test_id_of_another_collection_is_free(tmp_path: Path) -> None:
    files = {"events/nuit.md": event(START), "organisations/nuit.md": organisation(), "venues/nuit.md": venue()}
    assert list(check_ids(scope_of(tmp_path, files))) == []


@pytest.mark.parametrize("path", ["events/a.md", "events/z.md"])
def test_old_id_that_is_another_file_s_is_taken_where_it_is_named(tmp_path: Path, path: str) -> None:
    files = {path: event(START, "redirect_from: [soir, jour]"), "events/jour.md": event(START)}
    assert told(check_ids(scope_of(tmp_path, files))) == [Told(path, "6:23", "redirect_from.1", "id-taken")]


def test_old_id_that_two_files_name_is_taken_at_the_second(tmp_path: Path) -> None:
    files = {f"events/{name}.md": event(START, "redirect_from: [soir]") for name in "ab"}
    assert told(check_ids(scope_of(tmp_path, files))) == [Told("events/b.md", "6:17", "redirect_from.0", "id-taken")]
