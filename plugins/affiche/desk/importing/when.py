"""When an event takes place, as its file and its source say: what the source moved, added, or says no more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from affiche.desk.answers import Entry
from affiche.model.event import Event
from affiche.model.moment import Moment, Precision, parse_moment

#: What a source says of a date; the rest of an entry is its people's.
OF_SOURCE = ("end", "status", "availability", "booking_url")
#: Fields of the short form.
SHORT = ("start", "end", "previous_start")


class When(NamedTuple):
    """What becomes of the times of a file: the fields that change, None for those that go.

    `gone` are the dates to come that only the file has; `apart` those of the source for which its form has no room, as
    a rule or a run says other days.
    """

    fields: Mapping[str, Any]
    gone: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()


def when_now(event: Event, typed: Mapping[str, Any], entry: Entry, today: date) -> When:
    """What the times of a file become: `typed` is its front matter, `entry` that of its source.

    Raises ValueError for a time that cannot be read.
    """
    if "period" in entry:
        return _run(typed, entry, today)
    new = list(_dates(entry))
    if event.recurrence or event.period:
        return _beside(event, typed, new)
    dates, gone = _merged(list(_dates(typed)), new, today)
    return When(_in_form(typed, dates), tuple(gone))


def _dates(typed: Mapping[str, Any]) -> Iterator[Entry]:
    """The dates of front matter as entries of `dates`, the short form too."""
    if "start" in typed:
        yield {name: typed[name] for name in SHORT if name in typed}
    yield from (dict(each) for each in typed.get("dates", ()))


def _moment(entry: Mapping[str, Any]) -> Moment:
    """When an entry starts; raises ValueError where nobody can tell."""
    found = parse_moment(str(entry.get("start", "")))
    if found is None:
        raise ValueError
    return found


def _beside(event: Event, typed: Mapping[str, Any], new: Sequence[Entry]) -> When:
    """What dates of a source say to a rule or a run: a cancelled one is off, those that neither has are told."""
    known = {str(_moment(each)) for each in _dates(typed)}
    off = [each for each in new if each.get("status") == "cancelled" and str(_moment(each)) not in known]
    off = [each for each in off if _is_within(event, _moment(each))]
    apart = tuple(str(each["start"]) for each in new if not _is_within(event, _moment(each)))
    if not off:
        return When({}, apart=apart)
    if event.recurrence:
        return When(
            {"dates": [*_dates(typed), *({"start": each["start"], "status": "cancelled"} for each in off)]}, apart=apart
        )
    days = [{"from": str(_moment(each).day), "to": str(_moment(each).day)} for each in off]
    return When(_changes(typed, {"closed": _with_days(typed, days)}), apart=apart)


def _is_within(event: Event, moment: Moment) -> bool:
    """Whether a rule or an entry beside it has a date, or a run the day."""
    first, last = (event.period.start, event.period.end) if event.period else (None, None)
    in_run = event.period is not None and (first or date.min) <= moment.day <= (last or date.max)
    return in_run or str(moment) in {str(each.start) for each in event.performances}


def _run(typed: Mapping[str, Any], entry: Entry, today: date) -> When:
    """The days of a run and its hours; what people added stays: dates beside it, closed days, notes.

    A run that has begun keeps its first day: a source that forgets what is over begins later every day. Dates that
    were the days of the run one by one go when it comes.
    """
    known = typed.get("period", {})
    fields: dict[str, Any] = {"period": {**known, **entry["period"]}}
    begun = parse_moment(str(known.get("start", "")))
    if begun and begun.day < today and str(known["start"]) < str(entry["period"].get("start", "")):
        fields["period"]["start"] = known["start"]
    if typed.get("opening_hours") != "venue" and "opening_hours" in entry:
        fields["opening_hours"] = entry["opening_hours"]
    for name in ("closed", "adjusted"):
        if name in entry:
            fields[name] = _with_days({"closed": typed.get(name, ())}, entry[name])
    if not known:
        days = (entry["period"].get("start", ""), entry["period"].get("end", ""))
        beside = [each for each in _dates(typed) if not _is_day_of(each, days)]
        fields |= {**dict.fromkeys(SHORT), "dates": beside or None}
    return When(_changes(typed, fields))


def _with_days(typed: Mapping[str, Any], days: Sequence[Entry]) -> list[Entry]:
    """The closed or adjusted days of a file with those that it has not yet."""
    known = [*typed.get("closed", ())]
    return [*known, *(each for each in days if each["from"] not in {one.get("from") for one in known})]


def _is_day_of(entry: Mapping[str, Any], days: tuple[str, str]) -> bool:
    """Whether a date says no more than that a run is open on its day."""
    day = str(entry["start"])[:10]
    return entry.keys() <= {"start", "end"} and (days[0] or day) <= day <= (days[1] or day)


def _merged(old: Sequence[Entry], new: Sequence[Entry], today: date) -> tuple[list[Entry], list[str]]:
    """The dates of both, each with what its people added; the starts of those to come that the source has not.

    A single date that is another one now was moved: its old start keeps its identity in calendars.
    """
    by_start = {str(_moment(each)): each for each in new}
    known = {str(_moment(each)) for each in old}
    kept = [_told(each, by_start.get(str(_moment(each)), {})) for each in old]
    lost = [each for each in old if str(_moment(each)) not in by_start and _is_ahead(each, today)]
    come = [each for start, each in by_start.items() if start not in known and _is_ahead(each, today)]
    if len(old) == len(lost) == len(new) == len(come) == 1:
        return [_moved(lost[0], come[0])], []
    every = sorted((*kept, *come), key=lambda each: (_moment(each).local, str(each["start"])))
    return every, [str(each["start"]) for each in lost]


def _is_ahead(entry: Mapping[str, Any], today: date) -> bool:
    return _moment(entry).last_day >= today


def _told(old: Entry, new: Mapping[str, Any]) -> Entry:
    """A date of a file with what its source says of it now; as it was typed where that is the same."""
    told = {name: new[name] for name in OF_SOURCE if name in new and not _is_same(name, old.get(name), new[name])}
    return old | told


def _is_same(name: str, old: object, new: object) -> bool:
    if name != "end" or not old:
        return old == new
    return str(parse_moment(str(old))) == str(parse_moment(str(new)))


def _moved(old: Entry, new: Mapping[str, Any]) -> Entry:
    """A date under its new start, with the old one, or with its id where the old starts do not tell it.

    A day that is all that a source knows says nothing against an hour of it; a day that gets its hour has not moved,
    and a month or season that became a day is in nobody's calendar.
    """
    before, after = _moment(old), _moment(new)
    if after.precision > before.precision and after.day <= before.day <= after.last_day:
        return _told(old, {name: value for name, value in new.items() if name != "end"})
    earlier = [*old.get("previous_start", ())]
    moved = {name: value for name, value in old.items() if name not in SHORT}
    if before.precision <= Precision.DAY and not (before.precision is Precision.DAY and before.day == after.day):
        earlier.append(old["start"])
    earlier = [each for each in earlier if str(parse_moment(str(each))) != str(after)]
    identity = _identity(old)
    if before.precision <= Precision.DAY and _identity({"start": new["start"], "previous_start": earlier}) != identity:
        moved["id"] = identity
    return {"start": new["start"], **_told(moved, new), **({"previous_start": earlier} if earlier else {})}


def _identity(entry: Mapping[str, Any]) -> str:
    """The id of a date: as it is typed, else of its first start."""
    first = next(iter(entry.get("previous_start", ())), entry["start"])
    return str(entry.get("id") or _moment({"start": first}).digits)


def _in_form(typed: Mapping[str, Any], dates: Sequence[Entry]) -> dict[str, Any]:
    """Dates in the form that a file has: the short one for one that says no more than its times."""
    is_short = "dates" not in typed and len(dates) == 1 and dates[0].keys() <= {*SHORT}
    fields = dict.fromkeys((*SHORT, "dates"))
    return _changes(typed, fields | (dates[0] if is_short else {"dates": [*dates]}))


def _changes(typed: Mapping[str, Any], fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields that are not as they were typed."""
    return {name: value for name, value in fields.items() if value != typed.get(name)}
