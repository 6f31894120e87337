"""Performances grouped by the local day they belong to, and the runs that go on meanwhile."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from itertools import groupby

from affiche.locales import Words
from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence, Run
from affiche.outputs.cards import Card, event_card
from affiche.outputs.pages.event_lists import last_day
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint


@dataclass(frozen=True, slots=True)
class Entry:
    """An event on one day, with its performances of that day."""

    event: Event
    occurrences: Sequence[Occurrence]


@dataclass(frozen=True, slots=True)
class Day:
    """A day with its cards: its parts in words, so that a template can set them large."""

    iso: str
    weekday: str
    number: str
    ordinal: str
    month: str
    cards: Sequence[Card]


def entries_by_day(site: Site) -> dict[date, list[Entry]]:
    """All performances by day, the earliest first; one entry an event, in order of the hour.

    What is known by month or season only stands under no day: `undated` has it.
    """
    days: dict[date, list[Entry]] = defaultdict(list)
    for event in site.calendar.public:
        dated = (item for item in site.calendar.occurrences[event.id] if item.precision <= Precision.DAY)
        for day, found in groupby(dated, key=lambda item: item.day):
            days[day].append(Entry(event, list(found)))
    return {
        day: sorted(days[day], key=lambda entry: (entry.occurrences[0].sort_key, entry.event.id))
        for day in sorted(days)
    }


def undated(site: Site) -> list[Entry]:
    """All performances known by month or season only, the earliest first; one entry a performance."""
    found = [
        Entry(event, [occurrence])
        for event in site.calendar.public
        for occurrence in site.calendar.occurrences[event.id]
        if occurrence.precision > Precision.DAY
    ]
    return sorted(found, key=lambda entry: (entry.occurrences[0].sort_key, entry.event.id))


def runs_between(site: Site, first: date, last: date) -> list[Event]:
    """The runs that are on between two days, the one that ends first in front, unknown ends last."""
    return [event for event, run in site.once(("runs",), partial(_runs, site)) if run.meets(first, last)]


def _runs(site: Site) -> list[tuple[Event, Run]]:
    """All runs, the one that ends first in front."""
    events = sorted((event for event in site.calendar.public if event.period), key=last_day)
    return [(event, run) for event in events if (run := site.calendar.run_of(event))]


def day_view(site: Site, language: str, day: date, entries: Iterable[Entry]) -> Day:
    """A day as a page shows it."""
    words = site.words[language]
    return Day(
        iso=day.isoformat(),
        weekday=words(f"weekday.{day.weekday()}"),
        number=str(day.day),
        ordinal=ordinal_mark(words, day),
        month=f"{words(f'month.{day.month}')} {day.year}",
        cards=[event_card(site, language, entry.event, entry.occurrences) for entry in entries],
    )


def ordinal_mark(words: Words, day: date) -> str:
    """What follows the number of a day where that makes it an ordinal: `er` on the first in French."""
    return words("day.first").removeprefix("1") if day.day == 1 else ""


def days_fingerprint(site: Site, days: Iterable[tuple[date | None, Sequence[Entry]]], runs: Sequence[Event]) -> str:
    """What a list by day depends on: its entries and runs as shown, and which of their dates are over."""
    digests, now = site.calendar.facts_digests, site.calendar.now
    entries = [
        f"{day} {digests[entry.event.id]} {sum(item.over_at <= now for item in entry.occurrences)}"
        f" {site.calendar.is_over(entry.event)}"
        for day, found in days
        for entry in found
    ]
    return site.fingerprint(",".join(entries), cards_fingerprint(site, runs))
