"""Parts of a title that other fields say: the year, the date, the venue, an organiser."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from affiche.calendar import Calendar
from affiche.checks.title_capitals import with_capital
from affiche.model.event import Event
from affiche.model.language import fold_name, months_by_name
from affiche.model.moment import Precision
from affiche.model.place import Venue
from affiche.model.value_words import WORDS
from affiche.model.vocabulary import WEEKDAYS

#: What the days of the week are called, folded, whole or short.
WEEKDAY_WORDS = sorted((word for word, values in WORDS.items() if {*values} & {*WEEKDAYS}), key=len, reverse=True)
#: What sets a name or a date apart from the rest of a title.
_APART = r"\s+[-–—|·•@]+\s*|\s*@\s*|\s*[:|]\s+|,\s+"
AT_END = re.compile(rf"(?:{_APART})(?:(?:le|op|on)\s+)?(?P<piece>[^-–—|·•@:,()\[\]]+)[\s.!]*$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"[(\[]\s*(?P<piece>[^()\[\]]+?)\s*[)\]]")
#: Not before an indefinite article: in "Wiels : une histoire" the house is what it is about.
AT_START = re.compile(r"^\s*(?P<piece>[^-–—|·•@:,()\[\]]+?)\s*(?:[:|]\s+|\s[-–—|·•]+\s+)(?!\s|(?:une?|een|an?)\s)")
_GAP = r"(?<![\s,:|–—-])[\s,:|–—-]+"
#: A whole date needs nothing that sets it apart: its year says that it is one.
DATE_AT_END = re.compile(
    rf"{_GAP}(?:(?:le|op|on)\s+)?(?P<piece>(?:(?:{'|'.join(WEEKDAY_WORDS)})[.]?\s+)?(?:le\s+)?"
    r"(?:[0-9]{1,2}(?:er|e)?\s+[^\W\d]+[.]?\s+[0-9]{4}|[0-9]{1,2}[/.-][0-9]{1,2}[/.-](?:20)?[0-9]{2}"
    r"|[0-9]{4}-[0-9]{2}-[0-9]{2}))[\s.!]*$",
    re.IGNORECASE,
)
YEAR_AT_END = re.compile(
    rf"{_GAP}(?:(?:[ée]dition|editie)\s+)?(?P<piece>(?<![-–/])(?:19|20)[0-9]{{2}})[\s.!]*$", re.IGNORECASE
)
#: What a whole date has: looked for first, since few titles end so.
TWO_NUMBERS_AT_END = re.compile(r"[0-9][^0-9]+[0-9]+[\s.!]*$")
#: A day in digits, with hyphens, as ISO 8601 and in words.
DAYS = (
    re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})(?:[/.](?P<year>(?:20)?[0-9]{2}))?"),
    re.compile(r"(?P<day>[0-9]{1,2})-(?P<month>[0-9]{1,2})-(?P<year>(?:20)?[0-9]{2})"),
    re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    re.compile(
        r"(?:[^\W\d]+[.]?\s+)?(?:le\s+)?(?P<day>[0-9]{1,2})(?:er|e)?\s+(?P<month>[^\W\d]+)[.]?"
        r"(?:\s+(?P<year>[0-9]{4}))?"
    ),
)
#: Words that no title ends with, but for a number: a date behind one is a part of what is said, as in "Les films de
#: 2026", "Class of 2027", "Du 10 au 12 mars 2027".
_LEADING = (
    "de du des en à au vers depuis pour avant après jusque et année le la van in naar sinds voor tot na jaar op anno of"
    " for since by from after before until and on year"
)
UNFINISHED = frozenset({*map(fold_name, _LEADING.split()), *WEEKDAY_WORDS, *months_by_name()})
_LAST_WORD = re.compile(r"([^\W_]+)[\W_]*$")
#: Letters that a title keeps at least; and it begins with no number, as in "Zinneke : 25 ans".
FEWEST = 3
YEAR_DIGITS = 4


@dataclass(frozen=True)
class Said:
    """What other fields of an event say, worked out when something in its title looks like it."""

    event: Event
    calendar: Calendar

    @cached_property
    def houses(self) -> Sequence[str]:
        """What the houses of the event are called."""
        return [*_house_names(self.event, self.calendar)]

    @cached_property
    def names(self) -> frozenset[str]:
        """The same, folded."""
        return frozenset(map(fold_name, self.houses))

    @cached_property
    def days(self) -> frozenset[tuple[int, int]]:
        """The months and days of the event."""
        return frozenset((day.month, day.day) for day in self._days)

    @cached_property
    def years(self) -> frozenset[str]:
        """The years of the event, in four digits and in two."""
        return frozenset(text for day in self._days for text in (f"{day:%Y}", f"{day:%y}"))

    @cached_property
    def _days(self) -> frozenset[date]:
        return frozenset(_known_days(self.event))


def without_pieces(title: str, said: Said) -> tuple[str, list[str]]:
    """A title without what other fields say, and what that was; as it is where too little would be left."""
    found: list[str] = []
    rest = title
    while match := _next_piece(rest, said):
        shorter = " ".join(f"{rest[: match.start()]} {rest[match.end() :]}".split())
        if sum(map(str.isalpha, shorter)) < FEWEST or shorter[:1].isdecimal():
            break
        found.append(match["piece"].strip())
        rest = shorter if match.start() else with_capital(shorter)
    return rest, found


def _house_names(event: Event, calendar: Calendar) -> Iterator[str]:
    for organisation, _ in calendar.organisers_of(event):
        yield from organisation.name.values()
        yield from organisation.alternate_names
    for place in calendar.places_of(event):
        yield from place.name.values() if place.name else ()
        yield from place.alternate_names if isinstance(place, Venue) else ()


def _next_piece(title: str, said: Said) -> re.Match[str] | None:
    for match in filter(None, (*IN_BRACKETS.finditer(title), AT_START.match(title))):
        if fold_name(match["piece"]) in said.names or _is_date(match["piece"].strip(), said):
            return match
    for match in filter(None, _at_end(title)):
        if fold_name(match["piece"]) in said.names:
            return match
        if _is_date(match["piece"].strip(), said) and not _is_unfinished(title[: match.start()]):
            return match
    return None


def _at_end(title: str) -> Iterator[re.Match[str] | None]:
    yield AT_END.search(title)
    if TWO_NUMBERS_AT_END.search(title):
        yield DATE_AT_END.search(title)
    yield YEAR_AT_END.search(title)


def _is_date(piece: str, said: Said) -> bool:
    """Whether a part of a title is one of the days of an event, or the year of one."""
    match = next(filter(None, (pattern.fullmatch(piece) for pattern in DAYS)), None)
    if match is None:
        return len(piece) == YEAR_DIGITS and piece in said.years
    typed = match["month"]
    month = int(typed) if typed.isdecimal() else months_by_name().get(fold_name(typed), 0)
    is_day = (month, int(match["day"])) in said.days
    return is_day and (not match["year"] or match["year"] in said.years)


def _is_unfinished(rest: str) -> bool:
    """Whether what stands before a date goes on with it: `Les films de`, `10 -`, `Du samedi`."""
    last = _LAST_WORD.search(rest)
    return last is not None and (last[1].isdecimal() or fold_name(last[1]) in UNFINISHED)


def _known_days(event: Event) -> Iterator[date]:
    """The days of an event as far as they are known, and the first of a month or season that is."""
    for each in event.performances:
        yield each.start.day
        if each.end and each.end.precision <= Precision.DAY:
            yield each.end.day
    if event.period:
        yield from (day for day in (event.period.start, event.period.end) if day)
