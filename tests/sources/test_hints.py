"""From a fault to a problem: its line, and whole lines to paste."""

from __future__ import annotations

import pytest

from affiche.model.source import Source
from affiche.problems import Beside, Entries, Fault, FieldName, Items, Place, Value
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.hints import LONGEST, above, as_problem, restored, within

TEXT = """---
type:   Nuit # à revoir
venue: {name: "La Halle", country: Belgique}
organisers:
  - zinneke
  - organisation: kiosque
    role: hote
dates:
  - start: 03/10/2026
    doors: 19h30
price:
  from: 8,50
empty:
tags: [x] # fin
note: |
  Deux
  lignes

"nom": x
---
"""

ORGANISERS = "organisers:\n  - zinneke\n  - organisation: kiosque\n    role: hote"


def corrected(at: Place, hint: Value) -> tuple[int, int, int, str]:
    """Line, column, last line and lines to paste for a value that should be another."""
    matter = parse_front_matter(TEXT)
    assert matter.faults == []
    problem = as_problem(Fault("x", at, hint=hint), Source("content/x.md", "", matter.places, TEXT))
    return problem.line, problem.column, problem.last_line, problem.hint


@pytest.mark.parametrize(
    ("at", "hint", "expected"),
    [
        (("type",), "Soir", (2, 9, 2, "type:   Soir # à revoir")),
        (("type",), "Soir : jazz", (2, 9, 2, 'type:   "Soir : jazz" # à revoir')),
        (("type",), {"fr": "Nuit, jour", "nl": "b"}, (2, 9, 2, 'type: # à revoir\n  fr: "Nuit, jour"\n  nl: b')),
        (("venue", "country"), "BE", (3, 36, 3, 'venue: {name: "La Halle", country: BE}')),
        (("venue", "country"), {"a": "b"}, (3, 36, 3, 'venue: {name: "La Halle", country: {a: b}}')),
        (("venue", "street"), "b c", (3, 8, 3, 'venue: {name: "La Halle", country: Belgique, street: "b c"}')),
        (("venue",), "la-halle", (3, 8, 3, "venue: la-halle")),
        (("organisers", 0), "la-vallee", (5, 5, 5, "  - la-vallee")),
        (("organisers", 0), {"organisation": "a", "role": "host"}, (5, 5, 5, "  - organisation: a\n    role: host")),
        (("organisers", 1, "role"), "host", (7, 11, 7, "    role: host")),
        (("organisers", 1), "kiosque", (6, 5, 7, "  - kiosque")),
        (("organisers",), ["a", "b"], (4, 1, 7, "organisers:\n  - a\n  - b")),
        (("dates", 0, "start"), "2026-10-03", (9, 12, 9, "  - start: 2026-10-03")),
        (("dates", 0, "doors"), "19:30", (10, 12, 10, "    doors: 19:30")),
        (("dates", 0, "id"), "premiere", (9, 5, 10, "  - start: 03/10/2026\n    doors: 19h30\n    id: premiere")),
        (("price",), "free", (11, 1, 12, "price: free")),
        (("price", "from"), "8.50", (12, 9, 12, "  from: 8.50")),
        (("price",), [{"name": "A", "price": "8"}], (11, 1, 12, "price:\n  - name: A\n    price: 8")),
        (("empty",), "x", (13, 7, 13, "empty: x")),
        (("note",), "Une ligne", (15, 7, 17, 'note: "Une ligne"')),
        (("type",), FieldName("name"), (2, 1, 2, "name:   Nuit # à revoir")),
        (("nom",), FieldName("name"), (19, 1, 19, "name: x")),
        (("dates", 0, "doors"), FieldName("start"), (10, 5, 10, "    start: 19h30")),
        (("organisers",), FieldName("performers"), (4, 1, 4, "performers:")),
        (("type",), Entries({"name": "x", "url": "y"}), (2, 9, 2, "name: x\nurl: y")),
        (("dates",), Entries({"x": "y"}, ("empty", "lost")), (8, 1, 13, "x: y\nprice:\n  from: 8,50")),
        (("dates",), Entries({"x": "y"}, ("type",)), (8, 1, 10, "")),
        (("price", "from"), Beside({"x": ["y"]}), (12, 9, 12, "  from: 8,50\nx:\n  - y")),
        (("organisers",), Items(["a", "b"]), (4, 1, 7, f"{ORGANISERS}\n  - a\n  - b")),
        (("tags",), Items([{"a": "b", "c": "d"}]), (14, 7, 14, "tags: [x, {a: b, c: d}] # fin")),
        (("lost",), Items(["a"]), (1, 1, 1, "---\nlost:\n  - a")),
        (("start",), "2026-10-03", (1, 1, 1, "---\nstart: 2026-10-03")),
        ((), "x", (1, 1, 1, "")),
        (("organisers", 9), "x", (4, 1, 4, "")),
        (("type",), "", (2, 9, 2, "")),
    ],
)
def test_hint_becomes_whole_lines(at: Place, hint: Value, expected: tuple[int, int, int, str]) -> None:
    assert corrected(at, hint) == expected


def test_fault_with_a_line_of_its_own_keeps_its_lines() -> None:
    problem = as_problem(Fault("x", ("title",), hint="title: x", line=7, column=3), Source("content/x.md"))
    assert (problem.line, problem.column, problem.last_line) == (7, 3, 7)
    assert (problem.field, problem.hint) == ("title", "title: x")


def test_file_that_is_gone_is_restored_with_a_field() -> None:
    source = Source("content/x.md", "", parse_front_matter(TEXT).places, TEXT)
    assert restored(source, "empty", "x") == TEXT.replace("empty:", "empty: x")
    assert restored(source, "status", "cancelled") == TEXT.replace("---\n", "---\nstatus: cancelled\n", 1)


def test_long_lines_are_not_said_again() -> None:
    text = f'---\nkeywords: ["{"x" * LONGEST}", b]\n---\n'
    source = Source("content/x.md", "", parse_front_matter(text).places, text)
    assert as_problem(Fault("x", ("keywords", 1), hint="c"), source).hint == ""


def test_heading_stands_above_the_line_of_the_body() -> None:
    assert above(Fault("x", hint="# fr", line=12), ["", "Soir"], 11).hint == "# fr\n\nSoir"
    assert above(Fault("x", line=12), ["", "Soir"], 11).hint == ""


def test_address_is_put_into_its_line() -> None:
    fault = Fault("x", values={"url": "www.a.org"}, hint="https://www.a.org", line=12, column=4)
    assert within(fault, ["", "Un [site](www.a.org)."], 11).hint == "Un [site](https://www.a.org)."
    assert within(fault, ["", "Un [site][1]."], 11).hint == ""
