"""The table of what is promised: each rule stands in it once, and what it says keeps and proves a rule exists."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.projects import ROOT

TABLE = ROOT / "docs/security.md"
#: How many rules there are of each group.
RULES = {"A": 10, "B": 8, "C": 4, "D": 9, "E": 3, "F": 6, "G": 9, "H": 3, "I": 2, "P": 9, "S": 5}
NOT_YET = "**Not yet:**"


class Row(NamedTuple):
    """A rule as the table has it."""

    rule: str
    required: str
    kept_by: str
    proved_by: str

    @property
    def files(self) -> list[str]:
        return _named(self.kept_by)

    @property
    def tests(self) -> list[str]:
        return _named(self.proved_by)


def _named(cell: str) -> list[str]:
    """What stands in a cell as code."""
    return re.findall(r"`([^`]+)`", cell)


def rows() -> list[Row]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    return [Row(*line.strip("| ").split(" | ")) for line in lines if re.match(r"\| [A-Z][0-9]+ \|", line)]


def is_file(path: str) -> bool:
    """Whether a path of the repository, or of the package, is a file."""
    return any((folder / path).is_file() for folder in (ROOT, ROOT / "plugins/affiche"))


@cache
def functions_of(path: Path) -> frozenset[str]:
    """The functions of a file of tests; none of a file that is not there."""
    parts = ast.parse(path.read_text(encoding="utf-8")).body if path.is_file() else []
    return frozenset(part.name for part in parts if isinstance(part, ast.FunctionDef))


def is_proof(named: str) -> bool:
    """Whether a test, or a case that one reads, exists."""
    path, is_test, name = named.partition("::")
    return name in functions_of(ROOT / path) if is_test else path.startswith("tests/") and (ROOT / path).is_file()


def test_each_rule_stands_in_the_table_once() -> None:
    assert [row.rule for row in rows()] == [
        f"{group}{number}" for group, count in RULES.items() for number in range(1, count + 1)
    ]


def test_what_keeps_a_rule_exists() -> None:
    assert [(row.rule, path) for row in rows() for path in row.files if not is_file(path)] == []


def test_what_proves_a_rule_exists() -> None:
    assert [(row.rule, each) for row in rows() for each in row.tests if not is_proof(each)] == []


def test_a_rule_that_nothing_keeps_or_proves_says_so() -> None:
    assert [row.rule for row in rows() if not (row.files and row.tests) and NOT_YET not in row.required] == []


def test_files_that_are_named_beside_the_table_exist() -> None:
    text = TABLE.read_text(encoding="utf-8")
    beside = [line for line in text.splitlines() if not line.startswith("|")]
    assert [path for path in re.findall(r"`([\w./]+\.(?:py|js|yml|sh))`", "\n".join(beside)) if not is_file(path)] == []
