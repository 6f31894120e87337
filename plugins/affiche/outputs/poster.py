"""The typographic poster of an event: its colour, how large its title can be set, the big words of its date."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import sqrt
from zlib import crc32

from affiche.model.event import Event
from affiche.model.moment import Precision
from affiche.model.occurrence import Occurrence
from affiche.outputs.site import Site

#: Colours of each discipline (names of the style sheet), its own first; the word says it, the colour only decorates.
COLOURS = {
    "music": ("red", "orange"),
    "theatre": ("blue", "pink"),
    "dance": ("pink", "violet"),
    "circus": ("orange", "red"),
    "performance": ("violet", "mint"),
    "visual-arts": ("yellow", "sky", "pink"),
    "photography": ("sky", "yellow"),
    "film": ("mint", "blue"),
    "literature": ("green", "yellow"),
    "comics": ("orange", "sky"),
    "heritage": ("sky", "green"),
    "architecture": ("mint", "orange"),
    "design": ("yellow", "violet"),
    "fashion": ("pink", "green"),
    "digital": ("blue", "mint"),
    "games": ("violet", "orange"),
    "food": ("red", "mint"),
    "multidisciplinary": ("green", "pink"),
}
PLAIN = ("yellow", "sky", "mint", "orange")
#: Sizes of titles, in hundredths of the width of their poster.
SIZES = (26, 22, 18, 15, 13, 11, 9, 7)
#: The size of a title of many words, which may fill more than half a poster.
LONG = 9
#: The letters of a hundredth of a poster's width that fill a line of it, and those that cover its upper half.
ACROSS, COVER = 148, 8_500


@dataclass(frozen=True, slots=True)
class Poster:
    """The big words of a date: `samedi`, `3`, `octobre`; none where no day is known."""

    lead: str = ""
    number: str = ""
    tail: str = ""


def discipline_colour(discipline: str) -> str:
    """The colour that stands for a discipline."""
    return COLOURS[discipline][0]


def colour_of(disciplines: Sequence[str], record_id: str) -> str:
    """One of the colours of the first discipline, always the same for an id."""
    colours = COLOURS[disciplines[0]] if disciplines else PLAIN
    return colours[crc32(record_id.encode()) % len(colours)]


def title_size(title: str) -> int:
    """The largest of `SIZES` at which the longest word of a title fits in a line, and all of it in half a poster."""
    longest = max((_letters(word) for word in title.replace("-", "- ").split()), default=1)
    most = min(ACROSS / longest, max(sqrt(COVER / max(1, len(title))), LONG))
    return next((size for size in SIZES if size <= most), SIZES[-1])


def _letters(word: str) -> float:
    """How many letters of a middling width a word takes: capitals are wider."""
    return len(word) + sum(map(str.isupper, word)) / 4


def date_poster(site: Site, language: str, event: Event, occurrences: Sequence[Occurrence]) -> Poster:
    """The big words of an event's next date, of its performances in their order, or of its run."""
    words = site.words[language]
    if run := site.calendar.run_of(event):
        return period_poster(site, language, run.first, run.last)
    if not occurrences or occurrences[0].precision > Precision.DAY:
        return Poster()
    day = occurrences[0].day
    return Poster(words(f"weekday.{day.weekday()}"), str(day.day), words(f"month.{day.month}"))


def period_poster(site: Site, language: str, first: date | None, last: date | None) -> Poster:
    """The big words of the day of a period that matters: its first one until it has begun, then its last."""
    words, today = site.words[language], site.calendar.today.date()
    lead, day = "until", last
    if first and (last is None or today < first):
        lead, day = "from" if today < first else "since", first
    return Poster(words(f"poster.{lead}"), str(day.day), words(f"month.{day.month}")) if day else Poster()
