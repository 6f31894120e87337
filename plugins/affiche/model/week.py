"""ISO 8601 weeks as newsletters have them: each opens on Monday at six in the morning, local time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

OPENS_AT = time(6)
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True, order=True)
class Week:
    """The seven days from a Monday on; as text `2026-W23`."""

    monday: date

    @classmethod
    def of(cls, day: date) -> Self:
        """The week that a day lies in."""
        return cls(day - timedelta(days=day.weekday()))

    @classmethod
    def at(cls, now: datetime, zone: ZoneInfo) -> Self:
        """The latest week that is open at an aware moment: until Monday at six it is still last week."""
        week = cls.of(now.astimezone(zone).date())
        return week if week.opens(zone) <= now else week.back(1)

    @classmethod
    def from_moment(cls, moment: datetime, zone: ZoneInfo) -> Self:
        """The first week that opens at an aware moment, or after it."""
        week = cls.at(moment, zone)
        return week if week.opens(zone) == moment else week.back(-1)

    def back(self, count: int) -> Self:
        """The week that is so many before."""
        return type(self)(self.monday - count * _WEEK)

    @property
    def sunday(self) -> date:
        """Its last day."""
        return self.monday + timedelta(days=6)

    def opens(self, zone: ZoneInfo) -> datetime:
        """The moment at which it opens (aware, UTC)."""
        return datetime.combine(self.monday, OPENS_AT, zone).astimezone(UTC)

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and 0 <= (day - self.monday).days < _WEEK.days

    def __str__(self) -> str:
        year, number, _ = self.monday.isocalendar()
        return f"{year}-W{number:02}"
