"""The contributor reference: every field of every collection and the closed lists, as Markdown made from the models."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from unicodedata import normalize

from affiche.desk.field_kinds import FEW, Kinds
from affiche.locales import FIELDS, SITE, load_words
from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.record import Part, Record, declared_fields, field_names, field_paths, parts_at
from affiche.model.vocabulary import EVENT_TYPES, IMAGE_LICENCES
from affiche.outputs.contribute.choices import choices_of
from affiche.outputs.contribute.rules import rule_at, rule_of
from affiche.outputs.field_words import advice, field_words
from affiche.outputs.markup import spaced

Field = tuple[type[Record], tuple[str, ...]]


def render_reference(language: str) -> str:
    """All fields by collection, those that all have in common, and the long lists."""
    return _Reference(language).render()


def render_advice(language: str) -> str:
    """How to write the title, the summary and the body of an event, by its type."""
    words = load_words(language, SITE)
    return "".join(f"\n### {words(f'type.{kind}')}\n\n{_points(kind, language)}" for kind in EVENT_TYPES)


def render_licences(language: str) -> str:
    """The licences that an image may have."""
    return f"\n{_Reference(language).choices(IMAGE_LICENCES)}\n"


def _points(kind: str, language: str) -> str:
    """The advice for a type, a point for each of the three texts."""
    labels = [field_words(Event, name, language).label for name in ("title", "summary", "body")]
    points = re.split(rf" (?=(?:{'|'.join(labels)}) ?:)", advice(kind, language))
    return spaced("".join(re.sub(r"^(\w+)( ?):(.*)$", r"- **\1**\2:\3\n", point) for point in points), language)


class _Reference:
    """The reference in one language."""

    def __init__(self, language: str) -> None:
        self._language, self._words = language, load_words(language, FIELDS)
        self._kinds = Kinds(language, self._part_link, self._list_link)

    def render(self) -> str:
        own = [
            *self._collections(),
            f"## {self._say('reference.record')}",
            *self._group(COLLECTIONS[0], _COMMON, "###"),
        ]
        lists = [f"## {self._say('reference.lists')}", *self._lists()]
        return "".join(f"\n{block}\n" for block in (*own, *lists))

    def _collections(self) -> Iterator[str]:
        for model in COLLECTIONS:
            yield f"## {self._say(f'reference.{model.collection}')}"
            for title, names in self._groups(model):
                yield f"### {title}"
                yield from self._group(model, names, "####")

    def _groups(self, model: type[Record]) -> Iterator[tuple[str, Sequence[str]]]:
        """The fields of a collection's own; one for which the catalogue has the title of a group begins it."""
        names = [name for name in field_names(model) if name not in _COMMON]
        starts = [at for at, name in enumerate(names) if f"group.{model.collection}.{name}" in self._words]
        for start, end in zip(starts, [*starts[1:], len(names)], strict=True):
            yield self._say(f"group.{model.collection}.{names[start]}"), names[start:end]

    def _group(self, model: type[Record], names: Sequence[str], level: str) -> Iterator[str]:
        """A table of fields, then one, under a heading, for each part that is met first in one of them."""
        yield self._table((model, (name,)) for name in names)
        for place, fields in _places(model, names):
            yield f"{level} {self._inside(model, place)}"
            yield self._table(fields)

    def _table(self, fields: Iterator[Field] | Sequence[Field]) -> str:
        return _table(self._say("reference.field"), self._say("reference.meaning"), map(self._row, fields))

    def _row(self, field: Field) -> tuple[str, str]:
        model, path = field
        label, hint = (self._spaced(text) for text in field_words(model, ".".join(path), self._language))
        rule = rule_of(model, path)
        star = r" \*" if rule.get("required") else ""
        return f"`{path[-1]}`{star}", f"**{label}**<br>{hint}<br>*{self._spaced(self._kinds.words(rule))}*"

    def choices(self, values: Sequence[str]) -> str:
        """A table of the values of a closed list."""
        named = choices_of(values, load_words(self._language, SITE))
        rows = ((f"`{value}`", self._spaced(name)) for value, name in named)
        return _table(self._say("reference.value"), self._say("reference.label"), rows)

    def _lists(self) -> Iterator[str]:
        for values, path in _long_lists().items():
            yield f"### {self._say('reference.list', field=f'`{path}`')}"
            yield self.choices(values)

    def _inside(self, model: type[Record], place: tuple[str, ...]) -> str:
        """The heading of a part's fields; a second field of a name is told apart by its collection."""
        heading = self._say("reference.inside", fields=f"`{place[-1]}`")
        others = [other for other, at in _first_places().values() if at[-1] == place[-1]]
        return heading if others[0] is model else f"{heading}, {self._say(f'reference.{model.collection}').lower()}"

    def _part_link(self, part: str) -> str:
        model, place = _first_places()[part]
        return f"[`{place[-1]}`](#{_anchor(self._inside(model, place))})"

    def _list_link(self, choices: Sequence[str]) -> str:
        path = _long_lists()[tuple(choices)]
        return f"[`{path}`](#{_anchor(self._say('reference.list', field=path))})"

    def _say(self, key: str, **values: object) -> str:
        return self._spaced(self._words(key, **values))

    def _spaced(self, text: str) -> str:
        return spaced(text, self._language)


_COMMON = tuple(Record.model_fields)


def _places(model: type[Record], names: Sequence[str]) -> Iterator[tuple[tuple[str, ...], list[Field]]]:
    """Where, below some fields, parts are met for the first time, each place with the fields of its parts."""
    for place in dict.fromkeys(at for of, at in _first_places().values() if of is model and at[0] in names):
        parts = [part for part in parts_at(model, place) if _first_places()[_name(part)] == (model, place)]
        yield place, [(model, (*place, name)) for part in parts for name in declared_fields(part)]


@cache
def _first_places() -> Mapping[str, Field]:
    """The field in which each kind of part is met first, by the part's name: an event's own fields come first."""
    found: dict[str, Field] = {}
    for model in COLLECTIONS:
        for path in field_paths(model):
            for part in parts_at(model, path):
                found.setdefault(_name(part), (model, path))
    return found


@cache
def _long_lists() -> Mapping[tuple[str, ...], str]:
    """The closed lists that need a table, each with the field nearest to the top that takes its words."""
    fields = ((model, path) for model in COLLECTIONS for path in field_paths(model))
    found: dict[tuple[str, ...], str] = {}
    for model, path in sorted(fields, key=lambda field: len(field[1])):
        name = ".".join(path)
        choices = tuple(rule_at(model.collection, name).get("choices", ()))
        if len(choices) > FEW:
            found.setdefault(choices, name)
    return found


def _name(part: type[Part]) -> str:
    return part.__name__.lstrip("_")


def _table(first: str, second: str, rows: Iterator[tuple[str, str]]) -> str:
    return "\n".join(f"| {left} | {right} |" for left, right in ((first, second), ("---", "---"), *rows))


def _anchor(heading: str) -> str:
    """The anchor of a heading, as Python-Markdown and MkDocs make it."""
    plain = normalize("NFKD", heading).encode("ascii", "ignore").decode()
    return re.sub(r"[-\s]+", "-", re.sub(r"[^\w\s-]", "", plain).strip().lower())
