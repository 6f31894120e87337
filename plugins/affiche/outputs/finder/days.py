"""When an event is, for a browser to choose by: its days in the words of the agenda, its run, what has no day yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Any

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence
from affiche.outputs.cards import Card, event_card
from affiche.outputs.data.values import Fields, known
from affiche.outputs.markup import spaced
from affiche.outputs.open_today import opening_fields
from affiche.outputs.opening import schedule_of
from affiche.outputs.site import Site

MINUTE = timedelta(minutes=1)


def when_fields(site: Site, language: str, event: Event, card: Card) -> Fields:
    """The days that are not over, the run with its hours, and the ends of what is known by month or season only.

    The days are those of the agenda, each with the words of the card that stands under it there: all the performances
    of a day, as long as one is not over.
    """
    left = site.calendar.left_of(event)
    coming = {item.day for item in left if item.precision <= Precision.DAY}
    dated = [item for item in site.calendar.occurrences[event.id] if item.day in coming and _has_day(item)]
    return {
        "days": [_day(site, language, event, list(found), card) for _, found in groupby(dated, lambda item: item.day)],
        **_run(site, language, event),
        "vague": [str(day) for item in left if not _has_day(item) for day in (item.day, item.last_day)],
    }


def _has_day(occurrence: Occurrence) -> bool:
    return occurrence.precision <= Precision.DAY


def _day(site: Site, language: str, event: Event, shown: Sequence[Occurrence], whole: Card) -> list[Any]:
    """A day: its date, words, moment for machines, minutes at which something starts, state, and what else differs."""
    card = event_card(site, language, event, shown)
    other = known(
        {
            "where": card.where if card.where != whole.where else "",
            "note": card.note.text,
            "lang": card.note.language,
        }
    )
    minutes = [_minutes(item.start, item.day) for item in shown if item.start]
    words, state = spaced(card.date, language), spaced(card.state.text, language)
    return [str(shown[0].day), words, card.iso, minutes, *_without_end([state, card.state.off, other])]


def _minutes(start: datetime, day: date) -> int:
    """Local minutes since the day began, as its clocks count them."""
    return (start.replace(tzinfo=None) - datetime.combine(day, time())) // MINUTE


def _without_end(values: list[Any]) -> list[Any]:
    """A list without what says nothing at its end."""
    while values and not values[-1]:
        values.pop()
    return values


def _run(site: Site, language: str, event: Event) -> Fields:
    """The first and the last day of a run that is not over, an unknown one empty; its hours if it takes place."""
    run = site.calendar.run_of(event)
    if run is None or (run.over_at and run.over_at <= site.calendar.now):
        return {}
    hours = {} if event.status in OFF else opening_fields(site, schedule_of(site, event), language, run)
    return {"run": [str(run.first or ""), str(run.last or "")], "opening": hours}
