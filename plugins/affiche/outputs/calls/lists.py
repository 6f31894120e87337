"""Which calls are in which list: open ones by their deadline, then those without one; closed ones by year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

from affiche.calendar import Calendar
from affiche.model.call import Call
from affiche.model.moment import Precision
from affiche.model.organisation import Organisation
from affiche.model.vocabulary import CALL_KINDS, DISCIPLINES
from affiche.outputs.site import Site


class CallList(NamedTuple):
    """A list of calls: all of them, those of a kind, or those of a discipline."""

    kind: str = ""
    discipline: str = ""

    def holds(self, call: Call) -> bool:
        """Whether a call is in it."""
        return self.kind in ("", call.kind) and self.discipline in ("", *call.disciplines)


ALL = CallList()


@dataclass(frozen=True, eq=False)
class Calls:
    """The calls of a calendar, as they are at its moment."""

    calendar: Calendar

    @cached_property
    def lists(self) -> Sequence[CallList]:
        """The lists that have a page: all, and each kind and discipline that a call is of, be it closed."""
        each = [*map(CallList, CALL_KINDS), *(CallList(discipline=name) for name in DISCIPLINES)]
        return [ALL, *(chosen for chosen in each if any(map(chosen.holds, self._all)))]

    @property
    def _all(self) -> Sequence[Call]:
        return self.calendar.all(Call)

    def closes_at(self, call: Call) -> datetime | None:
        """When it closes (aware, local): at its deadline; without one, at the end of what it is for, if it has any."""
        zone = self.calendar.settings.time_zone
        if call.deadline is None and call.end is not None:
            return datetime.combine(call.end.last_day + timedelta(days=1), time(), zone)
        return call.closes_at(zone)

    def is_closed(self, call: Call) -> bool:
        """Whether it is too late to answer."""
        closes = self.closes_at(call)
        return closes is not None and closes <= self.calendar.now

    @cached_property
    def _open(self) -> Sequence[Call]:
        """All open calls, the first to close in front, those without a deadline last."""
        return sorted((call for call in self._all if not self.is_closed(call)), key=self._order)

    def _order(self, call: Call) -> tuple[datetime, str]:
        closes = self.closes_at(call) if call.deadline else None
        return (closes or datetime.max.replace(tzinfo=UTC)).astimezone(UTC), call.id

    def current(self, chosen: CallList = ALL) -> Sequence[Call]:
        """The open calls of a list, the first to close in front, those without a deadline last."""
        return list(filter(chosen.holds, self._open))

    @cached_property
    def counts(self) -> Mapping[CallList, int]:
        """How many calls of each list are open."""
        return {chosen: len(self.current(chosen)) for chosen in self.lists}

    def closing_before(self, moment: datetime) -> Sequence[Call]:
        """The open calls whose deadline comes before a moment, the first in front."""
        return [call for call in self._open if call.deadline and self._order(call)[0] <= moment]

    @cached_property
    def _closed(self) -> Sequence[Call]:
        found = [(self._order_of_closed(call), call) for call in self._all if self.is_closed(call)]
        return [call for _, call in sorted(found, key=lambda each: each[0], reverse=True)]

    def _order_of_closed(self, call: Call) -> tuple[date, datetime, str]:
        """By last day first: the end of a year's last day is the moment at which the next year begins."""
        closes = self.closes_at(call) or datetime.max.replace(tzinfo=UTC)
        return self.last_day(call), closes.astimezone(UTC), call.id

    def closed(self, chosen: CallList = ALL) -> Sequence[Call]:
        """The closed calls of a list, the latest in front."""
        return list(filter(chosen.holds, self._closed))

    @cached_property
    def years(self) -> Mapping[int, Sequence[Call]]:
        """The closed calls by the year of their last day, the latest in front."""
        by_year = groupby(self._closed, key=lambda call: self.last_day(call).year)
        return {year: list(found) for year, found in by_year}

    def by(self, organisation: Organisation) -> Sequence[Call]:
        """The calls of an organisation: open ones, the first to close in front; closed ones, the latest in front."""
        return sorted(self.calendar.calls_of(organisation), key=lambda call: self._ranks[call.id])

    @cached_property
    def _ranks(self) -> Mapping[str, int]:
        return {call.id: rank for rank, call in enumerate((*self._open, *self._closed))}

    def last_day(self, call: Call) -> date:
        """The last day on which one can answer, or could; `date.max` for none."""
        closes = self.closes_at(call)
        if closes is None:
            return date.max
        is_hour = call.deadline is not None and call.deadline.precision is Precision.MINUTE
        return closes.date() if is_hour else closes.date() - timedelta(days=1)

    def callers(self, call: Call) -> Sequence[Organisation]:
        """Who calls, as far as their files are readable, each once."""
        found = (self.calendar.find(Organisation, key) for key in call.organisations)
        return list({each.id: each for each in found if each}.values())


def calls_of(site: Site) -> Calls:
    """The calls of a site, sorted once for all that tells of them."""
    return site.once(("calls",), lambda: Calls(site.calendar))
