"""YAML read as text: against PyYAML's own writer, and what is refused."""

from __future__ import annotations

import time
from contextlib import suppress
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from affiche.problems import Fault, Span
from affiche.sources.yaml_reader import DEEPEST, MOST_VALUES, TooMuch, Tree, parse_yaml

texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
names = st.from_regex("[a-z][a-z_]{0,6}", fullmatch=True)
trees = st.recursive(
    texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3), max_leaves=10
)


def parsed(text: str) -> Any:
    tree = parse_yaml(text, 1)
    assert tree.faults == []
    return tree.values


def faults(text: str) -> list[tuple[str, str]]:
    """The place and the code of each fault of a text that begins at line 2 of its file."""
    return [(f"{fault.line}:{fault.column}", fault.code) for fault in parse_yaml(text, 2).faults]


@given(st.dictionaries(names, trees, max_size=4), st.sampled_from([True, False, None]))
def test_tree_is_what_was_written(values: dict[str, Any], flow: bool | None) -> None:  # noqa: FBT001
    text = yaml.dump(values, allow_unicode=True, default_flow_style=flow, width=1000)
    assert parsed(text) == values


@given(st.dictionaries(names, trees, min_size=1, max_size=4), st.sampled_from([True, False, None]))
def test_each_value_has_its_place(values: dict[str, Any], flow: bool | None) -> None:  # noqa: FBT001
    text = yaml.dump(values, allow_unicode=True, default_flow_style=flow, width=1000)
    lines = text.split("\n")
    for place, span in parse_yaml(text, 1).places.items():
        value: Any = values
        for step in place:
            value = value[step]
        if isinstance(value, str) and span.line == span.last_line:
            typed = lines[span.line - 1][span.column - 1 : span.end_column - 1]
            assert parsed(typed) == value
        if place and isinstance(place[-1], str):
            assert lines[span.name_line - 1][span.name_column - 1 :].startswith(place[-1])


@pytest.mark.parametrize(
    "typed",
    [
        "20:30",
        "9:30",
        "0475",
        "no",
        "yes",
        "12:50",
        "8.50",
        "1e3",
        "0x1F",
        "2026-12-05",
        "2026-12-05 20:00",
        "on",
        ".5",
        "=",
        "<<",
    ],
)
def test_scalar_stays_what_was_typed(typed: str) -> None:
    assert parsed(f"a: {typed}\nb: [{typed}]\n") == {"a": typed, "b": [typed]}


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_nothing_typed_is_nothing(typed: str) -> None:
    assert parsed(f"a: {typed}\n") == {"a": None}
    assert parsed(f'a: "{typed}"\n') == {"a": typed}


def test_empty_text_holds_nothing() -> None:
    assert parse_yaml("", 1) == Tree()
    assert parse_yaml("# words\n", 1) == Tree()


def test_place_is_that_of_the_name_and_the_value() -> None:
    text = 'title: Nuit\ndates:\n  - start: "2026"\n    note:\n      fr: a\n  - {start: b}\n'
    assert parse_yaml(text, 2).places == {
        (): Span(2, 1, 2, 1, 7, 15),
        ("title",): Span(2, 1, 2, 8, 2, 12),
        ("dates",): Span(3, 1, 4, 3, 7, 15),
        ("dates", 0): Span(4, 5, 4, 5, 6, 12),
        ("dates", 0, "start"): Span(4, 5, 4, 12, 4, 18),
        ("dates", 0, "note"): Span(5, 5, 6, 7, 6, 12),
        ("dates", 0, "note", "fr"): Span(6, 7, 6, 11, 6, 12),
        ("dates", 1): Span(7, 5, 7, 5, 7, 15),
        ("dates", 1, "start"): Span(7, 6, 7, 13, 7, 14),
    }


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &b c\n", [("2:4", "yaml-anchor")]),
        ("a: *b\n", [("2:4", "yaml-alias")]),
        ("a: &b [c]\nd: *b\n", [("2:4", "yaml-anchor"), ("3:4", "yaml-alias")]),
        ("a: !!python/object/apply:os.system [b]\n", [("2:4", "yaml-tag")]),
        ("a: !b c\n", [("2:4", "yaml-tag")]),
        ("&b a: c\n", [("2:1", "yaml-anchor")]),
        ("%YAML 1.1\n---\na: b\n", [("2:1", "yaml-directive")]),
        ("%TAG ! tag:example.org,2000:\n---\na: b\n", [("2:1", "yaml-directive")]),
        ("a: b\n---\nc: d\n", [("3:1", "yaml-second-document")]),
        ("a: b\na: c\n", [("3:1", "field-twice")]),
        ("a: {b: c, b: d}\n", [("2:11", "field-twice")]),
        ("? [a]\n: b\n", [("2:3", "yaml-complex-key")]),
        ("? {a: b}\n: c\n", [("2:3", "yaml-complex-key")]),
        ("[a]: b\n", [("2:1", "yaml-complex-key")]),
        ("<<: {a: b}\n", []),
        ("a\u00a0: b\n", [("2:1", "hidden-space")]),
        ("a:\n  - b\n   - c\n", [("4:4", "indentation-off")]),
    ],
)
def test_what_plain_files_do_not_need_is_a_fault(text: str, found: list[tuple[str, str]]) -> None:
    assert faults(text) == found


def test_first_of_two_fields_with_one_name_stands() -> None:
    assert parse_yaml("a: b\na: c\n", 1).values == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "hint", "lost"),
    [
        ("title: Concert # 3\n", 'title: "Concert # 3"', "# 3"),
        ("title:\n  fr: Concert #3\n", '  fr: "Concert #3"', "#3"),
        ("keywords:\n  - nuit # jour\n", '  - "nuit # jour"', "# jour"),
        ("title: Concert\n  de nuit # 3\n", "", "# 3"),
    ],
)
def test_text_that_a_comment_may_have_cut_is_a_fault(text: str, hint: str, lost: str) -> None:
    [fault] = parse_yaml(text, 1).faults
    assert (fault.code, fault.hint, fault.values["lost"]) == ("text-cut-by-hash", hint, lost)


@pytest.mark.parametrize(
    "text", ["start: 2026 # comment\n", 'title: "Concert" # comment\n', "title: Concert#3\n", "# a\ntitle: b\n"]
)
def test_comment_elsewhere_is_a_comment(text: str) -> None:
    assert parse_yaml(text, 1).faults == []


def test_tree_may_be_so_deep_and_no_deeper() -> None:
    assert parsed("a: " + "[" * (DEEPEST - 1) + "]" * (DEEPEST - 1))
    with pytest.raises(TooMuch) as refusal:
        parse_yaml("a: " + "[" * DEEPEST + "]" * DEEPEST, 2)
    assert refusal.value.fault == Fault("yaml-too-much", line=2, column=4 + DEEPEST - 1)


def test_tree_may_hold_so_much_and_no_more() -> None:
    assert len(parsed(f"a: [{'b, ' * MOST_VALUES}]")["a"]) == MOST_VALUES
    with pytest.raises(TooMuch):
        parse_yaml(f"a: [{'b, ' * (MOST_VALUES + 1)}]", 1)


@pytest.mark.parametrize("text", ["a: [b", "a: 'b", "a: b: c", "\ta: b", "a:\n- b\n c: d\n", "@a: b", "a: \x07"])
def test_broken_syntax_is_an_error(text: str) -> None:
    with pytest.raises(yaml.YAMLError):
        parse_yaml(text, 1)


@pytest.mark.parametrize(
    "text", ["[" * 50_000, "{a: " * 20_000, "- " * 30_000, "&a [" * 20_000, "? " * 30_000, "a: &a [*a, *a]\n" * 5_000]
)
def test_hostile_text_takes_no_time(text: str) -> None:
    started = time.process_time()
    with suppress(TooMuch, yaml.YAMLError):
        parse_yaml(text, 1)
    assert time.process_time() - started < 2


@given(st.text(alphabet="ab:-[]{}&*!|>'\"%@#?, \n\t~", max_size=40))
def test_any_text_is_a_tree_or_an_error(text: str) -> None:
    try:
        tree = parse_yaml(text, 1)
    except (TooMuch, yaml.YAMLError):
        return
    lines = text.count("\n") + 1
    assert all(1 <= fault.line <= lines + 1 for fault in tree.faults)
