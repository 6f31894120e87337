"""YAML read as text alone: every scalar stays what was typed, with its place; nothing is built that could expand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from affiche.model.written import quoted
from affiche.problems import Fault, Place, Span

DEEPEST = 8
MOST_VALUES = 10_000
NO_VALUE = ("", "~", "null")
#: Fields of running text, in which a `#` is more likely a part of the text than the start of a comment.
RUNNING_TEXTS = frozenset({"title", "summary", "name", "note", "keywords", "mission", "status_reason", "credit", "alt"})

if not yaml.__with_libyaml__:  # pragma: no cover - an installation fault, not ours
    message = "PyYAML without libyaml is 7 times slower: install the wheel"
    raise ImportError(message)


class TooMuch(Exception):
    """The YAML is deeper or longer than any honest file."""


@dataclass(slots=True)
class Tree:
    """What YAML holds, as dict, list, str and None, and where each value stands with its name."""

    values: Any = None
    places: dict[Place, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def parse_yaml(text: str, first_line: int) -> Tree:
    """The tree of a YAML text whose first line is `first_line` of its file.

    Raises `yaml.YAMLError` where the syntax is broken, `TooMuch` beyond the limits. Anchors, aliases, tags,
    directives, further documents and repeated or complex keys are faults of the tree.
    """
    return _Reader(text, first_line).read()


class _Reader:
    """Walks the parser's events; `place` is the path of the value that comes next."""

    def __init__(self, text: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.first_line = first_line
        self.tree = Tree()
        self.end = first_line, 1
        self.events: Iterator[yaml.Event] = yaml.parse(text, Loader=yaml.CSafeLoader)

    def read(self) -> Tree:
        documents = 0
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if event.version or event.tags:
                    self._fault("yaml-directive", event)
                if documents > 1:
                    self._fault("yaml-second-document", event)
                    break
                self.tree.values = self._value(next(self.events), ())
        return self.tree

    def _value(self, event: yaml.Event, place: Place, name: yaml.Event | None = None) -> Any:
        """What the next events hold; its span is put in the tree, from its name to where it ends."""
        if len(self.tree.places) >= MOST_VALUES:
            raise TooMuch
        value = self._content(event, place)
        self.tree.places[place] = Span(*self._position(name or event), *self._position(event), *self.end)
        return value

    def _content(self, event: yaml.Event, place: Place) -> Any:
        self._end_at(event)
        if isinstance(event, yaml.AliasEvent):
            self._fault("yaml-alias", event, name=str(event.anchor))
            return None
        self._refuse_properties(event)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, place)
        if len(place) >= DEEPEST:
            raise TooMuch
        return self._mapping(place) if isinstance(event, yaml.MappingStartEvent) else self._sequence(place)

    def _refuse_properties(self, event: yaml.Event) -> None:
        """An anchor or a tag of a value."""
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent):
            if event.anchor:
                self._fault("yaml-anchor", event, name=event.anchor)
            if event.tag:
                self._fault("yaml-tag", event, name=event.tag)

    def _sequence(self, place: Place) -> list[Any]:
        items: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                self._end_at(event)
                break
            items.append(self._value(event, (*place, len(items))))
        return items

    def _mapping(self, place: Place) -> dict[str, Any]:
        items: dict[str, Any] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                self._end_at(event)
                break
            key = self._key(event, place)
            if key in items:
                self._fault("field-twice", event, name=key)
                self._value(next(self.events), (*place, "?"))
            else:
                items[key] = self._value(next(self.events), (*place, key), event)
        return items

    def _key(self, event: yaml.Event, place: Place) -> str:
        """A key's text; a complex key is a fault and gets a name that no field has."""
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_properties(event)
            return str(event.value)
        self._fault("yaml-complex-key", event)
        self._value(event, (*place, "?"))
        return "?"

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> str | None:
        plain = not event.style
        if plain and event.value in NO_VALUE:
            return None
        if plain and RUNNING_TEXTS.intersection(place):
            self._look_behind(event, place)
        return str(event.value)

    def _look_behind(self, event: yaml.ScalarEvent, place: Place) -> None:
        """A comment right behind a plain text has probably cut it."""
        end: Any = event.end_mark
        text = self.lines[end.line]
        rest = text[end.column :].strip()
        if rest.startswith("#"):
            line, column = self._position(event)
            hint = f"{text[: column - 1]}{quoted(f'{event.value} {rest}')}" if line == end.line + self.first_line else ""
            values = {"kept": event.value, "lost": rest}
            self.tree.faults.append(Fault("text-cut-by-hash", place, values=values, hint=hint, line=line, column=column))

    def _end_at(self, event: yaml.Event) -> None:
        """Keeps where the last thing ended: block text before the blank lines behind it; no block ends by itself."""
        start, end = self._marks(event)
        if start == end and not isinstance(event, yaml.ScalarEvent):
            return
        line, column = end
        while column == 0 and line > start[0]:
            line -= 1
            column = len(self.lines[line].rstrip())
        self.end = line + self.first_line, column + 1

    def _position(self, event: yaml.Event) -> tuple[int, int]:
        (line, column), _ = self._marks(event)
        return line + self.first_line, column + 1

    @staticmethod
    def _marks(event: yaml.Event) -> tuple[tuple[int, int], tuple[int, int]]:
        """Line and column, from 0, of an event's start and end."""
        start, end = event.start_mark, event.end_mark
        return (start.line, start.column), (end.line, end.column)

    def _fault(self, code: str, event: yaml.Event, **values: str) -> None:
        line, column = self._position(event)
        self.tree.faults.append(Fault(code, values=values, line=line, column=column))
