"""The nodes of JSON-LD 1.1: objects of a graph with references, texts by language, values alone or in lists.

No context is fetched: names are schema.org's, bare or with its prefix or address.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

from affiche.importers.jsonld.source import Source
from affiche.importers.texts import language_of

#: How many values of a property are read, and how long a word or an address is.
MOST_VALUES, LONGEST_WORD = 500, 2100
#: Where nodes hold others that stand for themselves.
CONTAINERS = (
    *("@graph", "@included", "mainEntity", "itemListElement", "item", "event", "events", "hasPart"),
    "dataFeedElement",
)

_PREFIX = re.compile(r"(?:https?://(?:www\.)?schema\.org/|schema:)")


@dataclass(frozen=True, slots=True)
class Scope:
    """What all nodes of a document share: its language, the page they are relative to, every node by its id."""

    language: str = ""
    page: str = ""
    has_context: bool = False
    by_id: dict[str, dict[str, Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Node:
    """A node object: its types without prefix, its properties as lists, references followed."""

    data: Mapping[str, Any]
    scope: Scope

    @property
    def id(self) -> str:
        """Its identifier as an address where it has one; empty for a blank node."""
        return _id_of(self.data, self.scope)

    @property
    def types(self) -> tuple[str, ...]:
        """Its types, bare: `MusicEvent`."""
        stated = self.data.get("@type", self.data.get("type") if self.scope.has_context else None)
        return tuple(bare(each) for each in _listed(stated) if isinstance(each, str))

    def each(self, name: str) -> list[Any]:
        """The values of a property: texts, numbers, objects."""
        names = (name, f"http://schema.org/{name}", f"https://schema.org/{name}", f"schema:{name}")
        stated = next((self.data[each] for each in names if each in self.data), None)
        return [self._resolved(value) for value in _listed(stated)]

    def nodes(self, name: str) -> list[Node]:
        """The values of a property that are objects."""
        return [Node(value, self.scope) for value in self.each(name) if isinstance(value, dict)]

    def strings(self, name: str) -> list[str]:
        """The values of a property as texts: an address for a reference, the name of an object that has one."""
        found = (self._word(value)[:LONGEST_WORD] for value in self.each(name))
        return [word for word in found if word]

    def word(self, name: str) -> str:
        """The first of these; empty where there is none."""
        return next(iter(self.strings(name)), "")

    def texts(self, name: str) -> dict[str, str]:
        """The text of a property by language, under an empty one where none is stated."""
        found: dict[str, str] = {}
        for value in self.each(name):
            for language, text in self._texts(value):
                if text.strip():
                    found.setdefault(language, text)
        languages = {language: text for language, text in found.items() if language}
        return languages or found

    def _resolved(self, value: Any) -> Any:
        is_reference = isinstance(value, dict) and value.keys() <= {"@id", "@type", "id", "type"}
        return self.scope.by_id.get(_id_of(value, self.scope), value) if is_reference else value

    def _word(self, value: Any) -> str:
        if not isinstance(value, dict):
            return _plain(value)
        texts = [text for _, text in self._texts(value)]
        node = Node(value, self.scope)
        return next(iter(texts), "") or (node.word("name") if "name" in value else "") or str(node.id)

    def _texts(self, value: Any) -> Iterator[tuple[str, str]]:
        if not isinstance(value, dict):
            yield self.scope.language, _plain(value)
        elif "@value" in value:
            yield language_of(value.get("@language")) or self.scope.language, _plain(value["@value"])
        else:
            codes = {key: language_of(key) for key in value if key != "@none"}
            if codes and all(codes.values()):
                yield from ((codes[key], _plain(next(iter(_listed(value[key])), ""))) for key in codes)


def bare(name: str) -> str:
    """A name of schema.org without its address or prefix."""
    return _PREFIX.sub("", name, count=1).strip()


def all_nodes(source: Source) -> Iterator[Node]:
    """Every node that stands for itself, of all documents; those of one id are one."""
    by_id: dict[str, dict[str, Any]] = {}
    every = [node for document in source.documents for node in _standing(document, source.page, by_id)]
    for node in every:
        if node.id and node.data.keys() - {"@id", "@type", "id", "type"}:
            by_id.setdefault(node.id, dict(node.data))
    yield from every


def _standing(document: Any, page: str, by_id: dict[str, dict[str, Any]]) -> Iterator[Node]:
    waiting: list[tuple[Any, Scope]] = [(document, Scope(page=page, by_id=by_id))]
    while waiting:
        value, scope = waiting.pop()
        if isinstance(value, list):
            waiting.extend((each, scope) for each in value if isinstance(each, dict | list))
        elif isinstance(value, dict):
            if "@context" in value:
                language = _language_in(value["@context"]) or scope.language
                scope = Scope(language, page, has_context=True, by_id=by_id)
            node = Node(value, scope)
            yield node
            for key, held in value.items():
                if bare(key) in CONTAINERS:
                    waiting.append((held, scope))


def _language_in(context: Any) -> str:
    stated = (language_of(each.get("@language")) for each in _listed(context) if isinstance(each, dict))
    return next((language for language in stated if language), "")


def _listed(value: Any) -> list[Any]:
    """A value or a list of values as a list, without what says nothing."""
    if isinstance(value, dict):
        if held := [value[key] for key in ("@list", "@set") if key in value]:
            return _listed(held[0])
        if "@value" in value and "@language" not in value:
            return _listed(value["@value"]) if not isinstance(value["@value"], dict) else []
    values: Iterable[Any] = value[:MOST_VALUES] if isinstance(value, list) else [value]
    unwrapped = (each["@value"] if _is_plain_value(each) else each for each in values)
    return [each for each in unwrapped if each not in (None, "", {}) and not isinstance(each, list)]


def _is_plain_value(value: Any) -> bool:
    return isinstance(value, dict) and "@value" in value and "@language" not in value


def _plain(value: Any) -> str:
    """A text, a number as a text; empty for everything else."""
    if isinstance(value, str):
        return value
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def _id_of(data: Mapping[str, Any], scope: Scope) -> str:
    stated = data.get("@id", data.get("id") if scope.has_context else None)
    if not isinstance(stated, str) or stated.startswith("_:"):
        return ""
    try:
        return urljoin(scope.page, stated.strip()) if scope.page else stated.strip()
    except ValueError:
        return stated.strip()
