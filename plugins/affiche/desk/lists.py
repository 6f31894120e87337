"""Lists for maintainers of what waits for somebody: each a function of what the desk knows, all of them in `LISTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.checks.base_clashes import clash_problem
from affiche.checks.clashes import Programme
from affiche.desk.completeness import Completeness, Scorable, completeness_of
from affiche.desk.freshness import find_due
from affiche.desk.message import Show, message
from affiche.desk.tip import next_tip
from affiche.desk.translation_debt import find_debts
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.history import RecordKey
from affiche.model.language import language_name
from affiche.model.organisation import Organisation
from affiche.outputs.dates import Dates
from affiche.outputs.field_words import field_words
from affiche.problems import Problem
from affiche.sources.past_texts import PastTexts

Json = str | int | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What lists are made from; `past` reads the history of texts, which takes its time."""

    calendar: Calendar
    problems: Sequence[Problem]
    past: Callable[[], Mapping[RecordKey, Sequence[PastTexts]]]


class Voice(NamedTuple):
    """The language that a list is in, and how it shows what others wrote."""

    language: str
    show: Show


class Row(NamedTuple):
    """A line of a list: the file, its facts for a program, and the same in words for each other column."""

    path: str
    facts: Mapping[str, Json]
    words: tuple[str, ...]


class Scored(NamedTuple):
    """A record with its completeness."""

    completeness: Completeness
    record: Scorable


class Listing(NamedTuple):
    """A list in one language: its lines, and what they come to in a sentence each."""

    name: str
    language: str
    rows: Sequence[Row]
    summary: Sequence[str]

    @property
    def columns(self) -> tuple[str, ...]:
        """What the words of a line are about."""
        return COLUMNS[self.name]


def list_completeness(basis: Basis, voice: Voice) -> Listing:
    """Events and organisations by their points, the least first, each with its tip; and the mean of both."""
    language, means = voice.language, list[str]()
    words, scored = load_words(language, DESK), list[Scored]()
    groups: Sequence[Sequence[Scorable]] = (basis.calendar.all(Event), basis.calendar.all(Organisation))
    for records in filter(None, groups):
        found = [Scored(completeness_of(each, basis.calendar), each) for each in records]
        mean = round(sum(each.completeness.points for each in found) / len(found))
        means.append(words.count(f"list.mean.{records[0].collection}", len(found), mean=mean))
        scored += found
    scored.sort(key=lambda each: (each.completeness.points, each.record.origin.path))
    rows = [_scored_row(completeness, record, basis.calendar, language) for completeness, record in scored]
    return Listing("completeness", language, rows, means)


def _scored_row(completeness: Completeness, record: Scorable, calendar: Calendar, language: str) -> Row:
    tip = next_tip(completeness, record, calendar, language)
    missing: list[Json] = [{"key": line.key, "points": line.points} for line in completeness.missing]
    words = (str(completeness.points), tip.sentence if tip else "")
    return Row(record.origin.path, {"points": completeness.points, "missing": missing}, words)


def list_translations(basis: Basis, voice: Voice) -> Listing:
    """The texts that a language lacks, or in which it did not follow a change."""
    language, rows = voice.language, list[Row]()
    words, dates = load_words(language, DESK), Dates(load_words(language))
    for record, place, code, since in find_debts(basis.calendar, basis.past()):
        name, day = ".".join(map(str, place)), since and since.astimezone(basis.calendar.settings.time_zone).date()
        label = field_words(type(record), ".".join(part for part in place if isinstance(part, str)), language).label
        state = words("list.changed", day=dates.day(day, weekday=False)) if day else words("list.missing")
        facts: Mapping[str, Json] = {"text": name, "language": code, "changed": str(day) if day else None}
        rows.append(Row(record.origin.path, facts, (label, language_name(code, language), state)))
    return Listing("translations", language, _by_path(rows), _count(rows, language))


def list_freshness(basis: Basis, voice: Voice) -> Listing:
    """What is to be confirmed, the longest waiting first."""
    language, rows = voice.language, list[Row]()
    words, dates = load_words(language, DESK), Dates(load_words(language))
    for record, verified in sorted(find_due(basis.calendar), key=lambda due: (str(due.verified or ""), due.record.id)):
        name = record.label.shown(language, basis.calendar.settings.languages).text
        said = dates.day(verified, weekday=False) if verified else words("list.never")
        facts: Mapping[str, Json] = {"name": name, "verified": str(verified) if verified else None}
        rows.append(Row(record.origin.path, facts, (voice.show(name), said)))
    return Listing("freshness", language, rows, _count(rows, language))


def list_clashes(basis: Basis, voice: Voice) -> Listing:
    """The clashes of the season to come, in order of time, each once, with quieter days of their weeks."""
    programme = Programme.of(basis.calendar)
    problems = (clash_problem([clash], programme) for clash in programme.clashes())
    return _list_problems("clashes", problems, voice)


def list_duplicates(basis: Basis, voice: Voice) -> Listing:
    """Files that seem to be about the same thing."""
    return _list_problems("duplicates", (each for each in basis.problems if each.code == "duplicate"), voice)


def _list_problems(name: str, problems: Iterable[Problem], voice: Voice) -> Listing:
    rows = [
        Row(each.path, {"line": each.line, **each.values}, (message(each, voice.language, voice.show),))
        for each in problems
    ]
    return Listing(name, voice.language, rows, _count(rows, voice.language))


def _by_path(rows: Sequence[Row]) -> Sequence[Row]:
    return sorted(rows, key=lambda row: row.path)


def _count(rows: Sequence[Row], language: str) -> list[str]:
    return [load_words(language, DESK).count("list.rows", len(rows))]


#: What the words of each line are about, by list; the file comes before them.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "completeness": ("points", "tip"),
    "translations": ("text", "language", "state"),
    "freshness": ("name", "verified"),
    "clashes": ("what",),
    "duplicates": ("what",),
}
#: The lists by name.
LISTS: Mapping[str, Callable[[Basis, Voice], Listing]] = {
    "completeness": list_completeness,
    "translations": list_translations,
    "freshness": list_freshness,
    "clashes": list_clashes,
    "duplicates": list_duplicates,
}
