"""The feed of last chances: one item for each run or series that is on and known to end soon."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.model.week import Week
from affiche.outputs.news import news_of
from affiche.outputs.rss_channel import Draft, agenda_feed, event_draft
from affiche.outputs.rss_item import Appearance
from affiche.outputs.site import Site

ENDS_WITHIN = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A run or a series: when it begins as far as that is known, its last day, when it is over."""

    begins: datetime | None
    last: date
    over_at: datetime
    run: Run | None
    occurrences: Sequence[Occurrence]


def last_chance_drafts(site: Site) -> Sequence[Draft]:
    """An item for each, dated as it is."""
    return [event_draft(site, appearance, appearance.dated) for appearance in last_chances(site)]


def last_chances(site: Site) -> Sequence[Appearance]:
    """What is in its last days, the newest in the feed first.

    Each is dated by the first Monday at six at which it is public, has begun and ends within fourteen days.
    """
    since = news_of(site).public_since
    found = (_appearance(site, event, since[event.id]) for event in site.upcoming())
    return sorted(filter(None, found), key=lambda each: (-each.dated.timestamp(), each.event.id))


def _appearance(site: Site, event: Event, since: datetime) -> Appearance | None:
    stretch = _run(site, event) or _series(site, event)
    if stretch is None:
        return None
    zone, now = site.calendar.settings.time_zone, site.calendar.now
    soon = datetime.combine(stretch.last - ENDS_WITHIN, time(), zone)
    dated = Week.from_moment(max(since, stretch.begins or soon, soon), zone).opens(zone)
    if not dated <= now < stretch.over_at:
        return None
    titled = [occurrence for occurrence in stretch.occurrences if occurrence.over_at > dated]
    coming = [occurrence for occurrence in titled if occurrence.over_at > now]
    return Appearance(event, dated, stretch.run, titled, coming, "last-chance")


def _run(site: Site, event: Event) -> _Stretch | None:
    run = site.calendar.run_of(event)
    if run is None or run.last is None or run.over_at is None or run.status in OFF:
        return None
    begins = datetime.combine(run.first, time(), run.zone) if run.first else None
    return _Stretch(begins, run.last, run.over_at, replace(run, first=None), ())


def _series(site: Site, event: Event) -> _Stretch | None:
    """The performances of an event on several days, when the last of them is known."""
    occurrences = [item for item in site.calendar.occurrences[event.id] if item.status not in OFF]
    is_known = all(item.precision <= Precision.DAY for item in occurrences)
    if event.period or not is_known or len({item.day for item in occurrences}) < 2:
        return None
    _, begins = occurrences[0].sort_key
    last = max(occurrences, key=lambda item: item.over_at)
    return _Stretch(begins, last.last_day, last.over_at, None, occurrences)


LAST_CHANCE = agenda_feed("last-chance", last_chance_drafts)
