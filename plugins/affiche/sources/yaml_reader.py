"""YAML read as text alone: every scalar stays what was typed, with its place; nothing is built that could expand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from affiche.model.written import quoted
from affiche.problems import Fault, Place, Span
from affiche.sources.syntax import HIDDEN_SPACES
from affiche.sources.tabs import tab_faults

DEEPEST = 8
MOST_VALUES = 10_000
NO_VALUE = ("", "~", "null")
#: The name that a field gets whose own is no text, or is already another's.
COMPLEX = "?"
#: Fields of running text, in which a `#` is more likely a part of the text than the start of a comment.
RUNNING_TEXTS = frozenset(
    {"title", "name", "alternate_names", "summary", "keywords", "performers", "room", "label", "note", "status_reason"}
    | {"accessibility_note", "partners", "credit", "alt", "mission", "goals", "practices", "transport", "street"}
    | {"text", "reason"}
)

if not yaml.__with_libyaml__:  # pragma: no cover - an installation fault, not ours
    message = "PyYAML without libyaml is 7 times slower: install the wheel"
    raise ImportError(message)


class TooMuch(Exception):
    """The YAML is deeper or longer than any honest file, from a line and column on."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__(f"{line}:{column}")
        self.fault = Fault("yaml-too-much", line=line, column=column)


@dataclass(slots=True)
class Tree:
    """What YAML holds, as dict, list, str and None, and where each value stands with its name."""

    values: Any = None
    places: dict[Place, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def parse_yaml(text: str, first_line: int) -> Tree:
    """The tree of a YAML text whose first line is `first_line` of its file.

    Raises `yaml.YAMLError` where the syntax is broken, `TooMuch` beyond the limits. Anchors, aliases, tags,
    directives, tabs, further documents and repeated or complex keys are faults of the tree.
    """
    tree = _Reader(text, first_line).read()
    tree.faults += tab_faults(text, first_line)
    return tree


class _Reader:
    """Walks the parser's events; `place` is the path of the value that comes next."""

    def __init__(self, text: str, first_line: int) -> None:
        self.lines = text.split("\n")
        self.first_line = first_line
        self.tree = Tree()
        self.end = first_line, 1
        self.events: Iterator[yaml.Event] = iter(yaml.CSafeLoader(text).get_event, None)

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
            raise TooMuch(*self._position(event))
        value = self._content(event, place)
        self.tree.places[place] = Span(*self._position(name or event), *self._position(event), *self.end)
        return value

    def _content(self, event: yaml.Event, place: Place) -> Any:
        self._end_at(event)
        if isinstance(event, yaml.AliasEvent):
            self._fault("yaml-alias", event, self._quoted(event, place), name=str(event.anchor))
            return None
        if isinstance(event, yaml.ScalarEvent):
            self._refuse_properties(event, place)
            return self._scalar(event, place)
        if isinstance(event, yaml.CollectionStartEvent):
            self._refuse_properties(event, place)
        if len(place) >= DEEPEST:
            raise TooMuch(*self._position(event))
        return self._mapping(place) if isinstance(event, yaml.MappingStartEvent) else self._sequence(place)

    def _refuse_properties(self, event: yaml.ScalarEvent | yaml.CollectionStartEvent, place: Place) -> None:
        """An anchor or a tag of a value, or the `&` and `!` that a text begins with."""
        if event.anchor:
            self._fault("yaml-anchor", event, self._quoted(event, place), name=event.anchor)
        if event.tag:
            self._fault("yaml-tag", event, self._quoted(event, place), name=event.tag)

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
                self._value(next(self.events), (*place, COMPLEX))
            else:
                items[key] = self._value(next(self.events), (*place, key), event)
        return items

    def _key(self, event: yaml.Event, place: Place) -> str:
        """A key's text; a complex key is a fault and gets a name that no field has."""
        if not isinstance(event, yaml.ScalarEvent):
            self._fault("yaml-complex-key", event)
            self._value(event, (*place, COMPLEX))
            return COMPLEX
        self._refuse_properties(event, ())
        key = (event.value if event.value.isascii() else HIDDEN_SPACES.sub(" ", event.value)).strip()
        if key != event.value and not event.style:
            self._fault("hidden-space", event, HIDDEN_SPACES.sub(" ", self._line(event)))
        return str(key)

    def _scalar(self, event: yaml.ScalarEvent, place: Place) -> str | None:
        if event.style:
            return str(event.value)
        if event.value in NO_VALUE:
            return None
        self._look_inside(event)
        if not RUNNING_TEXTS.isdisjoint(place):
            self._look_behind(event)
        return str(event.value)

    def _look_inside(self, event: yaml.ScalarEvent) -> None:
        """A further line of a plain text that begins as an item of a list was meant to be one."""
        (first, _), (last, _) = self._marks(event)
        for line in range(first + 1, last + 1):
            text = self.lines[line].lstrip()
            if text.startswith("- "):
                above = self.lines[first]
                moved = " " * (len(above) - len(above.lstrip())) + text
                position = line + self.first_line, len(self.lines[line]) - len(text) + 1
                self._fault("indentation-off", event, moved, position=position, value=text)

    def _look_behind(self, event: yaml.ScalarEvent) -> None:
        """A comment right behind a plain text has probably cut it."""
        (first, _), (last, column) = self._marks(event)
        rest = self.lines[last][column:].strip()
        if rest.startswith("#"):
            hint = self._before(event) + quoted(f"{event.value} {rest}") if first == last else ""
            self._fault("text-cut-by-hash", event, hint, kept=event.value, lost=rest)

    def _quoted(self, event: yaml.Event, place: Place) -> str:
        """The line of a running text, in quotes with the mark that YAML gave a meaning to."""
        (first, start), (last, end) = self._marks(event)
        if first != last or isinstance(event, yaml.CollectionStartEvent) or RUNNING_TEXTS.isdisjoint(place):
            return ""
        return self._before(event) + quoted(self.lines[first][start:end]) + self.lines[first][end:]

    def _before(self, event: yaml.Event) -> str:
        (_, column), _ = self._marks(event)
        return self._line(event)[:column]

    def _line(self, event: yaml.Event) -> str:
        (line, _), _ = self._marks(event)
        return self.lines[line] if line < len(self.lines) else ""

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
        start: Any = event.start_mark
        return start.line + self.first_line, start.column + 1

    @staticmethod
    def _marks(event: yaml.Event) -> tuple[tuple[int, int], tuple[int, int]]:
        """Line and column, from 0, of an event's start and end."""
        start: Any = event.start_mark
        end: Any = event.end_mark
        return (start.line, start.column), (end.line, end.column)

    def _fault(
        self,
        code: str,
        event: yaml.Event,
        hint: str = "",
        *,
        position: tuple[int, int] | None = None,
        place: Place = (),
        **values: str,
    ) -> None:
        line, column = position or self._position(event)
        self.tree.faults.append(Fault(code, place, values=values, hint=hint, line=line, column=column))
