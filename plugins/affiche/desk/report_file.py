"""The report of problems read back from its JSON, when it comes from where a contributor could have written it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from affiche.desk.message import message
from affiche.desk.proposal import PROBLEMS_FILE, ArtefactRefused, Language
from affiche.problems import Problem, Severity

MOST_PROBLEMS = 5_000

_Text = Annotated[str, Field(max_length=20_000)]
_Position = Annotated[int, Field(ge=0, le=1_000_000)]


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class _Reported(_Strict):
    path: Annotated[str, Field(max_length=1_000)]
    line: Annotated[_Position, Field(ge=1)]
    column: Annotated[_Position, Field(ge=1)]
    last_line: _Position
    field: Annotated[str, Field(max_length=300)]
    code: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)]
    severity: Literal["error", "warning", "notice"]
    values: dict[Annotated[str, Field(pattern=r"^[a-z_]{1,30}$")], _Text]
    message: dict[Language, _Text]
    hint: Annotated[str, Field(max_length=200_000)]


class _Report(_Strict):
    version: Literal[1]
    problems: Annotated[tuple[_Reported, ...], Field(max_length=MOST_PROBLEMS)]


def parse_report(data: bytes) -> tuple[Problem, ...]:
    """The problems of a report, in order; their sentences are said anew. Raises `ArtefactRefused`."""
    try:
        report = _Report.model_validate_json(data)
    except ValidationError as error:
        raise ArtefactRefused(f"{PROBLEMS_FILE}: {error.error_count()} values are not what a check writes") from None
    problems = tuple(sorted(_problem(each) for each in report.problems))
    for problem in problems:
        _try_to_say(problem)
    return problems


def _problem(each: _Reported) -> Problem:
    severity = Severity(each.severity)
    return Problem(
        each.path, each.line, each.column, each.code, each.field, severity, each.values, each.hint, each.last_line
    )


def _try_to_say(problem: Problem) -> None:
    """Refuses a problem that our catalogues cannot say: an unknown code, or values of another."""
    try:
        message(problem, "fr")
    except (LookupError, ValueError, TypeError, ArithmeticError):
        raise ArtefactRefused(f"{PROBLEMS_FILE}: {problem.code} is not said like this") from None
