"""Front matter: split off, read, and read entry by entry where its syntax is broken, so that one fault hides no other."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml
from frontmatter.default_handlers import YAMLHandler

from affiche.problems import Fault, Place, Span
from affiche.sources.syntax import syntax_fault
from affiche.sources.yaml_reader import TooMuch, Tree, parse_yaml

LONGEST = 64_000

_ENTRY = re.compile(r"^(?=[^\s#\-])", re.MULTILINE)
_HANDLER = YAMLHandler()


@dataclass(slots=True)
class FrontMatter:
    """A file's fields as typed, where each stands, what is wrong with them, and the body with its first line."""

    values: dict[str, Any] = field(default_factory=dict)
    places: dict[Place, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    body: str = ""
    body_line: int = 1

    def take(self, tree: Tree) -> None:
        """Adds the entries of a tree; a field that another entry already gave is a fault."""
        self.faults += tree.faults
        for name, value in tree.values.items():
            if name in self.values:
                span = tree.places[(name,)]
                values = {"name": name}
                self.faults.append(Fault("field-twice", values=values, line=span.name_line, column=span.name_column))
                continue
            self.values[name] = value
            self.places.update({place: at for place, at in tree.places.items() if place and place[0] == name})


def parse_front_matter(text: str) -> FrontMatter:
    """The front matter and body of a file's text (LF line ends)."""
    if not text.startswith("---") or not _HANDLER.detect(text):
        return FrontMatter(faults=[Fault("front-matter-missing", line=1, hint="---")], body=text)
    try:
        head, body = _HANDLER.split(text)
    except ValueError:
        return FrontMatter(faults=[Fault("front-matter-open", line=1, hint="---")])
    first_line = 2
    head = head.removeprefix("\n")
    matter = FrontMatter(body=body, body_line=text[: len(text) - len(body)].count("\n") + 1)
    if len(head) > LONGEST:
        matter.faults.append(Fault("file-too-large", line=1, values={"limit": str(LONGEST // 1000)}))
        return matter
    _read(head, first_line, matter)
    return matter


def _read(head: str, first_line: int, matter: FrontMatter) -> None:
    """Reads the whole, or, where that fails, each entry by itself."""
    try:
        tree = parse_yaml(head, first_line)
    except TooMuch:
        matter.faults.append(Fault("yaml-too-much", line=first_line))
    except (yaml.YAMLError, ValueError):
        for entry, line in _entries(head, first_line):
            _read_entry(entry, line, matter)
    else:
        if isinstance(tree.values, dict):
            matter.take(tree)
        else:
            _read_loose(head, first_line, tree, matter)


def _read_entry(entry: str, line: int, matter: FrontMatter) -> None:
    try:
        tree = parse_yaml(entry, line)
    except TooMuch:
        matter.faults.append(Fault("yaml-too-much", line=line))
    except (yaml.YAMLError, ValueError) as error:
        fault, name = syntax_fault(entry, line, error)
        matter.faults.append(fault)
        if name:
            matter.values.setdefault(name, UNREADABLE)
    else:
        if isinstance(tree.values, dict):
            matter.take(tree)
        elif tree.values is not None or tree.faults:
            _read_loose(entry, line, tree, matter)


def _read_loose(entry: str, line: int, tree: Tree, matter: FrontMatter) -> None:
    """What is no mapping: a field without a space behind its colon, or no field at all."""
    matter.faults += tree.faults
    fault, name = syntax_fault(entry, line, None)
    matter.faults.append(fault)
    if name:
        matter.values.setdefault(name, UNREADABLE)


class Unreadable:
    """The value of a field whose YAML could not be read: it was typed, its fault is already said."""


UNREADABLE = Unreadable()


def _entries(head: str, first_line: int) -> list[tuple[str, int]]:
    """The top-level entries of broken front matter: from each line that is not indented to the next one."""
    starts = [match.start() for match in _ENTRY.finditer(head)]
    if not starts or starts[0] > 0:
        starts.insert(0, 0)
    ends = [*starts[1:], len(head)]
    return [(head[start:end], first_line + head[:start].count("\n")) for start, end in zip(starts, ends, strict=True)]
