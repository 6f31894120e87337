"""Local times of 2024 to 2030 as contributors type them, the awkward ones most often."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from tests import factories as make

BRUSSELS, TOKYO = ZoneInfo("Europe/Brussels"), ZoneInfo("Asia/Tokyo")
NEW_YORK, LONDON = ZoneInfo("America/New_York"), ZoneInfo("Europe/London")
#: What `venue` may state, and the zone of its clocks.
VENUES: list[tuple[Any, ZoneInfo]] = [
    (None, BRUSSELS),
    ("la-vallee", BRUSSELS),
    ("far-away", NEW_YORK),
    ({"name": "Hall", "country": "JP", "time_zone": TOKYO.key}, TOKYO),
    ({"name": "Shed", "country": "GB", "time_zone": LONDON.key}, LONDON),
]
RECORDS = (
    make.organisation(),
    make.venue(),
    make.venue("far-away", country="US", postal_code="10001", municipality="New York", time_zone=NEW_YORK.key),
)
#: An offset that none of these zones ever has.
FAR_OFFSET = timedelta(hours=5, minutes=45)


def zone_of(venue: Any) -> ZoneInfo:
    """The zone of a typed venue."""
    return next(zone for known, zone in VENUES if known == venue)


def last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)


def _awkward_days() -> list[date]:
    days = [date(year, month, day) for year in range(2024, 2031) for month, day in ((1, 1), (12, 31))]
    for year in range(2024, 2031):
        for month in (3, 10):
            days += [last_sunday(year, month) + timedelta(days=step) for step in (-1, 0, 0, 0)]
    return [*days, date(2024, 2, 29), date(2028, 2, 29), date(2026, 3, 8), date(2026, 11, 1)]


DAYS = st.one_of(st.sampled_from(_awkward_days()), st.dates(date(2024, 1, 1), date(2030, 12, 31)))
HOURS = st.one_of(
    st.sampled_from([time(), time(20), time(23, 30), time(4, 59), time(5)]),
    st.builds(time, st.integers(0, 3), st.sampled_from([0, 15, 30, 59])),
    st.builds(time, st.integers(0, 23), st.integers(0, 59)),
)


def is_there(local: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks ever show a local time."""
    return local.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local


def is_twice(local: datetime, zone: ZoneInfo) -> bool:
    """Whether clocks show a local time on two occasions."""
    first, second = (local.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1))
    return first < second and is_there(local, zone)


def is_plain(local: datetime, zone: ZoneInfo) -> bool:
    """Whether a local time may be typed without an offset."""
    return is_there(local, zone) and not is_twice(local, zone)


def shown(moment: datetime) -> str:
    """A local time as it is typed."""
    return f"{moment:%Y-%m-%d %H:%M}"


def with_offset(moment: datetime) -> str:
    """An aware moment as it is typed with its offset."""
    return moment.isoformat(sep=" ", timespec="minutes")


def as_typed(moment: datetime) -> str:
    """An aware moment in the shortest way that is not ambiguous."""
    zone = moment.tzinfo
    assert isinstance(zone, ZoneInfo)
    local = moment.replace(tzinfo=None, fold=0)
    return with_offset(moment) if is_twice(local, zone) else shown(moment)


@st.composite
def instants(draw: st.DrawFn, zone: ZoneInfo) -> datetime:
    """Moments that clocks of a zone show, at either pass of a repeated hour."""
    local = datetime.combine(draw(DAYS), draw(HOURS))
    moment = local.replace(tzinfo=zone, fold=draw(st.integers(0, 1)) if is_twice(local, zone) else 0)
    return moment.astimezone(UTC).astimezone(zone)


@st.composite
def spellings(draw: st.DrawFn, moment: datetime) -> str:
    """One of the ways to type a moment: local where that is clear, with its own offset, or with that of elsewhere."""
    far = (moment.astimezone(UTC).replace(tzinfo=None) + FAR_OFFSET).isoformat(sep=" ", timespec="minutes")
    plain = as_typed(moment)
    return draw(st.sampled_from([plain, plain, plain, with_offset(moment), f"{far}+05:45"]))


LENGTHS = st.one_of(
    st.sampled_from([15, 60, 90, 120, 300, 600]), st.integers(1, 1500), st.integers(1500, 6000), st.none()
)


@st.composite
def spans(draw: st.DrawFn, zone: ZoneInfo) -> dict[str, str]:
    """A start by the minute, often with an end; now and then one at the midnight that follows."""
    start, length = draw(instants(zone)), draw(LENGTHS)
    typed = {"start": draw(spellings(start))}
    if length is None:
        return typed
    if length == 600:
        midnight = datetime.combine(start.date() + timedelta(days=1), time(), zone)
        return typed | {"end": as_typed(midnight)}
    end = (start.astimezone(UTC) + timedelta(minutes=length)).astimezone(zone)
    return typed | {"end": draw(spellings(end))}


def front_matter(typed: dict[str, Any]) -> str:
    """A file of these fields, as a person types it: no quotes, blocks for lists of mappings."""
    return "\n".join(["---", *_lines(typed), "---", ""])


def _lines(typed: dict[str, Any]) -> Iterable[str]:
    for name, value in typed.items():
        if isinstance(value, dict):
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(value))
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            yield f"{name}:"
            for item in value:
                yield from (f"  {mark} {line}" for mark, line in zip("-" + " " * 99, _lines(item), strict=False))
        elif isinstance(value, list):
            yield f"{name}: [{', '.join(value)}]"
        else:
            yield f"{name}: {value}"
