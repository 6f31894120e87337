"""Fingerprints of texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from affiche.model.fingerprint import digest

texts = st.lists(st.text(st.characters(codec=None), max_size=4), max_size=4)


@given(texts, texts)
def test_digests_are_equal_only_for_the_same_texts(first: list[str], second: list[str]) -> None:
    assert (digest(first) == digest(second)) is (first == second)


def test_digest_knows_where_each_text_ends() -> None:
    assert len({digest(parts) for parts in (["ab"], ["a", "b"], ["", "ab"], ["ab", ""], [])}) == 5


def test_digest_is_the_same_on_every_machine() -> None:
    assert digest(["Nuit"]) == "f26aef9bdd3d9c57d6c7cd9c3d73d9ab"
    assert digest(iter(["Nuit", "ouverte"])) == digest(("Nuit", "ouverte"))
