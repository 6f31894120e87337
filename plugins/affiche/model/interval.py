"""Years and seasons: the stretches of days that figures are about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

#: The month in which a season of the houses begins: it ends with August.
SEASON_BEGINS = 9


@dataclass(frozen=True, slots=True)
class Interval:
    """The days of a year or of a season, both included; `key` is its name in addresses: `2025`, `2025-2026`."""

    key: str
    first: date
    last: date

    @classmethod
    def year(cls, year: int) -> Interval:
        """A calendar year."""
        return cls(f"{year}", date(year, 1, 1), date(year, 12, 31))

    @classmethod
    def season(cls, year: int) -> Interval:
        """The season that begins in a year."""
        first, following = date(year, SEASON_BEGINS, 1), date(year + 1, SEASON_BEGINS, 1)
        return cls(f"{year}-{year + 1}", first, following - timedelta(days=1))

    @property
    def is_season(self) -> bool:
        """Whether it is a season."""
        return self.first.month == SEASON_BEGINS

    @property
    def before(self) -> Interval:
        """The year or season before it."""
        return self.season(self.first.year - 1) if self.is_season else self.year(self.first.year - 1)

    @property
    def months(self) -> tuple[str, ...]:
        """Its twelve months in order: `2026-01`."""
        months = (self.first.year * 12 + self.first.month - 1 + number for number in range(12))
        return tuple(f"{month // 12}-{month % 12 + 1:02}" for month in months)
