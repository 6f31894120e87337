"""When the event of a row is: days and hours as people type them, in one column or in several."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, datetime, time, timedelta, timezone
from typing import NamedTuple
from zoneinfo import ZoneInfo

from affiche.importers.imported import MOST_DATES, Entry
from affiche.importers.spans import span
from affiche.model.moment import (
    EARLIEST_YEAR,
    LATEST_YEAR,
    Moment,
    Precision,
    guess_hour,
    guess_moment,
    parse_moment,
    parse_time,
)
from affiche.model.span_words import guess_period

_HOURS = re.compile(r"\s*(?:-|–|—|\bà\b|\btot\b|\bto\b|\buntil\b|\bjusqu.à\b)\s*")
_BEFORE_HOURS = re.compile(r"^(?:à|om|at|de|van|from|dès|vanaf)\s+", re.IGNORECASE)
_WHOLE_DAY = re.compile(r"(?:toute la journée|hele dag|all day)", re.IGNORECASE)
#: How long a cell with days or hours is at most.
LONGEST = 4000


class Cells(NamedTuple):
    """The cells of a row that say when: days, hours, last days, last hours, days in one text."""

    days: Sequence[str]
    hours: Sequence[str]
    last_days: Sequence[str]
    last_hours: Sequence[str]
    period: str = ""


class Unreadable(Exception):
    """A day or an hour that says nothing."""


def when_of(cells: Cells, zone: ZoneInfo, *, is_run: bool) -> Entry:
    """`dates` or `period` of a row; empty without any day, `Unreadable` for what is none."""
    texts = [cells.period, *cells.days[:1]] if len(cells.days) <= 1 else [cells.period]
    if period := next((found for text in texts if (found := guess_period(text[:LONGEST])) and text), None):
        return {"period": period}
    if not cells.days:
        return {}
    every = [_row_span(cells, index, zone, is_run=is_run) for index in range(min(len(cells.days), MOST_DATES))]
    runs = [each for each in every if "period" in each]
    return runs[0] if runs else {"dates": [date for each in every for date in each["dates"]]}


def _row_span(cells: Cells, index: int, zone: ZoneInfo, *, is_run: bool) -> Entry:
    start = read_moment(cells.days[index])
    if start is None:
        raise Unreadable
    if isinstance(start, str):
        return {"dates": [{"start": start}]}
    hours = _HOURS.split(_BEFORE_HOURS.sub("", _of(cells.hours, index)), maxsplit=1)
    last, last_hour = _of(cells.last_days, index), _of(cells.last_hours, index)
    if last and not last_hour and read_hour(last):
        last, last_hour = "", last
    last_hour = last_hour or (hours[1] if len(hours) > 1 else "")
    begins, ends = _with_hour(start, hours[0]), read_moment(last) if last else None
    if last and not isinstance(ends, date):
        raise Unreadable
    end = _end(begins, ends if isinstance(ends, date) else None, read_hour(last_hour) if last_hour else None)
    return span(begins, end, zone, is_run=is_run)


def _of(cells: Sequence[str], index: int) -> str:
    """The cell that goes with a day: its own, or the only one."""
    return cells[index] if index < len(cells) else cells[0] if len(cells) == 1 else ""


def _with_hour(start: date, typed: str) -> date:
    if not typed or _WHOLE_DAY.search(typed) or (isinstance(start, datetime) and start.time() != time()):
        return start
    hour = read_hour(typed)
    if hour is None:
        raise Unreadable
    return datetime.combine(start, hour)


def _end(begins: date, ends: date | None, hour: time | None) -> date | None:
    """An end from its day and its hour; an hour alone is of the same night."""
    if hour is None or (isinstance(ends, datetime) and ends.time() != time()):
        return ends
    if ends is not None:
        return datetime.combine(ends, hour)
    if not isinstance(begins, datetime):
        return None
    end = datetime.combine(begins, hour, begins.tzinfo)
    return end if end >= begins else end + timedelta(days=1)


def read_hour(typed: str) -> time | None:
    """An hour as people type it."""
    text = typed.strip()[:20]
    with suppress(ValueError):
        return parse_time(re.sub(r"^([0-9]{1,2}:[0-9]{2}):[0-9]{2}$", r"\1", text)) or parse_time(guess_hour(text))
    return None


def read_moment(typed: str) -> date | str | None:
    """A day or a moment, day before month; a month or a season as the model types it; None for everything else."""
    text = " ".join(typed.split())[:60]
    moment: Moment | None = None
    with suppress(ValueError):
        moment = parse_moment(text) or parse_moment(guess_moment(text))
    if moment is None:
        with suppress(ValueError):
            found = datetime.fromisoformat(text)
            return found if EARLIEST_YEAR <= found.year <= LATEST_YEAR else None
        without_seconds = re.sub(r"([0-9]:[0-9]{2}):[0-9]{2}$", r"\1", text)
        return read_moment(without_seconds) if without_seconds != text else None
    if moment.precision is not Precision.MINUTE:
        return moment.day if moment.precision is Precision.DAY else str(moment)
    return moment.local if moment.offset is None else moment.local.replace(tzinfo=timezone(moment.offset))
