"""Titles that say what other fields say: a state, a date, a house; and titles that shout. All get one clean title."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.checks.scope import Scope, problem
from affiche.checks.title_capitals import in_small_letters, is_shouted
from affiche.checks.title_marks import Marks, read_marks
from affiche.checks.title_pieces import Said, without_pieces
from affiche.model.event import Event
from affiche.problems import Entries, Problem, Severity, Value


class Reading(NamedTuple):
    """What is wrong with the title of one language, and the title without all that, whichever is told first."""

    typed: str
    marks: Marks | None
    pieces: list[str]
    is_shouted: bool
    clean: str

    @property
    def is_fine(self) -> bool:
        """Whether nothing is wrong."""
        return not (self.marks or self.pieces or self.is_shouted)


def check_titles(scope: Scope) -> Iterator[Problem]:
    """`status-in-title` (an error), `title-doubtful` and `title-shouting` (warnings).

    Whichever hint is pasted mends all three. There is none where it is not clear what a title says of the state.
    """
    for event in scope.records:
        if isinstance(event, Event):
            yield from _check_title(event, scope.calendar)


def _check_title(event: Event, calendar: Calendar) -> Iterator[Problem]:
    read = _read(event, calendar)
    if all(each.is_fine for each in read.values()):
        return
    states = _states(event, read)
    hint = _as_hint(event, read, states)
    if marked := [each.marks for each in read.values() if each.marks]:
        yield problem(
            event, ("title",), "status-in-title",
            hint=hint, value=_listed(word for marks in marked for word in marks.words),
            fix=", ".join(f"{name}: {state}" for name, state in states.items()), reason="" if states else "online",
        )  # fmt: skip
    warning = Severity.WARNING
    if said := _listed(piece for each in read.values() for piece in each.pieces):
        yield problem(event, ("title",), "title-doubtful", severity=warning, hint=hint, value=said)
    if loud := [each.typed for each in read.values() if each.is_shouted]:
        yield problem(event, ("title",), "title-shouting", severity=warning, hint=hint, value=loud[0])


def _read(event: Event, calendar: Calendar) -> Mapping[str, Reading]:
    """The title of each language; the names of a house or performer are written as they write them."""
    said = Said(event, calendar)
    read: dict[str, Reading] = {}
    for language, title in event.title.wordings:
        marks = read_marks(title)
        clean, pieces = without_pieces(marks.title or title if marks else title, said)
        if loud := is_shouted(clean):
            towns = (name for town in calendar.region.municipalities for name in town.name.values())
            clean = in_small_letters(clean, chain(said.houses, (each.name for each in event.performers), towns))
        read[language] = Reading(title, marks, pieces, loud, clean)
    return read


def _states(event: Event, read: Mapping[str, Reading]) -> dict[str, str]:
    """The state by field that the titles say; what was always online has not moved."""
    states = {name: state for each in read.values() if each.marks for name, state in each.marks.states.items()}
    if states.get("status") == "moved-online" and event.online_url and not event.venue:
        del states["status"]
    return states


def _as_hint(event: Event, read: Mapping[str, Reading], states: Mapping[str, str]) -> Value:
    """The clean title, with what it said of the state as fields; nothing where a field says otherwise already."""
    marked = [each.marks for each in read.values() if each.marks]
    stated = {name for name in states if (name,) in event.origin.places}
    if any(getattr(event, name) != states[name] for name in stated) or not all(marks.title for marks in marked):
        return ""
    clean: dict[str, Value] = {language: each.clean for language, each in read.items()}
    is_plain = not any(("title", language) in event.origin.places for language in clean)
    title: Value = next(iter(clean.values())) if is_plain else clean
    missing = {name: state for name, state in states.items() if name not in stated}
    return Entries({"title": title} | missing) if marked else title


def _listed(words: Iterator[str]) -> str:
    return ", ".join(dict.fromkeys(words))
