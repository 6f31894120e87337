"""What is special about an event or a date, in words: cancelled, moved, nearly full, over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from affiche.model.change import FULL
from affiche.model.event import Event
from affiche.model.moment import Moment, Precision
from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.outputs.dates import Dates
from affiche.outputs.site import Site

#: How long before its end a run is in its last days.
LAST_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class State:
    """What is special about an event or a date, in words; `off` when it does not take place as stated."""

    text: str = ""
    off: bool = False


def state_of(site: Site, language: str, event: Event, occurrences: Sequence[Occurrence]) -> State:
    """The state to say before the date of some performances, or, without any, of the event as a whole.

    That it is off, or over, is all there is to say; else another status, and what is left.
    """
    state = stated(site, language, event, occurrences)
    return State(site.words[language]("state.over")) if not state.off and is_over(site, event, occurrences) else state


def stated(site: Site, language: str, event: Event, occurrences: Sequence[Occurrence]) -> State:
    """The same without regard to whether it is over: what the files say, whenever it is read."""
    words = site.words[language]
    statuses = {occurrence.status for occurrence in occurrences} or {event.status}
    status = next(iter(statuses)) if len(statuses) == 1 else "some"
    if status in OFF:
        return State(words(f"status.{status}"), off=True)
    left = availability_words(site, language, event, occurrences)
    if status == "scheduled":
        return State(left)
    changed = _rescheduled(site, language, event, occurrences) if status == "rescheduled" else words(f"status.{status}")
    return State(" · ".join(filter(None, (changed, left))))


def run_state(site: Site, language: str, event: Event, run: Run) -> State:
    """The state of a run as a whole; if there is nothing else to say, that it is in its last days."""
    state = state_of(site, language, event, ())
    if not state.text and is_ending(run, site.calendar.today.date()):
        return State(site.words[language]("state.last_days"))
    return state


def agreed_state(event: Event, occurrences: Sequence[Occurrence]) -> tuple[str, str | None]:
    """The status and availability of the whole, by their codes: what some performances agree on, else the event's.

    A run is more than the performances beside it, such as its opening: the event speaks for it. Of what is off, no
    places are available; what is full is not where one of its performances has places.
    """
    dated = () if event.period else occurrences
    statuses = {occurrence.status for occurrence in dated}
    left = {occurrence.availability for occurrence in dated}
    status = statuses.pop() if len(statuses) == 1 else event.status
    if status in OFF:
        return status, None
    if len(left) == 1:
        return status, left.pop()
    return status, None if left and event.availability in FULL else event.availability


def is_over(site: Site, event: Event, occurrences: Sequence[Occurrence]) -> bool:
    """Whether some performances, or without any the event as a whole, lie in the past."""
    if not occurrences:
        return site.calendar.is_over(event)
    return all(occurrence.over_at <= site.calendar.now for occurrence in occurrences)


def is_ending(run: Run, day: date) -> bool:
    """Whether a run is on that day and in its last days."""
    return run.last is not None and run.is_on(day) and run.last - day < LAST_DAYS


def availability_words(site: Site, language: str, event: Event, occurrences: Sequence[Occurrence]) -> str:
    """What is left, when all the performances agree on it; empty when places are free or nothing is known."""
    stated = {occurrence.availability for occurrence in occurrences} or {event.availability}
    value = stated.pop() if len(stated) == 1 else None
    if value in (None, "available"):
        return ""
    free = value == "sold-out" and event.price is not None and event.price.free
    return site.words[language](f"availability.{value}.free" if free else f"availability.{value}")


def _rescheduled(site: Site, language: str, event: Event, occurrences: Sequence[Occurrence]) -> str:
    """That there is a new date, with the one before where it is a single one and known to the month."""
    words = site.words[language]
    own = event.performances[occurrences[0].index].previous_start if len(occurrences) == 1 else ()
    previous = own or event.previous_start
    if not previous or previous[-1].precision is Precision.SEASON:
        return words("status.rescheduled")
    year = occurrences[0].day.year if occurrences else previous[-1].day.year
    return words("status.rescheduled.from", day=_earlier(site.dates[language], previous[-1], year))


def _earlier(dates: Dates, moment: Moment, year: int) -> str:
    if moment.precision is Precision.MONTH:
        return dates.month(moment.day)
    return dates.day(moment.day, weekday=False, year=moment.day.year != year)
