"""Days and hours that were typed apart, and the hour of the doors: each with the field that says them together."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from affiche.model.moment import Moment, Precision, guess_time, parse_moment, parse_time
from affiche.model.synonyms import SYNONYMS, fold_word
from affiche.problems import Entries, Fault, Place, Value
from affiche.sources.closed_days import CLOSED, closed_faults

DOORS = "doors"
#: What people call the hour of a day that stands in another field.
HOURS = frozenset({"heure", "uur", "hour", "time", "tijd", "hdebut", "heuredebut", "startuur", "beginuur", "starttime"})
#: A start and the hour of its end in one: `2026-12-05 20:00-22:00`.
_STRETCH = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ](?P<opens>[0-9][0-9:.hu]*)\s*(?:-|–|à|tot)\s*(?P<closes>[0-9][0-9:.hu]*)"
)
#: The fields of a date that go along when it becomes an entry of `dates`.
_SHORT_FORM = ("start", "end", "previous_start")


def fields_apart(given: Mapping[str, Any], known: Container[str]) -> Iterator[Fault]:
    """The faults of fields that only make sense beside others, in records that know those."""
    if "dates" in known:
        yield from _misplaced(given, [name for name in given if name not in known])
    if CLOSED in known:
        yield from closed_faults(given)


def _misplaced(given: Mapping[str, Any], unknown: Sequence[str]) -> Iterator[Fault]:
    """`field-misplaced`: doors beside the start of an event, which an entry of `dates` has; an hour without its day."""
    for name in unknown:
        value = given[name]
        start = next((each for each in given if each == "start" or "start" in SYNONYMS.get(fold_word(each), ())), "")
        if not isinstance(value, str) or not isinstance(given.get(start), str) or name == start:
            continue
        hour, begins = _hour(value), parse_day_or_moment(given[start])
        if begins is None or not hour:
            continue
        if _is_doors(name):
            yield _doors(given, name, hour, start)
        elif fold_word(name) in HOURS and begins.precision is Precision.DAY:
            yield _moved(given, name, {"start": f"{begins} {hour}"}, (start, name))


def with_days(faults: Sequence[Fault], typed: Mapping[str, Any]) -> Iterator[Fault]:
    """The faults, those of an end that is an hour alone with the day of its start, or the next one after midnight.

    A start that is followed by the hour of its end becomes both.
    """
    for fault in faults:
        beside = _beside(typed, fault.at)
        stretch = _STRETCH.fullmatch(str(beside.get("start", ""))) if fault.at[-1] == "start" else None
        if fault.code == "time-format" and stretch and "end" not in beside:
            starts = f"{stretch['day']} {_hour(stretch['opens'])}"
            ends = _after(starts, stretch["closes"])
            yield replace(fault, hint=Entries({"start": starts, "end": ends}) if ends else "")
            continue
        if fault.code == "date-format" and fault.at[-1] == "end" and not fault.hint:
            hint = _after(str(beside.get("start", "")), str(beside.get("end", "")))
            near = {"near": hint, "reason": "near"} if hint else {}
            yield replace(fault, hint=hint, values={**fault.values, **near})
        else:
            yield fault


def _is_doors(name: str) -> bool:
    return name == DOORS or DOORS in SYNONYMS.get(fold_word(name), ())


def _doors(given: Mapping[str, Any], name: str, hour: str, start: str) -> Fault:
    fields = {each: given[each] for each in _SHORT_FORM if each in given} | {"start": given[start], DOORS: hour}
    entry: Value = {each: fields[each] for each in ("start", "end", DOORS, "previous_start") if each in fields}
    return _moved(given, name, {"dates": [entry]}, (start, name, *_SHORT_FORM))


def _moved(given: Mapping[str, Any], name: str, fields: Mapping[str, Value], gone: Sequence[str]) -> Fault:
    """The fault of a field, at the first of those that others replace."""
    first, *others = [each for each in given if each in gone]
    where = "dates" if "dates" in fields else "start"
    hint = Entries(fields, tuple(others))
    return Fault("field-misplaced", (first,), values={"name": name, "where": where}, hint=hint)


def _after(start: str, end: str) -> str:
    """The end of something by the day of its start; empty where either cannot be read."""
    begins, hour = parse_day_or_moment(start), _hour(end)
    if begins is None or begins.precision > Precision.DAY or begins.offset is not None or not hour:
        return ""
    ends = parse_moment(f"{begins.day} {hour}")
    if ends is not None and begins.precision is Precision.MINUTE and ends.local <= begins.local:
        ends = Moment(ends.local + timedelta(days=1))
    return str(ends) if begins.precision is Precision.MINUTE else ""


def _hour(typed: str) -> str:
    """`HH:MM` of an hour however typed; empty for anything else."""
    try:
        hour = parse_time(typed)
    except ValueError:
        return ""
    return f"{hour:%H:%M}" if hour else guess_time(typed)


def parse_day_or_moment(typed: str) -> Moment | None:
    """A day or moment as typed; None for any other text."""
    try:
        return parse_moment(typed)
    except ValueError:
        return None


def _beside(typed: Any, at: Place) -> Mapping[str, Any]:
    """The mapping that holds the value at a place."""
    for step in at[:-1]:
        is_there = step in typed if isinstance(typed, dict) else isinstance(typed, list) and step in range(len(typed))
        typed = typed[step] if is_there else {}
    return typed if isinstance(typed, Mapping) else {}
