from __future__ import annotations

from datetime import date

import pytest

from affiche.desk.published import Published, is_too_much, newly_lost, parse_published

BUILT = Published("url", date(2026, 11, 20), frozenset({"a", "b"}))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (b'{"built": "2026-11-20", "left_out": [{"path": "a"}, {"path": "b"}]}', BUILT),
        *((body, Published("url")) for body in (b"", b"[]", b"\xff", b'{"built": "soon", "left_out": []}', b"null")),
        *(
            (body, Published("url"))
            for body in (b'{"built": 3, "left_out": []}', b'{"built": "2026-11-20", "left_out": 1}')
        ),
    ],
)
def test_a_site_says_its_day_and_what_it_left_out(body: bytes, expected: Published) -> None:
    assert parse_published("url", body) == expected


def test_a_file_is_newly_lost_when_the_published_site_had_it() -> None:
    assert newly_lost(["c", "b"], BUILT) == ["c"]
    assert newly_lost(["c", "b"], Published("url", reason="404")) == []


@pytest.mark.parametrize(
    ("lost", "files", "expected"), [(20, 100, False), (21, 100, True), (21, 2099, True), (21, 2100, False)]
)
def test_more_than_twenty_files_and_one_in_a_hundred_are_too_much(lost: int, files: int, *, expected: bool) -> None:
    assert is_too_much([""] * lost, files) is expected
