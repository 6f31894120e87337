"""What an importer hands on: the events of a source, in the words of the content model, and what it could not take."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

#: Front matter: every scalar a text, as somebody would type it.
Entry = dict[str, Any]

#: How far ahead a rule without an end is followed, and how many of its dates are taken at most.
LONGEST, MOST_DATES = timedelta(days=365), 400


class NotRead(Exception):
    """A source that is not of its format; `reason` says what was found, in English, as a programmer reads it."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Ground:
    """What reading depends on beside the bytes: the zone of local times, and the first day that is asked for."""

    time_zone: ZoneInfo
    today: date

    @property
    def last_day(self) -> date:
        """The last day to which a rule without an end is followed."""
        return self.today + LONGEST


@dataclass(frozen=True, slots=True)
class Imported:
    """An event as its source tells it: what the source does not say is absent, and nothing is guessed.

    `external_id` begins with the format: `ics:…`. `entry` has its times in `dates` or `period`, its place as a mapping
    in `venue`, its `title` as a text, or by language where the source says which. `bodies` are descriptions in
    Markdown, by language, under an empty one where the source does not say which. `categories` are the words by which
    the source sorts it; `unread` names what it says that no field of ours holds. `other_ids` are those of entries that
    were found to be the same event. Where a rule makes its dates, those of a year are told: `since` is the day on which
    it began, if that is earlier, and it `goes_on` where it has no end.
    """

    external_id: str
    entry: Entry
    bodies: Mapping[str, str] = field(default_factory=dict)
    categories: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    other_ids: tuple[str, ...] = ()
    since: str = ""
    goes_on: bool = False


class Skipped(NamedTuple):
    """An entry of a source that is no event to announce: why, by a word of `SKIPS`, and what it is called."""

    reason: str
    title: str


#: Why an entry is passed over: nobody but its author is to see it; it is not decided yet; no title, no date; a date or
#: a rule that cannot be read; all of it is over.
SKIPS = ("private", "tentative", "untitled", "undated", "unreadable", "past")


@dataclass(frozen=True, slots=True)
class Reading:
    """The events of a source in the order of their first date, and what was passed over; `total` if there are more."""

    events: tuple[Imported, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Importer:
    """A format: `parse` reads the bytes of a file or an answer, and raises `NotRead` for those of another format."""

    name: str
    parse: Callable[[bytes, Ground], Reading]
