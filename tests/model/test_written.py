"""Values as they are written in front matter."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.model.written import block_lines, written
from affiche.problems import Value
from affiche.sources.yaml_reader import parse_yaml

#: Texts as the reader hands them on: on one line, without what it removes.
NAMES = st.from_regex("[a-z]{1,5}", fullmatch=True)
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Zl", "Zp", "Cn", "Co")), max_size=12)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, min_size=1, max_size=3) | st.dictionaries(NAMES, inner, min_size=1, max_size=3),
    max_leaves=8,
)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("free", "free"),
        ("la-vallee", "la-vallee"),
        ("8.50", "8.50"),
        ("20:30", "20:30"),
        ("2026-10-03", "2026-10-03"),
        ("2026-10-31 02:30+01:00", "2026-10-31 02:30+01:00"),
        ("null", '"null"'),
        ("", '""'),
        ("Soirée : jazz", '"Soirée : jazz"'),
        ("L'été", '"L\'été"'),
        ('Le "Grand" soir', "'Le \"Grand\" soir'"),
        ('L\'"été"', '"L\'\\"été\\""'),
        ("a\\b", '"a\\\\b"'),
        ("https://example.org/", '"https://example.org/"'),
        (["a", "b c"], '[a, "b c"]'),
        ({"from": "8"}, "{from: 8}"),
    ],
)
def test_value_is_plain_where_that_is_safe(value: Value, expected: str) -> None:
    assert written(value) == expected


def test_block_form_is_indented_by_two() -> None:
    value: Value = {"name": {"fr": "Plein tarif", "nl": "Vol"}, "days": ["tue", {"from": "8"}]}
    assert block_lines(value) == [
        "name:",
        '  fr: "Plein tarif"',
        "  nl: Vol",
        "days:",
        "  - tue",
        "  - from: 8",
    ]


@given(VALUES)
def test_what_is_written_is_read_again(value: Any) -> None:
    for text in (f"x: {written(value)}", "x:\n" + "\n".join(f"  {line}" for line in block_lines(value))):
        tree = parse_yaml(text, 1)
        assert (tree.values, tree.faults) == ({"x": value}, [])
