"""What is made once: for a while, so that memory stays bounded."""

from __future__ import annotations

from copy import deepcopy

from hypothesis import given
from hypothesis import strategies as st

from affiche.model.remembered import Recent


def made_by(recent: Recent, keys: str) -> str:
    """The keys that something was made for, in turn."""
    made: list[str] = []

    def make(key: str) -> str:
        made.append(key)
        return key.upper()

    assert [recent.once(key, lambda key=key: make(key)) for key in keys] == [*keys.upper()]  # type: ignore[misc]
    return "".join(made)


def test_what_was_made_lately_is_not_made_again() -> None:
    assert made_by(Recent(), "abcabcab") == "abc"


def test_what_is_asked_for_outlives_what_is_not() -> None:
    assert made_by(Recent(2), "abacadaea") == "abcde"
    assert made_by(Recent(2), "abcdeab") == "abcdeab"


@given(st.text("abcdefgh"), st.integers(1, 4))
def test_no_more_than_two_generations_are_kept(keys: str, most: int) -> None:
    recent = Recent(most)
    made_by(recent, keys)
    kept = [key for key in "abcdefgh" if not made_by(deepcopy(recent), key)]
    assert len(kept) <= 2 * most
    assert {*keys[-most:]} <= {*kept}
