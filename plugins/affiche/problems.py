"""What is wrong with a file, said as a value: all of it at once, never as an exception."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field as declared
from enum import StrEnum

#: Where a value stands in its file: field names and list positions, such as ("dates", 3, "start").
Place = tuple[str | int, ...]


class Severity(StrEnum):
    """How much a problem weighs: an error leaves its file out, a warning and a notice do not."""

    ERROR = "error"
    WARNING = "warning"
    NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class Fault:
    """One mistake, placed by field or by line, before it is known in which file.

    `values` fill the message of `code` in the catalogues; `hint` is YAML or Markdown to paste,
    without the name of the field, which the place gives.
    """

    code: str
    at: Place = ()
    severity: Severity = Severity.ERROR
    values: Mapping[str, str] = declared(default_factory=dict)
    hint: str = ""
    line: int = 0
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One mistake of one file: lines and columns count from 1, columns in characters.

    Problems sort by path, line, column and code. Messages are in the catalogues, by code.
    """

    path: str
    line: int
    column: int
    code: str
    field: str = ""
    severity: Severity = Severity.ERROR
    values: Mapping[str, str] = declared(default_factory=dict, compare=False)
    hint: str = ""

    @property
    def is_error(self) -> bool:
        """Whether the file is left out of the site because of it."""
        return self.severity is Severity.ERROR
