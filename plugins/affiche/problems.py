"""What is wrong with a file, said as a value: all of it at once, never as an exception."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from dataclasses import field as declared
from enum import StrEnum
from typing import NamedTuple, Self

#: Where a value stands in its file: field names and list positions, such as ("dates", 3, "start").
Place = tuple[str | int, ...]
#: A value as front matter holds it.
Value = str | list["Value"] | dict[str, "Value"]


class Span(NamedTuple):
    """Where a value stands with its name: lines and columns from 1, the end behind its last character.

    An item of a list has no name: its name begins where it does.
    """

    name_line: int
    name_column: int
    line: int
    column: int
    last_line: int
    end_column: int

    @property
    def position(self) -> tuple[int, int]:
        """The line and column to show: the value's, or its name's where the value begins further down."""
        return (self.line, self.column) if self.line == self.name_line else (self.name_line, self.name_column)


class FieldName(str):
    """A hint that corrects the name of a field and keeps its `value`, which is told where it is more than a text."""

    __slots__ = ("value",)

    value: Value

    def __new__(cls, name: str, value: Value = "") -> Self:
        """A name, with the list or mapping that stands behind it."""
        made = super().__new__(cls, name)
        made.value = value
        return made


class Entries(dict[str, Value]):
    """A hint that replaces a whole field, its name included, by these; the fields below it in `also` go too."""

    __slots__ = ("also",)

    def __init__(self, fields: Mapping[str, Value], also: tuple[str, ...] = ()) -> None:
        super().__init__(fields)
        self.also = also


class Beside(dict[str, Value]):
    """A hint that keeps what was typed, and adds these below the field that it is in."""


class Items(list[Value]):
    """A hint that adds these to a list, and begins the list where there is none."""


class Severity(StrEnum):
    """How much a problem weighs: an error leaves its file out, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake, placed by field or by line, before it is known in which file.

    `values` fill the message of `code` in the catalogues. `hint` is the corrected value of the field at `at`, or, for
    a fault with a `line` of its own, the whole corrected line; empty where none is evident.
    """

    code: str
    at: Place = ()
    severity: Severity = Severity.ERROR
    values: Mapping[str, str] = declared(default_factory=dict)
    hint: Value = ""
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake of one file: lines and columns count from 1, columns in characters.

    Problems sort by path, line, column and code. Messages are in the catalogues, by code. `hint` is text to paste
    in the place of the lines from `line` to `last_line`; where `last_line` is 0, another path for the file.
    """

    path: str
    line: int
    column: int
    code: str
    field: str = ""
    severity: Severity = Severity.ERROR
    values: Mapping[str, str] = declared(default_factory=dict, compare=False)
    hint: str = ""
    last_line: int = declared(default=0, compare=False)

    @property
    def is_error(self) -> bool:
        """Whether the file is left out of the site because of it."""
        return self.severity is Severity.ERROR


def refuses(problems: Iterable[Problem], *, strict: bool) -> bool:
    """Whether problems make a check fail: an error does, and under `strict` a warning too."""
    heavy = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return any(problem.severity in heavy for problem in problems)
