"""What is asked for in an address: keys and values of no language, and nothing that is not known."""

from __future__ import annotations

import pytest

from tests.scripts.node import ask

CHOICES = {
    "discipline": [["music", "Musique"], ["dance", "Danse"]],
    "municipality": [["ixelles", "Ixelles", "Elsene"]],
    "language": [["fr", "français"]],
    "access": [["wheelchair", "Fauteuil roulant"]],
}


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("", ""),
        ("?discipline=music", "?discipline=music"),
        ("?discipline=dance,music&q=bal", "?q=bal&discipline=dance,music"),
        ("?discipline=music,music,rock&type=concert", "?discipline=music"),
        ("?when=tonight&from=2026-12-05", "?when=tonight"),
        ("?when=yesterday", ""),
        ("?from=2026-12-05&to=2026-12-06", "?from=2026-12-05&to=2026-12-06"),
        ("?from=2026-02-30&to=hier", ""),
        ("?language=none,fr,de", "?language=none,fr"),
        ("?access=wheelchair,partial", "?access=wheelchair,partial"),
        ("?free=1&online=1&runs=0&age=06&sort=near", "?free=1&age=6&online=1&runs=0&sort=near"),
        ("?free=yes&online=0&runs=1&age=-6&sort=date", ""),
        ("?utm_source=x&__proto__=1&constructor=2", ""),
        ("?q=l%27%C3%A9t%C3%A9+%26+%3Cb%3E", "?q=l%27%C3%A9t%C3%A9+%26+%3Cb%3E"),
    ],
)
def test_an_address_is_read_and_written(asked: str, kept: str) -> None:
    assert ask("query.js", "script.write(script.read(...values))", asked, CHOICES) == kept


@pytest.mark.parametrize(
    ("asked", "key", "value", "is_on", "then"),
    [
        ("?discipline=music", "discipline", "dance", True, "?discipline=music,dance"),
        ("?discipline=music,dance", "discipline", "music", False, "?discipline=dance"),
        ("?from=2026-12-05", "when", "today", True, "?when=today"),
        ("?when=today", "to", "2026-12-05", True, "?to=2026-12-05"),
        ("?when=today", "when", "", False, ""),
        ("?from=2026-12-05&to=2026-12-06", "from", "2026-12-05", False, "?to=2026-12-06"),
        ("?age=6", "age", "6", False, ""),
    ],
)
def test_a_choice_is_made_and_taken_back(asked: str, key: str, value: str, is_on: bool, then: str) -> None:  # noqa: FBT001
    expression = "script.write(script.changed(script.read(values[0], values[1]), ...values.slice(2)))"
    assert ask("query.js", expression, asked, CHOICES, key, value, is_on) == then
