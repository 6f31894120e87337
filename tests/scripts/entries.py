"""Entries as the form holds them, and what the scripts `entry/*.js` say of them, beside what the check says."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from affiche.calendar import Calendar
from affiche.checks.registry import check
from affiche.checks.scope import Scope
from affiche.model.history import History
from affiche.model.language import codes_by_name, fold_name
from affiche.model.record import Record
from affiche.model.settings import Settings
from affiche.model.source import Source
from affiche.outputs.contribute.facts import form_facts
from affiche.outputs.site import Site
from affiche.problems import Beside, Entries, Fault, FieldName, Items, Place, Problem, Severity, Value
from affiche.sources.front_matter import parse_front_matter
from affiche.sources.hints import as_problem
from affiche.sources.loader import Content, load_content
from affiche.sources.record_file import language_of
from tests.scripts.node import ask
from tests.test_cases import NOW, REGION

CHECKED = (
    "values[0].map(([collection, ...entry]) => script.checkEntry(collection, entry[0], entry[1], values[1], entry[2]))"
)


@dataclass(frozen=True)
class Entry:
    """A file as the form would hold it: its fields and bodies as typed, where they stand, and what the check says."""

    record: Record
    fields: Mapping[str, Any]
    bodies: Mapping[str, str]
    problems: Sequence[Problem]

    @property
    def held(self) -> tuple[str, Mapping[str, Any], Mapping[str, str], str]:
        """What `checkEntry` is asked about."""
        return self.record.collection, self.fields, self.bodies, self.record.id


@dataclass(frozen=True)
class Folder:
    """A folder of content, with what a form would know of it."""

    root: Path
    content: Content
    site: Site
    problems: Sequence[Problem]

    @classmethod
    def of(cls, root: Path, settings: Settings | None = None) -> Folder:
        """A folder as it is on the disk."""
        content, chosen = load_content(root), settings or Settings()
        calendar = Calendar.of(content.records, chosen, NOW, region=REGION, history=History(), image_digests={})
        found = check(Scope(content.records, content.stems, calendar, content.left_out))
        site = Site(calendar, left_out=dict.fromkeys(content.left_out, ()))
        return cls(root, content, site, sorted([*content.problems, *found]))

    def entries(self) -> list[Entry]:
        """The files that have fields, in the order of their paths."""
        return [self._entry(record) for record in self.content.records]

    def _entry(self, record: Record) -> Entry:
        path = record.origin.path
        matter = parse_front_matter((self.root.parent / path).read_text(encoding="utf-8-sig"))
        bodies = _bodies(matter.body, language_of(matter.values))
        return Entry(record, matter.values, bodies, [each for each in self.problems if each.path == path])

    def facts(self, language: str = "fr") -> dict[str, Any]:
        """What the page would load, seen from the moment of the cases."""
        return {**form_facts(self.site, language), "now": NOW.isoformat()}

    def checked(self, entries: Sequence[Entry]) -> list[list[dict[str, Any]]]:
        """What the form finds in each entry."""
        found: list[list[dict[str, Any]]] = ask(
            "entry/check.js", CHECKED, [each.held for each in entries], self.facts()
        )
        return found

    def said(self, problems: Sequence[Mapping[str, Any]], language: str) -> list[str]:
        """The sentences of problems in a language."""
        expression = "values[0].map((problem) => script.sayProblem(problem, values[1], values[2]))"
        sentences: list[str] = ask("entry/message.js", expression, problems, self.facts(language), language)
        return sentences


def _bodies(body: str, language: str | None) -> dict[str, str]:
    """The description by language, as the boxes of a form would have it: divided at headings of a language alone."""
    before, *parts = re.split(r"^# (\w+)$", body, flags=re.MULTILINE)
    codes = (codes_by_name().get(fold_name(name), name) for name in parts[::2])
    found = {code: text.strip("\n") for code, text in zip(codes, parts[1::2], strict=True)}
    return found or ({language: before.strip()} if language and before.strip() else {})


def as_check(found: Mapping[str, Any], origin: Source) -> Problem:
    """A problem of the form as the check says it: at its line, with lines to paste."""
    at: Place = tuple(found["at"])
    fault = Fault(found["code"], at, Severity(found["severity"]), found["values"], _hint(found))
    return as_problem(fault, origin)


def _hint(found: Mapping[str, Any]) -> Value:
    hint: Any = found["hint"]
    match found.get("as"):
        case "entries":
            return Entries(hint, tuple(found.get("also", ())))
        case "beside":
            return Beside(hint)
        case "items":
            return Items(hint)
        case "name":
            return FieldName(hint)
    value: Value = hint
    return value
