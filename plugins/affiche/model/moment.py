"""Days, hours and moments as contributors type them, from a minute to a season."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, timezone
from enum import IntEnum

from affiche.model.language import fold_name, months_by_name
from affiche.model.vocabulary import SEASONS

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199
#: No offset is farther from UTC to the west; until then, a hyphen behind an hour may begin one.
FARTHEST_WEST, DAWN = timedelta(hours=11), timedelta(hours=6)
MONTHS_OF_SEASON = {"winter": (12, 3), "spring": (3, 3), "summer": (6, 3), "autumn": (9, 3)}

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-([0-9]{2})")
_SEASON = re.compile(rf"([0-9]{{4}})-({'|'.join(SEASONS)})")
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})(?::00)?")
_OFFSET = re.compile(r"Z|([+-])([0-9]{2}):?([0-9]{2})")
_MOMENT = re.compile(rf"({_DAY.pattern})[T ]({_TIME.pattern})\s*({_OFFSET.pattern})?")
#: Days typed in another way; a `short` year is not one before 2020, as `26-12-05` begins with its own.
_LOOSE_DAYS = (
    re.compile(r"(?P<year>[0-9]{4})[-/.](?P<month>[0-9]{1,2})[-/.](?P<day>[0-9]{1,2})"),
    re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<year>[0-9]{4})"),
    re.compile(r"(?P<day>[0-9]{1,2})[-/.](?P<month>[0-9]{1,2})[-/.](?P<short>[2-9][0-9])(?![0-9])"),
    re.compile(r"(?:[^\W\d]+[.]? )?(?P<day>[0-9]{1,2})(?:er|e)? (?P<month>[^\W\d]+[.]?) (?P<year>[0-9]{4})"),
)
_LOOSE_MONTH = re.compile(r"(?P<month>[^\W\d]+[.]?) (?P<year>[0-9]{4})")
#: What stands between a day and its hour.
_JOINT = re.compile(r"^[\sT,]*(?:à|om|at|vers|dès|vanaf)?\s*")
_HOUR_WORD = "heures?|uur|[hu]"
_LOOSE_TIME = re.compile(
    rf"(?P<hour>[0-9]{{1,2}})\s*(?:[:.,]|{_HOUR_WORD})\s*(?P<minute>[0-9]{{2}})?\s*(?:{_HOUR_WORD})?", re.IGNORECASE
)
_TWELVE_HOURS = re.compile(
    r"(?P<hour>0?[1-9]|1[0-2])(?:[:.](?P<minute>[0-9]{2}))?\s*(?P<half>[ap])\.?m\.?", re.IGNORECASE
)
#: Our own zone behind an hour, as people call it.
_OUR_ZONE = re.compile(
    r"\s*[(]?\b(?:ces?t|mes?t|heure (?:locale|belge|de bruxelles)|(?:local|belgian|brussels) time"
    r"|(?:lokale|plaatselijke|belgische|brusselse) tijd)[)]?$",
    re.IGNORECASE,
)


class Precision(IntEnum):
    """How exactly a moment is known; smaller is more exact."""

    MINUTE = 0
    DAY = 1
    MONTH = 2
    SEASON = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A point or a stretch of time in local time: `local` is its first minute.

    `offset` is set when the contributor stated one. The zone is the site's or the place's: the calendar knows it.
    """

    local: datetime
    precision: Precision = Precision.MINUTE
    offset: timedelta | None = None

    @property
    def day(self) -> date:
        """The local day, or the first day of the month or season."""
        return self.local.date()

    @property
    def last_day(self) -> date:
        """The last local day it covers: itself, or the end of the month or season."""
        if self.precision <= Precision.DAY:
            return self.day
        months = 3 if self.precision is Precision.SEASON else 1
        year, month = divmod(self.local.year * 12 + self.local.month - 1 + months, 12)
        return date(year, month + 1, 1) - timedelta(days=1)

    def known_by(self, precision: Precision) -> Moment:
        """The same time, known no more exactly than that: the day, month or season that it lies in."""
        if precision <= self.precision:
            return self
        day = self.day
        if precision is Precision.MONTH:
            day = day.replace(day=1)
        elif precision is Precision.SEASON:
            year, month = divmod(day.year * 12 + day.month - 1 - day.month % 3, 12)
            day = date(year, month + 1, 1)
        return Moment(datetime.combine(day, time()), precision)

    @property
    def digits(self) -> str:
        """The default id of a performance that starts then: `20261205T2000`, `20261205`, `202612`, `2026-winter`."""
        if self.precision is Precision.SEASON:
            return f"{self.local.year}-{self.season}"
        return self.local.strftime(("%Y%m%dT%H%M", "%Y%m%d", "%Y%m")[self.precision])

    @property
    def typed(self) -> str:
        """As front matter states it, with its offset where it has one: `2026-10-25 02:30+01:00`, `2026-10`."""
        if self.offset is None:
            return str(self)
        return self.local.replace(tzinfo=timezone(self.offset)).isoformat(sep=" ", timespec="minutes")

    @property
    def season(self) -> str:
        """The season it begins: winter is December's."""
        return next(name for name, (month, _) in MONTHS_OF_SEASON.items() if month == self.local.month)

    def __str__(self) -> str:
        if self.precision is Precision.SEASON:
            return self.digits
        return self.local.strftime(("%Y-%m-%d %H:%M", "%Y-%m-%d", "%Y-%m")[self.precision])


def parse_moment(text: str) -> Moment | None:
    """The moment, day, month or season that a text states, None when it states none; `ValueError` for 30 February."""
    if match := _MOMENT.fullmatch(text):
        local = datetime.combine(_date(*match.group(2, 3, 4)), _clock(*match.group(6, 7)))
        return _with_offset(local, match.group(8))
    if match := _DAY.fullmatch(text):
        return Moment(datetime.combine(_date(*match.groups()), time()), Precision.DAY)
    if match := _MONTH.fullmatch(text):
        return Moment(datetime.combine(_date(match[1], match[2], "1"), time()), Precision.MONTH)
    if match := _SEASON.fullmatch(text):
        return Moment(
            datetime.combine(_date(match[1], str(MONTHS_OF_SEASON[match[2]][0]), "1"), time()), Precision.SEASON
        )
    return None


def parse_day(text: str) -> date | None:
    """The day of `YYYY-MM-DD`, None for another form; `ValueError` for a day that does not exist."""
    match = _DAY.fullmatch(text)
    return _date(*match.groups()) if match else None


def parse_time(text: str) -> time | None:
    """The hour of `HH:MM` (24 h), None for another form; `ValueError` for 25:00."""
    match = _TIME.fullmatch(text)
    return _clock(*match.groups()) if match else None


def guess_moment(text: str) -> str:
    """The contract's form of a month, day or moment typed in another way, day before month; empty for others."""
    for pattern in _LOOSE_DAYS:
        if match := pattern.match(text):
            parts, rest = match.groupdict(), text[match.end() :]
            hour = "" if rest[:1].isdecimal() else guess_hour(_JOINT.sub("", rest, count=1))
            year = parts.get("year") or f"20{parts['short']}"
            day = f"{year}-{_month(match['month'])}-{int(match['day']):02}"
            return _if_real(f"{day} {hour}".strip()) if hour or not rest else ""
    month = _LOOSE_MONTH.fullmatch(text)
    return _if_real(f"{month['year']}-{_month(month['month'])}") if month else ""


def guess_day(text: str) -> str:
    """The contract's form of a day typed in another way, its hour left out; empty when none is evident."""
    day = _DAY.match(guess_moment(text))
    return day[0] if day else ""


def with_day_first(text: str) -> str:
    """A moment typed year, day, month, as year, month, day; empty when that does not make it possible."""
    match = _DAY.match(text)
    return _if_real(f"{match[1]}-{match[3]}-{match[2]}{text[match.end() :]}") if match else ""


def guess_time(text: str) -> str:
    """The contract's form of an hour typed as 20h30, 20u30, 20.30, 8 PM or 20:30 CET; empty when none is evident."""
    text = without_zone(text)
    if match := _TWELVE_HOURS.fullmatch(text):
        hour = int(match["hour"]) % 12 + (12 if match["half"] in "pP" else 0)
    elif match := _LOOSE_TIME.fullmatch(text):
        hour = int(match["hour"])
    else:
        return ""
    minute = int(match["minute"] or 0)
    return f"{hour:02}:{minute:02}" if hour < 24 and minute < 60 else ""


def without_zone(text: str) -> str:
    """A text without the name of our own zone at its end."""
    return _OUR_ZONE.sub("", text)


def guess_hour(text: str) -> str:
    """As `guess_time`, of an hour that may stand alone too, as no other number can be meant."""
    return guess_time(f"{text}h" if text.isdecimal() else text)


def _month(typed: str) -> str:
    """The two digits of a month in digits or letters; `00` for a word that is no month."""
    number = int(typed) if typed.isdecimal() else months_by_name().get(fold_name(typed).rstrip("."), 0)
    return f"{number:02}"


def _if_real(text: str) -> str:
    try:
        return text if parse_moment(text) else ""
    except ValueError:
        return ""


def _date(year: str, month: str, day: str) -> date:
    if not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        raise ValueError(year)
    return date(int(year), int(month), int(day))


def _clock(hour: str, minute: str) -> time:
    return time(int(hour), int(minute))


def _with_offset(local: datetime, typed: str | None) -> Moment | None:
    """The moment with its stated offset; `Z` and offsets that the calendar does not expect are judged there.

    None for an hour behind a hyphen that is later than the first one: `10:00-12:00` is from ten to noon. In the small
    hours it is an offset, if there is a place that has it: `01:30-05:00`, as our own hints say hours that come twice.
    """
    if not typed:
        return Moment(local)
    match = _OFFSET.fullmatch(typed)
    if match is None or match[1] is None:
        return Moment(local, offset=timedelta())
    size = timedelta(hours=int(match[2]), minutes=int(match[3]))
    timezone(size)  # refuses offsets of a day and more
    since_midnight = timedelta(hours=local.hour, minutes=local.minute)
    if match[1] == "-" and size > since_midnight and (size > FARTHEST_WEST or since_midnight >= DAWN):
        return None
    return Moment(local, offset=size if match[1] == "+" else -size)
