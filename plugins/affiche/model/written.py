"""Values as they are written in front matter: plain where that is safe, else quoted; block form with two spaces."""

from __future__ import annotations

import re

from affiche.problems import Value

#: Words, ids, numbers, hours, days and moments, in which no reader of YAML sees anything else.
_PLAIN = re.compile(
    r"(?!(?i:null)$)[A-Za-z0-9]+(?:[-_][A-Za-z0-9]+)*|-?[0-9]+[.][0-9]+|[0-9]{1,2}:[0-9]{2}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}(?:[+-][0-9]{2}:[0-9]{2})?"
)


def is_plain(text: str) -> bool:
    """Whether a text needs no quotes: a word, an id, a number, an hour, a day or a moment."""
    return bool(_PLAIN.fullmatch(text))


def written(value: Value) -> str:
    """A value on one line: a scalar, or a list or mapping in flow form."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {written(item)}" for name, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(written, value)) + "]"
    return value if is_plain(value) else quoted(value)


def quoted(text: str) -> str:
    """A text in quotes: double ones, unless it holds such and no single one."""
    if '"' in text and "'" not in text and "\\" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def block_lines(value: Value) -> list[str]:
    """A value in block form, a line each; texts in double quotes, one text on one line."""
    if isinstance(value, str) or not value:
        return [written(value)]
    if isinstance(value, dict):
        return [line for name, item in value.items() for line in entry_lines(name, item)]
    return [line for item in value for line in _item_lines(item)]


def entry_lines(name: str, value: Value) -> list[str]:
    """A field with its value in block form."""
    if isinstance(value, str) or not value:
        return [f"{name}: {written(value)}"]
    return [f"{name}:", *(f"  {line}" for line in block_lines(value))]


def _item_lines(value: Value) -> list[str]:
    first, *others = block_lines(value)
    return [f"- {first}", *(f"  {line}" for line in others)]
