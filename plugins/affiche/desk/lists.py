"""Lists for maintainers of what waits for somebody: each a function of what the desk knows, all of them in `LISTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from zoneinfo import ZoneInfo

from affiche.calendar import Calendar
from affiche.checks.base_clashes import clash_problem
from affiche.checks.clashes import Programme
from affiche.desk.field_labels import tell
from affiche.desk.message import Show
from affiche.desk.tip import next_tip
from affiche.desk.translation_debt import Debt, find_debts
from affiche.locales import DESK, Words, load_words
from affiche.model.event import Event
from affiche.model.history import RecordKey
from affiche.model.language import language_name
from affiche.model.organisation import Organisation
from affiche.outputs.completeness import Completeness, Scorable, completeness_of
from affiche.outputs.dates import Dates
from affiche.outputs.field_words import field_words
from affiche.outputs.freshness import Due, find_due
from affiche.problems import Problem
from affiche.sources.past_texts import PastTexts

Json = str | int | None | list["Json"] | dict[str, "Json"]


@dataclass(frozen=True, slots=True)
class Basis:
    """What lists are made from; `past` reads the history of texts, which takes its time."""

    calendar: Calendar
    problems: Sequence[Problem]
    past: Callable[[], Mapping[RecordKey, Sequence[PastTexts]]]


@dataclass(frozen=True, slots=True)
class Voice:
    """The language that a list is in, and how it shows what others wrote."""

    language: str
    show: Show

    @property
    def words(self) -> Words:
        """The desk's words."""
        return load_words(self.language, DESK)

    def day(self, day: date) -> str:
        """A day, as the site's pages write it."""
        return Dates(load_words(self.language)).day(day, weekday=False)


class Row(NamedTuple):
    """A line of a list: the file, its facts for a program, and the same in words for each other column."""

    path: str
    facts: Mapping[str, Json]
    words: tuple[str, ...]


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
    groups: Sequence[Sequence[Scorable]] = (basis.calendar.all(Event), basis.calendar.all(Organisation))
    scored = [[(completeness_of(each, basis.calendar), each) for each in group] for group in groups if group]
    rows = [
        _scored_row(completeness, record, basis.calendar, voice) for group in scored for completeness, record in group
    ]
    means = [
        _mean([completeness.points for completeness, _ in group], group[0][1].collection, voice) for group in scored
    ]
    return Listing("completeness", voice.language, sorted(rows, key=lambda row: (int(row.words[0]), row.path)), means)


def _scored_row(completeness: Completeness, record: Scorable, calendar: Calendar, voice: Voice) -> Row:
    tip = next_tip(completeness, record, calendar, voice.language)
    missing: list[Json] = [{"key": line.key, "points": line.points} for line in completeness.missing]
    words = (str(completeness.points), tip.sentence if tip else "")
    return Row(record.origin.path, {"points": completeness.points, "missing": missing}, words)


def _mean(points: Sequence[int], collection: str, voice: Voice) -> str:
    return voice.words.count(f"list.mean.{collection}", len(points), mean=round(sum(points) / len(points)))


def list_translations(basis: Basis, voice: Voice) -> Listing:
    """The texts that a language lacks, or in which it did not follow a change."""
    debts = find_debts(basis.calendar, basis.past())
    rows = [_debt_row(debt, basis.calendar.settings.time_zone, voice) for debt in debts]
    return _counted("translations", sorted(rows, key=lambda row: row.path), voice)


def _debt_row(debt: Debt, zone: ZoneInfo, voice: Voice) -> Row:
    day = debt.since and debt.since.astimezone(zone).date()
    names = ".".join(part for part in debt.place if isinstance(part, str))
    label = field_words(type(debt.record), names, voice.language).label
    state = voice.words("list.changed", day=voice.day(day)) if day else voice.words("list.missing")
    facts: Mapping[str, Json] = {
        "text": ".".join(map(str, debt.place)),
        "language": debt.language,
        "changed": str(day) if day else None,
    }
    return Row(debt.record.origin.path, facts, (label, language_name(debt.language, voice.language), state))


def list_freshness(basis: Basis, voice: Voice) -> Listing:
    """What is to be confirmed, the longest waiting first."""
    due = sorted(find_due(basis.calendar), key=lambda each: (str(each.verified or ""), each.record.id))
    return _counted("freshness", [_due_row(each, basis.calendar.settings.languages, voice) for each in due], voice)


def _due_row(due: Due, languages: Sequence[str], voice: Voice) -> Row:
    name = due.record.label.shown(voice.language, languages).text
    said = voice.day(due.verified) if due.verified else voice.words("list.never")
    facts: Mapping[str, Json] = {"name": name, "verified": str(due.verified) if due.verified else None}
    return Row(due.record.origin.path, facts, (voice.show(name), said))


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
        Row(each.path, {"line": each.line, **each.values}, (tell(each, voice.language, voice.show),))
        for each in problems
    ]
    return _counted(name, rows, voice)


def _counted(name: str, rows: Sequence[Row], voice: Voice) -> Listing:
    """A list that its number of lines sums up."""
    return Listing(name, voice.language, rows, [voice.words.count("list.rows", len(rows))])


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
