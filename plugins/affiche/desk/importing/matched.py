"""Which file an imported event already has: by an id that it has in the source, else by its title and a date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from affiche.desk.answers import Entry
from affiche.desk.importing.completed import Completed, titles_of
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.moment import Moment, parse_moment

#: How many files replace each other at most.
MOST_STEPS = 5


class Filed:
    """The events of an organisation that have a file, the sound and the faulty ones; what was replaced leads on."""

    def __init__(self, events: Iterable[Event], organisation: str) -> None:
        self._by_record = {event.id: event for event in events}
        self._by_id: dict[str, Event] = {}
        self._by_title: dict[str, list[Event]] = defaultdict(list)
        for event in self._by_record.values():
            last = self._last(event)
            if organisation in {organiser.organisation for organiser in (*event.organisers, *last.organisers)}:
                self._by_id |= {each.casefold(): last for each in event.external_ids}
                for title in {*map(fold_name, event.title.values())}:
                    self._by_title[title].append(last)

    def _last(self, event: Event) -> Event:
        for _ in range(MOST_STEPS):
            following = self._by_record.get(event.replaced_by or "")
            if following is None:
                break
            event = following
        return event

    def pair(self, news: Sequence[Completed]) -> Iterator[tuple[Completed, Event | None]]:
        """Each event of a source with its file: those whose ids are known come first, and take theirs.

        A file that no id leads to is found by its title, and the very start, or the day where it is of no such source.
        """
        known = [next((self._by_id[each] for each in _folded(new) if each in self._by_id), None) for new in news]
        taken = {event.id for event in known if event}
        for new, event in zip(news, known, strict=True):
            found = event or self._alike(new, taken)
            if found:
                taken.add(found.id)
            yield new, found

    def _alike(self, new: Completed, taken: set[str]) -> Event | None:
        titled = [
            each for title in titles_of(new.entry) for each in self._by_title[fold_name(title)] if each.id not in taken
        ]
        starts = {moment.typed for moment in _starts(new.entry)}
        same = next((each for each in titled if starts & {one.start.typed for one in each.performances}), None)
        free = (each for each in titled if not _is_of_format(each, new))
        return same or next((each for each in free if _share_days(new.entry, each)), None)


def _folded(new: Completed) -> Iterator[str]:
    return (each.casefold() for each in new.external_ids)


def _is_of_format(event: Event, new: Completed) -> bool:
    """Whether a file has an id of the format that an event has one of: then it is another one of that source."""
    formats = {each.partition(":")[0] for each in new.external_ids}
    return any(each.partition(":")[0] in formats for each in event.external_ids) and not event.period


def _starts(entry: Entry) -> Iterable[Moment]:
    typed = [entry.get("start", ""), *(each.get("start", "") for each in entry.get("dates", ()))]
    return filter(None, map(parse_moment, typed))


def _share_days(entry: Entry, event: Event) -> bool:
    """Whether an entry and a file have a day in common, of their dates or of their runs."""
    days = {moment.day for moment in _starts(entry)}
    first, last = _run_of(entry.get("period"))
    if not event.period:
        return bool(days & {each.start.day for each in event.performances})
    begins, ends = event.period.start or date.min, event.period.end or date.max
    return (first <= ends and begins <= last) or any(begins <= day <= ends for day in days)


def _run_of(period: Mapping[str, str] | None) -> tuple[date, date]:
    """The days of a period, as far as they go; none of none."""
    if not period:
        return date.max, date.min
    start, end = (parse_moment(period.get(name, "")) for name in ("start", "end"))
    return start.day if start else date.min, end.last_day if end else date.max
