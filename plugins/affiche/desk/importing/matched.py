"""Which file an imported event already has: by its id in the source, else by its organisation, a date and its title."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from affiche.desk.answers import Entry
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.moment import Moment, parse_moment


class Filed:
    """The events that have a file, the sound and the faulty ones, by what an imported event is found by."""

    def __init__(self, events: Iterable[Event]) -> None:
        self.by_external: dict[str, Event] = {}
        self._by_title: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in events:
            self.by_external |= {each.casefold(): event for each in event.external_ids}
            for organiser in event.organisers:
                for title in {*map(fold_name, event.title.values())}:
                    self._by_title[organiser.organisation, title].append(event)

    def find(self, external_id: str, organisation: str, entry: Entry) -> Event | None:
        """The file of an event: one with its id, else one of its organisation with a title and a date in common."""
        if known := self.by_external.get(external_id.casefold()):
            return known
        days = {moment.day for moment in _starts(entry)}
        alike = (each for title in _titles(entry) for each in self._by_title[organisation, title])
        return next((each for each in alike if days & _days(each)), None)


def _titles(entry: Entry) -> list[str]:
    title = entry.get("title", "")
    return [fold_name(each) for each in ([title] if isinstance(title, str) else title.values())]


def _starts(entry: Entry) -> Iterable[Moment]:
    """When an entry begins: its dates, and both ends of its period, as a run may be known by one of them."""
    period: Mapping[str, str] = entry.get("period", {})
    typed = [entry.get("start", ""), *(each.get("start", "") for each in entry.get("dates", ())), *period.values()]
    return filter(None, map(parse_moment, typed))


def _days(event: Event) -> set[object]:
    ends = (event.period.start, event.period.end) if event.period else ()
    return {*(each.start.day for each in event.performances), *filter(None, ends)}
