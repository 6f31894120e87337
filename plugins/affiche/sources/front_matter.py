"""Front matter, split off and read; where its syntax is broken, entry by entry, so that one fault hides no other."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any, Final

import yaml
from frontmatter import YAMLHandler  # type: ignore[attr-defined]

from affiche.model.collections import COLLECTIONS
from affiche.model.record import field_names, names_below
from affiche.problems import Fault, Place, Span
from affiche.sources.syntax import name_of, syntax_fault
from affiche.sources.yaml_reader import COMPLEX, TooMuch, Tree, parse_yaml

LONGEST = 64_000
REPAIRS_AN_ENTRY = 20

_ENTRY = re.compile(r"^(?=[^\s#\-])", re.MULTILINE)
#: What an editor, or a hurried hand, makes of the line `---`.
_DASHES = re.compile(r"\s*[-\u2010-\u2015\u2212]+\s*")
_HANDLER = YAMLHandler()


class Unreadable:
    """The value of a field that could not be read: it was typed, and its fault is already said."""


UNREADABLE: Final = Unreadable()


@dataclass(slots=True)
class FrontMatter:
    """A file's fields as typed, where each stands, what is wrong with them, and the body with its first line."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Place, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    body: str = ""
    body_line: int = 1

    def take(self, tree: Tree) -> None:
        """Adds the fields of a tree, and sets those aside that have a fault; a field already given is a fault."""
        found = _placed(tree)
        faulty = {fault.at[0] for fault in found if fault.at}
        fields = {name: value for name, value in (tree.values or {}).items() if name != COMPLEX}
        for name in filter(self.values.__contains__, fields):
            line, column, *_ = tree.places[(name,)]
            found.append(Fault("field-twice", (name,), values={"name": name}, line=line, column=column))
        self.faults += found
        for name, value in fields.items():
            self.values.setdefault(name, UNREADABLE if name in faulty else value)
        for place, span in tree.places.items():
            if place:
                self.places.setdefault(place, span)

    def take_repaired(self, tree: Tree, repaired: Mapping[int, Fault]) -> None:
        """Adds what a tree says of fields whose lines were fine, and that there are others.

        `repaired` are the faults by line; what else is wrong with their fields, but for tabs, may come of them.
        """
        values = tree.values if isinstance(tree.values, dict) else {}
        broken = {
            str(place[0])
            for place, span in tree.places.items()
            if place and place[0] in values and any(span.name_line <= line <= span.last_line for line in repaired)
        }
        others = [each for each in _placed(tree) if each.line not in repaired]
        faults = [each for each in others if each.code == "tab-found" or not broken.intersection(each.at[:1])]
        places = {place: span for place, span in tree.places.items() if not broken.intersection(place[:1])}
        self.take(Tree({name: value for name, value in values.items() if name not in broken}, places, faults))
        self.faults += repaired.values()
        self.set_aside(broken)

    def set_aside(self, names: Iterable[str]) -> None:
        """Notes that fields were typed of which nothing can be read."""
        for name in names:
            self.values.setdefault(name, UNREADABLE)


def _placed(tree: Tree) -> list[Fault]:
    """The faults of a tree, each with the field that it is in."""
    starts = sorted((span[:2], str(place[0])) for place, span in tree.places.items() if len(place) == 1)
    return [fault if fault.at else replace(fault, at=_field_of(fault, starts)) for fault in tree.faults]


def _field_of(fault: Fault, starts: Sequence[tuple[tuple[int, int], str]]) -> Place:
    """The field that a fault's line and column lie in; `starts` are where each begins, in order."""
    index = bisect(starts, (fault.line, fault.column), key=lambda start: start[0]) - 1
    return (starts[index][1],) if index >= 0 and starts[index][1] != COMPLEX else ()


def parse_front_matter(text: str) -> FrontMatter:
    """The front matter and body of a file's text (LF line ends)."""
    start = _HANDLER.FM_BOUNDARY.search(text)
    if start is None or text[: start.start()].strip():
        return FrontMatter(faults=[_start_missing(text)], body=text)
    try:
        head, body = _HANDLER.split(text)
    except ValueError:
        return FrontMatter(faults=[_end_missing(text)])
    matter = FrontMatter(body=body, body_line=_lines_in(text[: len(text) - len(body)]))
    blank, head = len(head) - len(head.lstrip("\n")), head.lstrip("\n")
    first_line = _lines_in(text[: start.end() + blank])
    if len(head) > LONGEST:
        matter.faults.append(Fault("file-too-large", line=1, values={"limit": str(LONGEST)}))
    else:
        _read(head, first_line, matter)
    return matter


def _lines_in(text: str) -> int:
    return text.count("\n") + 1


def _start_missing(text: str) -> Fault:
    first, _, _ = text.partition("\n")
    hint = "---" if _DASHES.fullmatch(first) else f"---\n{first}"
    return Fault("front-matter-missing", line=1, values={"reason": "start"}, hint=hint)


def _end_missing(text: str) -> Fault:
    """The second `---`: a line that was meant to be it, else the line above which the body seems to begin."""
    lines = text.split("\n")
    meant = [number for number, line in enumerate(lines) if number and _DASHES.fullmatch(line)]
    body = [number for number, line in enumerate(lines) if number and (not line.strip() or line.startswith("# "))]
    number = (meant or body or [len(lines) - 1])[0]
    above = [] if body or meant else [lines[number]]
    below = [] if meant or above else [lines[number]]
    hint = "\n".join([*above, "---", *below])
    return Fault("front-matter-missing", line=number + 1, values={"reason": "end"}, hint=hint)


def _read(head: str, first_line: int, matter: FrontMatter) -> None:
    """Reads the whole, or, where that fails, each entry by itself."""
    try:
        tree = parse_yaml(head, first_line)
    except TooMuch as refusal:
        matter.faults.append(refusal.fault)
    except (yaml.YAMLError, ValueError):
        for entry, line in _entries(head, first_line):
            _read_entry(entry, line, matter)
    else:
        if isinstance(tree.values, dict):
            matter.take(tree)
        elif tree.values is not None or tree.faults:
            _read_entry(head, first_line, matter)


def _read_entry(entry: str, line: int, matter: FrontMatter) -> None:
    """Reads one entry; what YAML cannot read is repaired line by line, to find all that is wrong, and set aside."""
    lines = entry.rstrip("\n").split("\n")
    faults: dict[int, Fault] = {}
    while True:
        tree, error = _tried(lines, line)
        if tree is not None and (isinstance(tree.values, dict) or tree.values is None):
            break
        fault = syntax_fault(lines, line, error, fields=_fields(), follows=bool(matter.values))
        repair = str(fault.hint)
        fault = replace(fault, at=_entry_at([*lines[: fault.line - line], repair or lines[fault.line - line]]))
        if len(faults) == REPAIRS_AN_ENTRY or fault.line in faults:
            break
        faults[fault.line] = fault
        if not repair or "\n" in repair:
            break
        lines[fault.line - line] = repair
    if tree is not None and not faults:
        matter.take(tree)
    elif tree is not None:
        matter.take_repaired(tree, faults)
    else:
        matter.faults += faults.values()
    matter.set_aside([name for each in lines if (name := name_of(each)) and not each[0].isspace()])


def _entry_at(lines: Sequence[str]) -> Place:
    """The field at the left edge that the last of an entry's lines belongs to."""
    names = (name_of(line) for line in reversed(lines) if line and not line[0].isspace())
    return next(((name,) for name in names if name), ())


def _tried(lines: Sequence[str], first_line: int) -> tuple[Tree | None, Exception | None]:
    """What an entry's lines hold, or why YAML cannot read them."""
    try:
        return parse_yaml("\n".join(lines), first_line), None
    except TooMuch as refusal:
        return Tree({}, faults=[refusal.fault]), None
    except (yaml.YAMLError, ValueError) as error:
        return None, error


@cache
def _fields() -> Mapping[str, frozenset[str]]:
    """The fields that a file of some collection may have, each with the names that it may hold."""
    below: dict[str, frozenset[str]] = {}
    for model in COLLECTIONS:
        for name in field_names(model):
            below[name] = below.get(name, frozenset()).union(names_below(model, (name,)))
    return below


def _entries(head: str, first_line: int) -> list[tuple[str, int]]:
    """The top-level entries of broken front matter: from each line that is not indented to the next one."""
    starts = [match.start() for match in _ENTRY.finditer(head)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(head)]
    return [(head[start:end], first_line + head[:start].count("\n")) for start, end in zip(starts, ends, strict=True)]
