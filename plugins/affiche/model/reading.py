"""How a typed value is refused: pydantic's errors, carrying a code, values and a corrected value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pydantic import ValidationInfo
from pydantic_core import PydanticCustomError

from affiche.problems import Fault, Severity, Value


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file's values are read with: validators find it in their validation context.

    `language` is the file's own, for plain texts; None says they are neutral. With `lenient`, what deserves only
    a warning is accepted in silence: a field is read once to hear its warnings, and once more to have its value.
    """

    language: str | None = None
    lenient: bool = False

    def silenced(self) -> Reading:
        """The same reading, deaf to warnings."""
        return replace(self, lenient=True)

    def as_context(self) -> dict[str, Reading]:
        """The pydantic validation context that holds this reading."""
        return {"reading": self}


def reading_of(info: ValidationInfo) -> Reading:
    """The reading that a validator was called with; a neutral one outside a file."""
    reading: Reading = (info.context or {}).get("reading", Reading())
    return reading


def refusal(
    code: str, hint: Value = "", *, severity: Severity = Severity.ERROR, at: str = "", also: Sequence[Fault] = (),
    **values: str,
) -> PydanticCustomError:  # fmt: skip
    """The error to raise for a value that cannot stand, with the corrected value as `hint`.

    `at` names the field below the value that is wrong, for rules between fields; `also` is what else is wrong with it.
    """
    context: Mapping[str, object] = {"values": values, "hint": hint, "severity": severity, "at": at, "also": also}
    return PydanticCustomError(code, code, dict(context))
