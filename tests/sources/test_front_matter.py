"""Front matter: what is read, and how one fault hides no other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from affiche.problems import Fault
from affiche.sources.front_matter import LONGEST, UNREADABLE, parse_front_matter
from tests.examples import examples

Found = list[tuple[str, str, str]]


def read(text: str) -> tuple[dict[str, Any], Found]:
    """The fields of a text, and the place, code and field of each fault."""
    matter = parse_front_matter(text)
    faults = [(f"{each.line}:{each.column}", each.code, ".".join(map(str, each.at))) for each in matter.faults]
    return matter.values, sorted(faults)


@pytest.mark.parametrize(
    ("text", "values", "body", "body_line"),
    [
        ("---\na: b\n---\nSoir\n", {"a": "b"}, "\nSoir\n", 3),
        ("---\na: b\n---", {"a": "b"}, "", 3),
        ("\n\n---\na: b\n---\nSoir\n", {"a": "b"}, "\nSoir\n", 5),
        ("---\n\na: b\n\n---\n\nSoir\n", {"a": "b"}, "\nSoir\n", 6),
        ("-----\na: b\n-----\nSoir\n", {"a": "b"}, "\nSoir\n", 3),
        ("---\n---\nSoir\n", {}, "\nSoir\n", 2),
        ("---\n# words\n---\n", {}, "", 4),
        ("---\na: b\n---\nSoir\n---\nNuit\n", {"a": "b"}, "\nSoir\n---\nNuit\n", 3),
        ("---\na: |\n  b\n  --- c\n---\n", {"a": "b\n--- c\n"}, "", 6),
    ],
)
def test_front_matter_is_split_from_the_body(text: str, values: dict[str, str], body: str, body_line: int) -> None:
    matter = parse_front_matter(text)
    assert (matter.values, matter.faults, matter.body, matter.body_line) == (values, [], body, body_line)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", Fault("front-matter-missing", line=1, values={"reason": "start"}, hint="---\n")),
        ("Soir\n", Fault("front-matter-missing", line=1, values={"reason": "start"}, hint="---\nSoir")),
        ("–––\na: b\n---\n", Fault("front-matter-missing", line=1, values={"reason": "start"}, hint="---")),
        ("a: b\n---\nSoir\n", Fault("front-matter-missing", line=1, values={"reason": "start"}, hint="---\na: b")),
        ("---\na: b\n—\nSoir\n", Fault("front-matter-missing", line=3, values={"reason": "end"}, hint="---")),
        ("---\na: b\n\nSoir\n", Fault("front-matter-missing", line=3, values={"reason": "end"}, hint="---\n")),
        ("---\na: b\n# fr\nSoir", Fault("front-matter-missing", line=3, values={"reason": "end"}, hint="---\n# fr")),
        ("---\na: b", Fault("front-matter-missing", line=2, values={"reason": "end"}, hint="a: b\n---")),
    ],
)
def test_line_of_dashes_that_is_missing_is_told_where_it_belongs(text: str, fault: Fault) -> None:
    matter = parse_front_matter(text)
    assert (matter.values, matter.faults) == ({}, [fault])


@pytest.mark.parametrize(
    ("head", "values", "found"),
    [
        (
            "a: Soirée : jazz\nb: '\nc: d",
            {"a": UNREADABLE, "b": UNREADABLE, "c": "d"},
            [("2:4", "quotes-needed", "a"), ("3:4", "quotes-unbalanced", "b")],
        ),
        ("a: [b\nc: d", {"a": UNREADABLE, "c": "d"}, [("2:4", "bracket-open", "a")]),
        ("\ta: b\nc: d", {"a": UNREADABLE, "c": "d"}, [("2:1", "tab-found", "a")]),
        ("a: b\n\tc: d", {"a": "b", "c": UNREADABLE}, [("3:1", "tab-found", "c")]),
        ("a:b\nc: d", {"a": UNREADABLE, "c": "d"}, [("2:2", "space-after-colon", "a")]),
        ("a: b\nwords\nc: d", {"a": "b", "c": "d"}, [("3:1", "indentation-off", "")]),
        (
            "a: b\na: c\nd: '",
            {"a": "b", "d": UNREADABLE},
            [("3:1", "field-twice", "a"), ("4:4", "quotes-unbalanced", "d")],
        ),
        (
            "a: &x b\nc: *x\nd: e",
            {"a": UNREADABLE, "c": UNREADABLE, "d": "e"},
            [("2:4", "yaml-anchor", "a"), ("3:4", "yaml-alias", "c")],
        ),
        ("a: {b: &x c}\nd: e", {"a": UNREADABLE, "d": "e"}, [("2:8", "yaml-anchor", "a")]),
        ("[a]: b\nc: d", {"c": "d"}, [("2:1", "yaml-complex-key", "")]),
        ("a:\n  - b\n   - c\nd: e", {"a": UNREADABLE, "d": "e"}, [("4:4", "indentation-off", "a")]),
        ("a: b\n...\nc: d", {"a": "b", "c": "d"}, [("3:1", "yaml-second-document", "")]),
        ("- a\n- b", {}, [("2:1", "yaml-unreadable", "")]),
        ("words", {}, [("2:1", "yaml-unreadable", "")]),
    ],
)
def test_fault_sets_its_field_aside_and_leaves_the_others(head: str, values: dict[str, Any], found: Found) -> None:
    assert read(f"---\n{head}\n---\n") == (values, found)


def test_places_of_fields_are_those_of_the_file() -> None:
    matter = parse_front_matter("\n---\na: b\nc:\n  - d\n---\n")
    assert {place: span.position for place, span in matter.places.items()} == {
        ("a",): (3, 4),
        ("c",): (4, 1),
        ("c", 0): (5, 5),
    }


def test_places_are_kept_beside_a_fault() -> None:
    matter = parse_front_matter("---\na: '\nb: c\n---\n")
    assert {place: span.position for place, span in matter.places.items()} == {("b",): (3, 4)}


def test_front_matter_may_be_so_long_and_no_longer() -> None:
    assert read(f"---\na: {'b' * (LONGEST - 5)}\n---\n")[1] == []
    assert read(f"---\na: {'b' * LONGEST}\n---\n") == ({}, [("1:1", "file-too-large", "")])


@pytest.mark.parametrize(
    "head", ["a: " + "[" * 5000, "a: [\n" * 3000, "- " * 9000, "a: '\n" * 3000, "a : b: c\n" * 3000]
)
def test_hostile_front_matter_is_a_fault(head: str) -> None:
    assert read(f"---\n{head}\n---\n")[1] != []


@examples(300)
@given(
    st.lists(
        st.sampled_from(
            ["a", ":", " ", "- ", "\n", "'", '"', "[", "]", "{", "}", "#", "&", "*", "!", "\t", "---\n", ": "]
        )
    )
)
def test_any_front_matter_gives_fields_or_a_fault(parts: list[str]) -> None:
    text = f"---\nkept: 1\n{''.join(parts)}\n---\n"
    matter = parse_front_matter(text)
    lines = text.count("\n") + 1
    assert matter.values or matter.faults
    assert all(1 <= fault.line <= lines for fault in matter.faults)
    assert all(1 <= span.name_line <= span.line <= span.last_line <= lines for span in matter.places.values())
