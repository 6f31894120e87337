"""Which years and seasons there are figures of, and what those depend on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from affiche.model.collections import COLLECTIONS
from affiche.model.event import Event
from affiche.model.fingerprint import digest
from affiche.model.indicators import VERSION, Figures, Snapshot, State
from affiche.model.interval import SEASON_BEGINS, Interval
from affiche.outputs.indicators.facts import all_facts, first_day
from affiche.outputs.indicators.figures import figures_of
from affiche.outputs.indicators.state import state_of
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Indicators:
    """The figures of a year or a season; `state` is that of the day, or of the day on which the year was frozen."""

    interval: Interval
    figures: Figures
    state: State | None = None
    frozen: date | None = None
    version: int = VERSION


def years(site: Site) -> Sequence[Interval]:
    """The years in which some event begins, that were frozen, and the present one, in order."""
    known = {day.year for day in _by_day(site)} | {*site.snapshots, site.calendar.today.year}
    return [Interval.year(year) for year in sorted(known)]


def seasons(site: Site) -> Sequence[Interval]:
    """The seasons in which some event begins, and the present one, in order."""
    known = {season_year(day) for day in (*_by_day(site), site.calendar.today.date())}
    return [Interval.season(year) for year in sorted(known)]


def season_year(day: date) -> int:
    """The year in which the season of a day begins."""
    return day.year - (day.month < SEASON_BEGINS)


def is_now(site: Site, interval: Interval) -> bool:
    """Whether today lies in it."""
    return interval.first <= site.calendar.today.date() <= interval.last


def indicators_of(site: Site, interval: Interval) -> Indicators:
    """The figures of a year or a season: those that were frozen, else as the files are."""
    return site.once(("indicators", interval.key), partial(_indicators, site, interval))


def _indicators(site: Site, interval: Interval) -> Indicators:
    if snapshot := snapshot_of(site, interval):
        return Indicators(interval, snapshot.figures, snapshot.state, snapshot.frozen, snapshot.version)
    return computed(site, interval)


def computed(site: Site, interval: Interval) -> Indicators:
    """The figures as the files are, frozen or not; the state of all files stands with the present year."""
    figures = figures_of(all_facts(site), interval, site.languages)
    is_present = is_now(site, interval) and not interval.is_season
    return Indicators(interval, figures, state_of(site) if is_present else None)


def snapshot_of(site: Site, interval: Interval) -> Snapshot | None:
    """What was frozen of a year; seasons are not."""
    return None if interval.is_season else site.snapshots.get(interval.first.year)


def freeze(site: Site, year: int) -> Snapshot:
    """The figures of a year as they are now, and what all files are today."""
    figures = figures_of(all_facts(site), Interval.year(year), site.languages)
    return Snapshot(VERSION, year, site.calendar.today.date(), site.languages, figures, state_of(site))


def indicators_stamp(site: Site, interval: Interval) -> str:
    """What the indicators of a year or a season depend on: their figures, in the present year all files and the day."""
    has_state = snapshot_of(site, interval) is None and is_now(site, interval) and not interval.is_season
    return digest([figures_stamp(site, interval), state_stamp(site) if has_state else ""])


def figures_stamp(site: Site, interval: Interval) -> str:
    """What the figures of a year or a season depend on: its events, or what was frozen."""
    if snapshot := snapshot_of(site, interval):
        return repr(snapshot)
    by_day = _by_day(site)
    events = [event for day in by_day if interval.first <= day <= interval.last for event in by_day[day]]
    return site.events_fingerprint(events)


def state_stamp(site: Site) -> str:
    """What the state of all files depends on: all of them, and the day."""
    return site.once(("state stamp",), partial(_state_stamp, site))


def _state_stamp(site: Site) -> str:
    calendar = site.calendar
    files = (calendar.digest_of(record) for model in COLLECTIONS for record in calendar.all(model))
    return digest([str(calendar.today.date()), *files])


def _by_day(site: Site) -> Mapping[date, Sequence[Event]]:
    return site.once(("events by first day",), partial(_events_by_day, site))


def _events_by_day(site: Site) -> Mapping[date, Sequence[Event]]:
    """All events by the day on which they begin, days in order."""
    found: dict[date, list[Event]] = {}
    for event in site.calendar.all(Event):
        found.setdefault(first_day(site.calendar, event)[0], []).append(event)
    return {day: found[day] for day in sorted(found)}
