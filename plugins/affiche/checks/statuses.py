"""What an event says of its state: in the title, where no calendar reads it, or in fields that say half of it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from affiche.checks.scope import Scope, problem
from affiche.checks.title_marks import Marks, read_marks
from affiche.model.event import Event
from affiche.problems import Entries, Place, Problem, Severity, Value


def check_statuses(scope: Scope) -> Iterator[Problem]:
    """`status-in-title`, and states that say half of what they should.

    `previous-start-missing`, `online-url-missing` (notices); `previous-start-same`, `status-reason-alone` (warnings).
    """
    for event in scope.records:
        if isinstance(event, Event):
            yield from _check_title(event)
            if event.origin.path not in scope.faulty:
                yield from chain(_check_moved(event), _check_online(event), _check_reasons(event))


def _check_title(event: Event) -> Iterator[Problem]:
    found = {language: marks for language, title in event.title.wordings if (marks := read_marks(title))}
    if not found:
        return
    words = dict.fromkeys(word for marks in found.values() for word in marks.words)
    states = {name: state for marks in found.values() for name, state in marks.states.items()}
    if states.get("status") == "moved-online" and event.online_url and not event.venue:
        del states["status"]
    yield problem(
        event, ("title",), "status-in-title",
        hint=_with_states(event, found, states), value=", ".join(words),
        fix=", ".join(f"{name}: {state}" for name, state in states.items()),
        reason="" if states else "online",
    )  # fmt: skip


def _with_states(event: Event, found: dict[str, Marks], states: dict[str, str]) -> Value:
    """The title without its marks and what they say as fields; nothing where a field says otherwise already."""
    stated = {name for name in states if (name,) in event.origin.places}
    if any(getattr(event, name) != states[name] for name in stated) or not all(marks.title for marks in found.values()):
        return ""
    titles: dict[str, Value] = {
        language: found[language].title if language in found else title for language, title in event.title.wordings
    }
    is_plain = not any(("title", language) in event.origin.places for language in titles)
    title: Value = next(iter(titles.values())) if is_plain else titles
    return Entries({"title": title} | {name: state for name, state in states.items() if name not in stated})


def _check_moved(event: Event) -> Iterator[Problem]:
    """A new date without the old one, or with an old one that is no other."""
    starts = [(("previous_start",), event.start, event.previous_start)] if event.start else []
    listed = [
        (("dates", index, "previous_start"), each.start, each.previous_start) for index, each in enumerate(event.dates)
    ]
    for at, start, previous in (*starts, *listed):
        if start in previous:
            yield problem(event, at, "previous-start-same", severity=Severity.WARNING, value=str(start))
    moved: list[Place] = [
        ("dates", index, "status")
        for index, each in enumerate(event.dates)
        if each.status == "rescheduled" and not (each.previous_start or event.previous_start)
    ]
    if event.status == "rescheduled" and not any(
        (event.previous_start, *(each.previous_start for each in event.dates))
    ):
        moved.append(("status",))
    for place in moved:
        yield problem(event, place, "previous-start-missing", severity=Severity.NOTICE)


def _check_online(event: Event) -> Iterator[Problem]:
    states = [
        (("status",), event.status),
        *((("dates", at, "status"), each.status) for at, each in enumerate(event.dates)),
    ]
    for place, status in states:
        if status == "moved-online" and not event.online_url:
            yield problem(event, place, "online-url-missing", severity=Severity.NOTICE)
            return


def _check_reasons(event: Event) -> Iterator[Problem]:
    """Reasons for what goes on as planned."""
    if event.status_reason and {event.status, *map(event.status_of, event.performances)} == {"scheduled"}:
        yield problem(event, ("status_reason",), "status-reason-alone", severity=Severity.WARNING)
    for index, each in enumerate(event.dates):
        if each.status_reason and event.status_of(each) == "scheduled":
            at = ("dates", index, "status_reason")
            yield problem(event, at, "status-reason-alone", severity=Severity.WARNING)
