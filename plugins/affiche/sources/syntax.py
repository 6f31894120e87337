"""What a broken line of YAML was meant to be: the commonest slips, each with the corrected line."""

from __future__ import annotations

import re

import yaml

from affiche.problems import Fault

_FIELD = re.compile(r"^(?P<indent>\s*(?:- )?)(?P<name>[A-Za-z_][\w-]*)\s*:(?P<space>\s*)(?P<value>.*)$")
_HIDDEN_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SPECIAL_STARTS = "[]{}*&!|>%@`,?"


def syntax_fault(entry: str, line: int, error: Exception | None) -> tuple[Fault, str]:
    """The fault of an entry that YAML cannot read, and the entry's field name where there is one.

    `entry` begins at `line` of its file; `error` is the parser's, None for text that is no field.
    """
    lines = entry.rstrip("\n").split("\n")
    head = _FIELD.match(lines[0])
    name = head["name"] if head else ""
    for offset, text in enumerate(lines):
        if fault := _line_fault(text, line + offset):
            return fault, name
    mark = getattr(error, "problem_mark", None)
    at = line + (min(mark.line, len(lines) - 1) if isinstance(error, yaml.MarkedYAMLError) and mark else 0)
    code = "indentation-off" if len(lines) > 1 else "yaml-unreadable"
    return Fault(code, line=at, column=1, values={"value": lines[at - line].strip()}), name


def _line_fault(text: str, line: int) -> Fault | None:
    """The slip that one line shows by itself."""
    if "\t" in text[: len(text) - len(text.lstrip())]:
        return Fault("tab-found", line=line, column=text.index("\t") + 1, hint=text.expandtabs(2).rstrip())
    match = _FIELD.match(text)
    if _HIDDEN_SPACES.match(text.lstrip(" ")) or (match and _HIDDEN_SPACES.match(match["space"])):
        column = next(_HIDDEN_SPACES.finditer(text)).start() + 1
        return Fault("hidden-space", line=line, column=column, hint=_HIDDEN_SPACES.sub(" ", text))
    if match is None:
        return None
    if match["value"] and not match["space"]:
        hint = f"{match['indent']}{match['name']}: {_quoted(match['value'])}"
        return Fault("space-after-colon", line=line, column=match.end("name") + 1, hint=hint)
    return _value_fault(match, line)


def _value_fault(match: re.Match[str], line: int) -> Fault | None:
    """A value that needs quotes, or whose quotes do not pair."""
    value = match["value"].strip()
    column = match.start("value") + 1
    if _SURROGATE.search(value):
        return Fault("character-invalid", line=line, column=column)
    code = ""
    if value[:1] in ("'", '"'):
        code = "" if _is_quoted(value) else "quotes-unbalanced"
    elif ": " in value or value.endswith(":") or (value[:1] in _SPECIAL_STARTS and value[:1] and not _parses(value)):
        code = "quotes-needed"
    if not code:
        return None
    hint = f"{match['indent']}{match['name']}: {_quoted(value)}"
    return Fault(code, line=line, column=column, values={"value": value}, hint=hint)


def _is_quoted(value: str) -> bool:
    return _parses(value)


def _parses(value: str) -> bool:
    try:
        list(yaml.parse(value, Loader=yaml.CSafeLoader))
    except yaml.YAMLError:
        return False
    return True


def _quoted(value: str) -> str:
    """A text in double quotes, its own double quotes made single."""
    bare = value.strip()
    if bare[:1] in ("'", '"'):
        bare = bare[1:]
        bare = bare.removesuffix("'").removesuffix('"')
    return '"' + bare.replace("\\", "\\\\").replace('"', "'") + '"'
