"""When an event begins and ends, as machines read it: ISO 8601 with that day's offset, or a day alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import NamedTuple

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence
from affiche.outputs.site import Site


class Span(NamedTuple):
    """A beginning and an end: `2026-10-03T20:30:00+02:00`, or `2026-10-03` where no hour is known; empty if unknown."""

    start: str
    end: str


UNKNOWN = Span("", "")


def event_span(site: Site, event: Event) -> Span:
    """From the first to the last performance, or the days of a run; no day is invented."""
    run = site.calendar.run_of(event)
    if run is not None:
        return Span(_iso(run.first), _iso(run.last))
    return occurrences_span(site.calendar.occurrences[event.id])


def occurrences_span(occurrences: Sequence[Occurrence]) -> Span:
    """From the first to the last of some performances.

    Where some dates are known to the day and others are not, it begins with the first that is; its end is unknown when
    the last may be one of the others.
    """
    known = [occurrence for occurrence in occurrences if occurrence.precision <= Precision.DAY]
    if not known:
        return UNKNOWN
    first = occurrence_span(known[0])
    if len(occurrences) == 1:
        return first
    latest = max(occurrences, key=lambda occurrence: (occurrence.last_day, occurrence.over_at.astimezone(UTC)))
    last = occurrence_span(latest)
    return Span(first.start, last.end or (_iso(latest.day) if last.start else ""))


def occurrence_span(occurrence: Occurrence) -> Span:
    """One performance; empty when less than its day is known."""
    if occurrence.start is not None:
        return Span(_iso(occurrence.start), _iso(occurrence.end))
    if occurrence.precision > Precision.DAY:
        return UNKNOWN
    return Span(_iso(occurrence.day), _iso(occurrence.last_day) if occurrence.last_day > occurrence.day else "")


def _iso(moment: date | datetime | None) -> str:
    return moment.isoformat() if moment else ""
