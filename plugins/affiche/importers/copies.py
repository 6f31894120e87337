"""Copies of one event become one: calendars often have an entry for each performance, or for each day of a run."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from affiche.importers.imported import Entry, Imported
from affiche.model.language import fold_name
from affiche.model.moment import Moment, Precision, parse_moment
from affiche.model.vocabulary import WEEKDAYS

#: Days that make a run: so many at least, on so many days of the week, with no longer pause between two of them.
FEWEST_DAYS, FEWEST_WEEKDAYS, LONGEST_PAUSE = 5, 4, timedelta(days=7)
#: A day of a run is open for so long at least: a play is shorter, and each of its evenings is a date of its own.
SHORTEST = timedelta(hours=4)

#: What an event says of all its dates, or a date of itself.
OF_A_DATE = ("status", "status_reason", "availability")

#: So many ids of copies are kept: by each of them the event is found again.
MOST_IDS = 50

#: When a day opens and closes; both empty where the hours are not known.
Hours = tuple[str, str]


class OpenDay(NamedTuple):
    """A day of a run, with its hours."""

    day: date
    hours: Hours


def without_copies(events: Iterable[Imported]) -> tuple[Imported, ...]:
    """Events in the order of their first dates, those of one title, place and text made one, daily copies a run."""
    alike: dict[object, list[Imported]] = defaultdict(list)
    for event in sorted(events, key=_order):
        alike[_likeness(event) if "dates" in event.entry else id(event)].append(event)
    return tuple(sorted((_as_run(_joined(copies)) for copies in alike.values()), key=_order))


def _order(event: Imported) -> tuple[str, str, str]:
    entry = event.entry
    when = entry["dates"][0]["start"] if entry.get("dates") else min(entry.get("period", {"": ""}).values())
    return when, str(entry.get("title")), event.external_id


def _likeness(event: Imported) -> object:
    """What copies share: the title, the place, the text, the price. A jam session with a new guest is a new event."""
    shared = (event.entry.get(name) for name in ("venue", "online_url", "price", "type"))
    return fold_name(str(event.entry.get("title"))), str([*shared]), str(event.bodies)


def _joined(copies: Sequence[Imported]) -> Imported:
    """One event with the dates of all; what only one copy says of itself is said of its date."""
    first, *others = copies
    if not others:
        return first
    dates: dict[str, Entry] = {}
    for each in (each for copy in reversed(copies) for each in _own_dates(copy)):
        dates[each["start"]] = dates.get(each["start"], {}) | each
    shared = {
        name: value for name, value in first.entry.items() if all(other.entry.get(name) == value for other in others)
    }
    kept = {name: first.entry[name] for name in ("title", "same_as") if name in first.entry}
    words = dict.fromkeys(word for copy in copies for word in copy.categories)
    ids = dict.fromkeys(each for other in others for each in (other.external_id, *other.other_ids))
    begins = sorted(copy.since for copy in copies if copy.since)
    unread = dict.fromkeys(name for copy in copies for name in copy.unread)
    entry = kept | {name: value for name, value in shared.items() if name != "dates"}
    return replace(
        first,
        entry=entry | {"dates": [dates[start] for start in sorted(dates)]},
        categories=tuple(words),
        unread=tuple(unread),
        other_ids=tuple(each for each in ids if each and each != first.external_id)[:MOST_IDS],
        since=begins[0] if begins else "",
        goes_on=any(copy.goes_on for copy in copies),
    )


def _own_dates(copy: Imported) -> Iterator[Entry]:
    """The dates of a copy, each with the status, availability and booking that the copy has for all of them."""
    shared: Entry = {name: copy.entry[name] for name in OF_A_DATE if name in copy.entry}
    if booking := copy.entry.get("booking", {}).get("url"):
        shared["booking_url"] = booking
    yield from (shared | each for each in copy.entry["dates"])


def _as_run(event: Imported) -> Imported:
    """An event whose dates are the days of a run, as that run; a day that is cancelled is a closed one."""
    dates = event.entry.get("dates", ())
    off = [each for each in dates if each.get("status") == "cancelled" and _is_day_alone(each)]
    days = _open_days([each for each in dates if each not in off])
    if not _is_run(days):
        return event
    entry = {name: value for name, value in event.entry.items() if name != "dates"} | _run(days)
    cancelled = sorted({date.fromisoformat(each["start"][:10]) for each in off} - {each.day for each in days})
    if cancelled:
        known = {closure["from"]: closure for closure in (*entry.get("closed", ()), *_stretches(cancelled))}
        entry["closed"] = [known[first] for first in sorted(known)]
    if event.since:
        entry["period"]["start"] = event.since
    if event.goes_on:
        del entry["period"]["end"]
    return replace(event, entry=entry)


def _is_day_alone(entry: Mapping[str, Any]) -> bool:
    """Whether a date says no more than its times and its status."""
    return entry.keys() <= {"start", "end", "status"}


def _open_days(dates: Sequence[Mapping[str, Any]]) -> list[OpenDay]:
    """The days of a list of dates; empty where one of them says more, has no long hours, or shares its day."""
    found = [_open_day(each) for each in dates]
    days = [each for each in found if each]
    is_whole = len(days) == len(found) == len({each.day for each in days})
    return sorted(days) if is_whole else []


def _open_day(entry: Mapping[str, Any]) -> OpenDay | None:
    if not _is_day_alone(entry) or entry.get("status", "scheduled") != "scheduled":
        return None
    start, end = parse_moment(entry["start"]), parse_moment(entry.get("end", entry["start"]))
    if start is None or end is None or start.offset or end.offset:
        return None
    if start.precision is Precision.DAY:
        return OpenDay(start.day, ("", "")) if end.last_day == start.day else None
    lasts = end.local - start.local
    is_long = start.precision is end.precision is Precision.MINUTE and SHORTEST <= lasts < timedelta(days=1)
    return OpenDay(start.day, (_hour(start), _hour(end))) if is_long else None


def _hour(moment: Moment) -> str:
    return f"{moment.local:%H:%M}"


def _is_run(days: Sequence[OpenDay]) -> bool:
    weekdays = {each.day.weekday() for each in days}
    pauses = (after.day - before.day for before, after in pairwise(days))
    is_known = len({bool(each.hours[0]) for each in days}) == 1
    is_dense = len(days) >= FEWEST_DAYS and len(weekdays) >= FEWEST_WEEKDAYS and max(pauses) <= LONGEST_PAUSE
    return is_known and is_dense


def _run(days: Sequence[OpenDay]) -> Entry:
    """The period of a run, its week, and the days that are closed or have other hours."""
    first, last = days[0].day, days[-1].day
    run: Entry = {"period": {"start": first.isoformat(), "end": last.isoformat()}}
    by_day = {each.day: each.hours for each in days}
    every = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    if not days[0].hours[0]:
        return run
    usual = {
        weekday: Counter(each.hours for each in days if each.day.weekday() == weekday).most_common(1)[0][0]
        for weekday in sorted({each.day.weekday() for each in days})
    }
    run["opening_hours"] = [
        {
            "days": [WEEKDAYS[weekday] for weekday in usual if usual[weekday] == hours],
            "opens": hours[0],
            "closes": hours[1],
        }
        for hours in dict.fromkeys(usual.values())
    ]
    closed = [day for day in every if day not in by_day and day.weekday() in usual]
    other = [day for day in every if day in by_day and by_day[day] != usual[day.weekday()]]
    if closed:
        run["closed"] = [*_stretches(closed)]
    if other:
        run["adjusted"] = [_adjusted(day, by_day[day]) for day in other]
    return run


def _stretches(days: Sequence[date]) -> Iterator[dict[str, str]]:
    """Days as stretches of days that follow each other."""
    for _, group in groupby(enumerate(days), key=lambda each: each[1].toordinal() - each[0]):
        stretch = [day for _, day in group]
        yield {"from": stretch[0].isoformat(), "to": stretch[-1].isoformat()}


def _adjusted(day: date, hours: Hours) -> Entry:
    of_day = {"days": [WEEKDAYS[day.weekday()]], "opens": hours[0], "closes": hours[1]}
    return {"from": day.isoformat(), "to": day.isoformat(), "opening_hours": [of_day]}
