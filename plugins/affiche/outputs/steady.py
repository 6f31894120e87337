"""Until when a site stays as it is while its files do: what makes it again before then makes the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from affiche.calendar import Calendar
from affiche.model.event import Event
from affiche.model.occurrence import resolve
from affiche.model.record import Record
from affiche.outputs.news import NEWS_LASTS
from affiche.outputs.site import Site

#: In no zone does what turns within an hour lie on days farther from now: the night after a last day counts too.
AROUND = timedelta(days=3)


def steady_until(site: Site, records: Iterable[Record]) -> datetime:
    """The first moment after now (aware, UTC) at which a page or a feed may differ: at a full hour at the latest.

    Days, nights and weeks begin at full hours. `records` are those of all files, also of those not to be seen yet.
    """
    now = site.calendar.now
    next_hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    turns = (moment.astimezone(UTC) for moment in _turns(site, records))
    return min([next_hour, *(moment for moment in turns if moment > now)])


def _turns(site: Site, records: Iterable[Record]) -> Iterator[datetime]:
    """Every moment near now at which something begins, is over, may be seen, or is new or news no longer."""
    calendar, zone = site.calendar, site.calendar.settings.time_zone
    yield from _of_occurrences(calendar)
    for event in calendar.all(Event):
        if (run := calendar.run_of(event)) and run.over_at:
            yield run.over_at
    for record in records:
        for typed in filter(None, (record.published, record.publish_from)):
            yield from _news(resolve(typed, zone))
    for dates in calendar.history.dates.values():
        yield dates.updated
        yield from _news(dates.published)
    for moment in (*calendar.history.opened.values(), *(change.moment for change in calendar.history.changes)):
        yield from _news(moment)


def _of_occurrences(calendar: Calendar) -> Iterator[datetime]:
    earliest, latest = calendar.now.date() - AROUND, calendar.now.date() + AROUND
    for occurrences in calendar.occurrences.values():
        for occurrence in occurrences:
            if occurrence.day <= latest and occurrence.last_day >= earliest:
                yield occurrence.over_at
                if occurrence.start:
                    yield occurrence.start


def _news(moment: datetime) -> Iterator[datetime]:
    """When something is told, and no longer."""
    yield moment
    yield moment.astimezone(UTC) + NEWS_LASTS
