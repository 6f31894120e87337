"""What an ISO week has to offer: the events that take place in it, and the runs that begin or end in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import partial

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import OFF, Occurrence, Run
from affiche.model.week import Week
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class WeekEvent:
    """An event in a week: `run` when it begins or ends in it, without a beginning that is past, and its performances.

    What is cancelled or postponed is in neither. `rank` is its place in the week, from 1, that of those included.
    """

    event: Event
    rank: int
    run: Run | None
    occurrences: Sequence[Occurrence]

    @property
    def takes_place(self) -> bool:
        """Whether anything of it is left in the week."""
        return self.run is not None or bool(self.occurrences)

    def is_over(self, now: datetime) -> bool:
        """Whether all of it in the week lies in the past."""
        run_goes_on = self.run is not None and (self.run.over_at is None or self.run.over_at > now)
        return not run_goes_on and all(occurrence.over_at <= now for occurrence in self.occurrences)


def week_events(site: Site, week: Week) -> list[WeekEvent]:
    """The public events of a week by date: no run is in a week but its first and its last."""
    events = by_week(site).get(week, ())
    found = ((event, _run_in(site, event, week), _performed_in(site, event, week)) for event in events)
    dated = sorted(found, key=_order)
    return [_shown(event, rank, run, performed) for rank, (event, run, performed) in enumerate(dated, start=1)]


def taking_place(site: Site, week: Week) -> list[WeekEvent]:
    """Those of a week's events of which anything takes place in it: what is told of the week once it has begun."""
    return [item for item in week_events(site, week) if item.takes_place]


def by_week(site: Site) -> Mapping[Week, Sequence[Event]]:
    """The public events of each week that has any, each once, in no order."""
    return site.once(("weeks",), partial(_by_week, site))


def _by_week(site: Site) -> Mapping[Week, Sequence[Event]]:
    found: dict[Week, list[Event]] = defaultdict(list)
    for event in site.calendar.public:
        run, occurrences = site.calendar.run_of(event), site.calendar.occurrences[event.id]
        ends = (run.first, run.last) if run else ()
        days = [*filter(None, ends), *(item.day for item in occurrences if item.precision <= Precision.DAY)]
        for week in {Week.of(day) for day in days}:
            found[week].append(event)
    return found


def _run_in(site: Site, event: Event, week: Week) -> Run | None:
    run = site.calendar.run_of(event)
    if run is None or run.first in week:
        return run
    return replace(run, first=None) if run.last in week else None


def _performed_in(site: Site, event: Event, week: Week) -> list[Occurrence]:
    occurrences = site.calendar.occurrences[event.id]
    return [item for item in occurrences if item.precision <= Precision.DAY and item.day in week]


def _order(found: tuple[Event, Run | None, list[Occurrence]]) -> tuple[date, datetime, str]:
    """By its first date in the week: that of a run is the day on which it begins or else ends."""
    event, run, performed = found
    keys = [occurrence.sort_key for occurrence in performed]
    day = run and (run.first or run.last)
    if run and day:
        keys.append((day, datetime.combine(day, time(), run.zone).astimezone(UTC)))
    return (*min(keys), event.id)


def _shown(event: Event, rank: int, run: Run | None, performed: Sequence[Occurrence]) -> WeekEvent:
    on = [occurrence for occurrence in performed if occurrence.status not in OFF]
    return WeekEvent(event, rank, run if run and run.status not in OFF else None, on)
