"""A fault becomes a problem: with the line it stands on, and whole lines to paste in the place of those it spoils."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from affiche.model.source import Source
from affiche.model.written import block_lines, entry_lines, written
from affiche.problems import Beside, Entries, Fault, FieldName, Items, Place, Problem, Span, Value

#: Lines longer than this are not said again with their correction.
LONGEST = 5_000

_TOP = Span(1, 1, 1, 1, 1, 1)
_NAME = re.compile(r"\"[^\"]*\"|'[^']*'|[^:]*[^:\s]")
_COMMENT = re.compile(r"(?:\s+#.*|\s+)$")


def as_problem(fault: Fault, source: Source) -> Problem:
    """The problem of a file that a fault is, at its own line or at that of the value it is about."""
    field = ".".join(map(str, fault.at))
    if fault.line:
        line, column, hint, last_line = fault.line, fault.column, str(fault.hint), fault.line
    else:
        span = _nearest(source, fault.at)
        of_name = isinstance(fault.hint, FieldName) or fault.code == "field-unknown"
        line, column = (span.name_line, span.name_column) if of_name else span.position
        hint, last_line = _corrected(_lines(source.head), source, fault.at, fault.hint) if fault.hint else ("", line)
    return Problem(source.path, line, column, fault.code, field, fault.severity, fault.values, hint, last_line)


def of_path(fault: Fault, path: str) -> Problem:
    """The problem of a file's path that a fault is: its hint is another path."""
    parts = (fault.hint if part in fault.values.values() else part for part in path.split("/"))
    hint = "/".join(map(str, parts)) if fault.hint else ""
    return replace(as_problem(replace(fault, hint=""), Source(path)), hint=hint, last_line=0)


def restored(source: Source, name: str, value: str) -> str:
    """The front matter of a file that is gone, with one field in it as it should be."""
    lines = source.head.split("\n")
    text, last_line = _corrected(lines, source, (name,), value)
    lines[_nearest(source, (name,)).name_line - 1 : last_line] = text.split("\n")
    return "\n".join(lines)


def above(fault: Fault, lines: Sequence[str], first_line: int) -> Fault:
    """A fault of a body whose hint is a heading to add, with that heading above the line."""
    return replace(fault, hint=f"{fault.hint}\n\n{lines[fault.line - first_line]}") if fault.hint else fault


def within(fault: Fault, lines: Sequence[str], first_line: int) -> Fault:
    """A fault of a body whose hint is an address, with the whole line that holds the refused one."""
    line = lines[fault.line - first_line]
    before, after = line[: fault.column - 1], line[fault.column - 1 :]
    url = fault.values.get("url", "")
    hint = before + after.replace(url, str(fault.hint), 1) if fault.hint and url in after else ""
    return replace(fault, hint=hint)


@lru_cache(maxsize=4)
def _lines(text: str) -> list[str]:
    return text.split("\n")


def _nearest(source: Source, at: Place) -> Span:
    """Where a value stands, or the nearest value around it that was typed."""
    while at and at not in source.places:
        at = at[:-1]
    return source.places.get(at, _TOP)


def _corrected(lines: Sequence[str], source: Source, at: Place, hint: Value) -> tuple[str, int]:
    """The lines of the value at a place with the hint instead, and the last line that they replace."""
    if not at:
        return "", _TOP.line
    span = source.places.get(at)
    around = span or _nearest(source, at)
    if sum(map(len, lines[around.name_line - 1 : around.last_line])) > LONGEST:
        return "", around.last_line
    if span is None:
        return _with_field(lines, source, at, hint)
    if isinstance(hint, FieldName):
        if not hint.value or not _begins_in_flow(lines, span) or _is_in_flow(lines, source, at):
            return _renamed(lines[span.name_line - 1], span, hint), span.name_line
        hint = Entries({str(hint): hint.value})
    return _replaced(lines, source, at, hint)


def _replaced(lines: Sequence[str], source: Source, at: Place, hint: Value) -> tuple[str, int]:
    """The lines of a value that was typed with a hint of one of the kinds, and the last line that they replace."""
    span = source.places[at]
    match hint:
        case Entries():
            with_entries = _with_entries_in_flow if _is_in_flow(lines, source, at) else _with_entries
            return with_entries(lines, source, span, hint)
        case Beside():
            last_line = source.places[at[:1]].last_line
            return "\n".join([*lines[span.name_line - 1 : last_line], *block_lines(hint)]), last_line
        case Items():
            return _with_items(lines, span, hint), span.last_line
    return _with_value(lines, source, at, hint), span.last_line


def _renamed(line: str, span: Span, name: str) -> str:
    start = span.name_column - 1
    return line[:start] + _NAME.sub(name, line[start:], count=1)


def _with_entries(lines: Sequence[str], source: Source, span: Span, entries: Entries) -> tuple[str, int]:
    """The lines of a field with others instead, down to the last field that goes with it; nothing for one above."""
    before = lines[span.name_line - 1][: span.name_column - 1]
    others = [source.places[name,] for name in entries.also if (name,) in source.places]
    if any(other.name_line < span.name_line for other in others):
        return "", span.last_line
    last_line = max(each.last_line for each in (span, *others))
    gone = {line for each in (span, *others) for line in range(each.name_line, each.last_line + 1)}
    kept = [lines[line - 1] for line in range(span.name_line, last_line) if line not in gone]
    return "\n".join([_joined(before, block_lines(entries), span.name_column - 1), *kept]), last_line


def _with_entries_in_flow(lines: Sequence[str], _source: Source, span: Span, entries: Entries) -> tuple[str, int]:
    """The line of a field between braces with others instead; nothing where it is on several, or others go with it."""
    line = lines[span.name_line - 1]
    if entries.also or span.name_line != span.last_line:
        return "", span.last_line
    inner = written(dict(entries)).removeprefix("{").removesuffix("}")
    return f"{line[: span.name_column - 1]}{inner}{line[span.end_column - 1 :]}", span.last_line


def _with_items(lines: Sequence[str], span: Span, items: Items) -> str:
    *others, last = lines[span.name_line - 1 : span.last_line]
    end = span.end_column - 1
    if last[end - 1 :].startswith("]"):
        more = ", ".join(map(written, items))
        return "\n".join([*others, f"{last[: end - 1].rstrip()}, {more}{last[end - 1 :]}"])
    return "\n".join([*others, last, *(" " * (span.column - 1) + line for line in block_lines(items))])


def _with_value(lines: Sequence[str], source: Source, at: Place, value: Value) -> str:
    span = source.places[at]
    first, after = lines[span.name_line - 1], lines[span.last_line - 1][span.end_column - 1 :]
    before = first[: span.column - 1] if span.line == span.name_line else _COMMENT.sub("", first)
    if isinstance(value, str) or _is_in_flow(lines, source, at):
        return f"{before}{' ' * before.endswith(':')}{written(value)}{after}"
    if isinstance(at[-1], int):
        return _joined(before, block_lines(value), span.column - 1) + after
    return _joined(f"{before.rstrip()}{after}\n", ["", *block_lines(value)], span.name_column + 1).replace("\n\n", "\n")


def _with_field(lines: Sequence[str], source: Source, at: Place, value: Value) -> tuple[str, int]:
    """The lines of a mapping with one more field, of the file below its first line; nothing for what is no mapping."""
    span, name = source.places.get(at[:-1]), at[-1]
    if len(at) == 1 and lines[0].startswith("---"):
        return "\n".join([lines[0], *entry_lines(str(name), value)]), 1
    if span is None or isinstance(name, int) or not any(place[:-1] == at[:-1] for place in source.places):
        return "", _nearest(source, at).name_line
    last, end = lines[span.last_line - 1], span.end_column - 1
    others = lines[span.name_line - 1 : span.last_line - 1]
    if last[end - 1 :].startswith("}"):
        completed = f"{last[: end - 1].rstrip()}, {name}: {written(value)}{last[end - 1 :]}"
        return "\n".join([*others, completed]), span.last_line
    added = [" " * (span.column - 1) + line for line in entry_lines(name, value)]
    return "\n".join([*others, last, *added]), span.last_line


def _is_in_flow(lines: Sequence[str], source: Source, at: Place) -> bool:
    """Whether a value stands between brackets or braces."""
    return any(_begins_in_flow(lines, source.places[at[:length]]) for length in range(1, len(at)))


def _begins_in_flow(lines: Sequence[str], span: Span) -> bool:
    return lines[span.line - 1][span.column - 1 : span.column] in ("[", "{")


def _joined(before: str, lines: Sequence[str], indent: int) -> str:
    first, *others = lines
    return "\n".join([before + first, *(" " * indent + line for line in others)])
