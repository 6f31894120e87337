"""The answers of an issue become an entry: names lead to ids, dates and prices are read as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from affiche.desk.answers import Entry, corrected, faults_at, put
from affiche.desk.choices import chosen, chosen_language
from affiche.desk.issue.answers import Answers
from affiche.desk.issue.form import DATES, FIELDS, IMAGE, REMARK, RIGHTS
from affiche.desk.known import Known
from affiche.model.event import Event
from affiche.model.place_words import guess_place
from affiche.problems import Place, Value
from affiche.sources.repair import SAFE

#: Answers that are no field of the file.
BESIDE = frozenset({DATES, IMAGE, REMARK, RIGHTS})
#: What has one answer that its author sees again in ours; a word of a list is never guessed.
TOLD = SAFE | {"date-format", "end-before-start"}
#: A file has so many dates of a form at most; more are an import.
MOST_DATES = 100

_SEPARATOR = re.compile(r"\s*[,;\n]\s*")
_BULLET = re.compile(r"[-*•]\s+")
_UNTIL = re.compile(r"\s+(?:[-–—>]|->|→|à|au|tot|tot en met|until|to)\s+|\s*[–—→]\s*")
_HOUR_END = re.compile(r"(?<=[0-9hu])-(?=[0-9]{1,2}\s*[:hu.])")


class Change(NamedTuple):
    """An answer that was read in another way than it was typed: its place in the entry, both values."""

    path: str
    typed: Value
    read: Value


@dataclass(slots=True)
class Understood:
    """An entry with its descriptions, and what was read in another way than it was typed."""

    entry: Entry = field(default_factory=dict)
    bodies: dict[str, str] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)


def understand(answers: Answers, known: Known) -> Understood:
    """The entry that answers make; what cannot be read stays as it was typed, so that the check speaks of it."""
    understood = Understood()
    choices = {each.path: each.choices for each in FIELDS}
    for path, text in answers.by_path.items():
        stem, _, language = path.partition(".")
        if stem == "body":
            understood.bodies[language] = text
        elif path not in BESIDE:
            value = _value(path, text, known, choices.get(path, ()), answers.language)
            _take(understood, tuple(path.split(".")), value)
    _take_dates(understood, answers.by_path.get(DATES, ""))
    return understood


def _value(path: str, text: str, known: Known, choices: tuple[str, ...], language: str) -> Any:
    """An answer as front matter holds it."""
    line = " ".join(text.split())
    if path == "organisers":
        return _organisers(text, known)
    if path == "venue":
        return known.find("venues", line) or _place(line, known)
    if path == "disciplines":
        return [chosen(part, choices, language) for part in _SEPARATOR.split(text.strip()) if part]
    if path == "spoken_languages":
        return [chosen_language(part) for part in _SEPARATOR.split(text.strip()) if part]
    if path == "source":
        return [part for each in text.split("\n") if (part := each.strip())]
    return chosen(line, choices, language) if choices else line


def _organisers(text: str, known: Known) -> list[str]:
    """Each name as its id: the whole answer may be one name, with commas in it."""
    if whole := known.find("organisations", " ".join(text.split())):
        return [whole]
    return [known.find("organisations", part) or part for part in _SEPARATOR.split(text.strip()) if part]


def _place(line: str, known: Known) -> Any:
    """A venue that is named before its address, or a place given as `name, street, 1080 municipality`."""
    place = guess_place(line)
    return known.find("venues", place.get("name", "")) or place or {"name": line}


def _take(understood: Understood, at: Place, value: Any) -> None:
    """Puts a value in the entry, corrected where the model knows how; what was corrected is kept to be told."""
    put(understood.entry, at, value)
    faults = faults_at(Event, understood.entry, at)
    is_plain = all(fault.code in TOLD for fault in faults)
    if faults and is_plain and (meant := corrected(Event, understood.entry, at, faults)) is not None:
        put(understood.entry, at, meant)
        understood.changes.append(Change(".".join(map(str, at)), value, meant))


def _take_dates(understood: Understood, text: str) -> None:
    """One date a line; a single one, without a run, is the short form."""
    lines = [_BULLET.sub("", line.strip(), count=1) for line in text.split("\n") if line.strip()][:MOST_DATES]
    is_short = len(lines) == 1 and "period" not in understood.entry
    for index, line in enumerate(lines):
        around: Place = () if is_short else ("dates", index)
        for name, typed in _ends(line):
            _take(understood, (*around, name), typed)


def _ends(line: str) -> Iterator[tuple[str, str]]:
    start, *others = _UNTIL.split(_HOUR_END.sub(" - ", line), maxsplit=1)
    yield "start", start
    if others and others[0]:
        yield "end", others[0]
