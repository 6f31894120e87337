"""Titles that say what other fields say: the year, the date, the venue, an organiser; and titles that shout."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

from affiche.calendar import Calendar
from affiche.checks.scope import Scope, problem
from affiche.checks.title_marks import read_marks
from affiche.model.event import Event
from affiche.model.language import fold_name, months_by_name
from affiche.model.moment import Precision
from affiche.model.place import Venue
from affiche.problems import Problem, Severity, Value

#: What sets a name or a date apart from the rest of a title.
_APART = r"\s+[-–—|·•@]+\s*|\s*@\s*|\s*[:|]\s+|,\s+"
AT_END = re.compile(rf"(?:{_APART})(?:(?:le|op|on)\s+)?(?P<piece>[^-–—|·•@:,()\[\]]+)[\s.!]*$", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*[(\[]\s*(?P<piece>[^()\[\]]+?)\s*[)\]]")
#: Not before an indefinite article: in "Wiels : une histoire" the house is what it is about.
AT_START = re.compile(r"^\s*(?P<piece>[^-–—|·•@:,()\[\]]+?)\s*(?:[:|]\s+|\s[-–—|·•]+\s+)(?!\s|(?:une?|een|an?)\s)")
#: Words before a year that is a part of what is said: "Les films de 2026", "Class of 2027".
_LEADING = (
    "de du en à vers depuis pour avant après et an année van in naar sinds voor tot na jaar anno of for since by"
    " from after before and year"
)
YEAR_AT_END = re.compile(
    "".join(rf"(?<![\s'’]{word})" for word in _LEADING.split())
    + r"(?<![\s,:|–—-])[\s,:|–—-]+(?:(?:[ée]dition|editie)\s+)?(?P<piece>(?<![-–/])(?:19|20)[0-9]{2})[\s.!]*$",
    re.IGNORECASE,
)
DAY_IN_DIGITS = re.compile(r"(?P<day>[0-9]{1,2})[/.](?P<month>[0-9]{1,2})(?:[/.](?P<year>(?:20)?[0-9]{2}))?")
DAY_IN_WORDS = re.compile(
    r"(?:[^\W\d]+[.]?\s+)?(?:le\s+)?(?P<day>[0-9]{1,2})(?:er|e)?\s+(?P<month>[^\W\d]+)[.]?(?:\s+(?P<year>[0-9]{4}))?"
)
#: A word that is spelt, and keeps its capitals: one without vowels, such as DJ, KVS, B2B.
ABBREVIATION = re.compile("[b-df-hj-np-tv-xzçñß0-9]{2,}")
#: Letters that a title keeps at least; and it begins with no number, as in "Zinneke : 25 ans".
FEWEST = 3
#: Words and letters of a title from which on capitals are no abbreviation.
WORDS, LETTERS, LONG_WORD = 2, 10, 4


def check_title_doubts(scope: Scope) -> Iterator[Problem]:
    """`title-doubtful`, `title-shouting` (warnings), each with a clean title; not where a state stands in it."""
    for event in scope.records:
        if isinstance(event, Event) and not any(map(read_marks, event.title.values())):
            yield from _check_pieces(event, scope.calendar)
            yield from _check_capitals(event, scope.calendar)


def _check_pieces(event: Event, calendar: Calendar) -> Iterator[Problem]:
    names = {fold_name(name) for name in _names(event, calendar)}
    days = _days(event)
    clean: dict[str, str] = {}
    pieces: list[str] = []
    for language, title in event.title.wordings:
        clean[language], found = _without_pieces(title, lambda piece: _is_said(piece, names, days), days)
        pieces += found
    if pieces:
        said = ", ".join(dict.fromkeys(pieces))
        yield problem(
            event, ("title",), "title-doubtful", severity=Severity.WARNING, hint=_as_title(event, clean), value=said
        )


def _without_pieces(title: str, is_said: Callable[[str], bool], days: Iterable[date]) -> tuple[str, list[str]]:
    """A title without what other fields say, and what that was; as it is where too little would be left."""
    found: list[str] = []
    rest, years = title, {f"{day:%Y}" for day in days}
    while match := _next_piece(rest, is_said, years):
        shorter = " ".join(f"{rest[: match.start()]} {rest[match.end() :]}".split())
        if sum(map(str.isalpha, shorter)) < FEWEST or shorter[:1].isdecimal():
            break
        found.append(match["piece"].strip())
        rest = shorter if match.start() else _with_capital(shorter)
    return rest, found


def _next_piece(title: str, is_said: Callable[[str], bool], years: set[str]) -> re.Match[str] | None:
    places = (*IN_BRACKETS.finditer(title), AT_END.search(title), AT_START.match(title))
    for match in places:
        if match and (is_said(match["piece"].strip()) or match["piece"].strip() in years):
            return match
    year = YEAR_AT_END.search(title)
    return year if year and year["piece"] in years else None


def _is_said(piece: str, names: set[str], days: set[date]) -> bool:
    """Whether a part of a title is the name of a house of the event, or one of its days."""
    if fold_name(piece) in names:
        return True
    match = DAY_IN_DIGITS.fullmatch(piece) or DAY_IN_WORDS.fullmatch(piece)
    if match is None:
        return False
    typed = match["month"]
    month = int(typed) if typed.isdecimal() else months_by_name().get(fold_name(typed), 0)
    years = {"", None, *(text for day in days for text in (f"{day:%Y}", f"{day:%y}"))}
    return (month, int(match["day"])) in {(day.month, day.day) for day in days} and match["year"] in years


def _days(event: Event) -> set[date]:
    """The days of an event as far as they are known, and the first of a month or season that is."""
    days = {each.start.day for each in event.performances}
    days |= {each.end.day for each in event.performances if each.end and each.end.precision <= Precision.DAY}
    return days | ({day for day in (event.period.start, event.period.end) if day} if event.period else set())


def _names(event: Event, calendar: Calendar) -> Iterator[str]:
    """What the houses of an event are called."""
    for organisation, _ in calendar.organisers_of(event):
        yield from organisation.name.values()
        yield from organisation.alternate_names
    for place in calendar.places_of(event):
        yield from place.name.values() if place.name else ()
        yield from place.alternate_names if isinstance(place, Venue) else ()


def _as_title(event: Event, clean: Mapping[str, str]) -> Value:
    """A title by language, or a plain one where it was typed so."""
    is_plain = not any(("title", language) in event.origin.places for language in clean)
    return next(iter(clean.values())) if is_plain else {**clean}


def _check_capitals(event: Event, calendar: Calendar) -> Iterator[Problem]:
    shouted = [title for title in event.title.values() if _is_shouted(title)]
    if shouted:
        towns = (name for town in calendar.region.municipalities for name in town.name.values())
        names = [*_names(event, calendar), *(performer.name for performer in event.performers), *towns]
        clean = {
            language: _in_small_letters(title, names) if _is_shouted(title) else title
            for language, title in event.title.wordings
        }
        yield problem(
            event, ("title",), "title-shouting",
            severity=Severity.WARNING, hint=_as_title(event, clean), value=shouted[0],
        )  # fmt: skip


def _is_shouted(title: str) -> bool:
    words = re.findall(r"[^\W\d_]+", title)
    long = [word for word in words if len(word) >= LONG_WORD]
    return title.isupper() and len(long) >= WORDS and sum(map(len, words)) >= LETTERS


def _in_small_letters(title: str, names: Iterable[str]) -> str:
    """A title as a sentence, with a capital first and the names that are known as they are written."""
    small = re.sub(r"\w+", _in_small, title)
    for name in names:
        small = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", name.replace("\\", ""), small, flags=re.IGNORECASE)
    return _with_capital(small)


def _with_capital(title: str) -> str:
    """A title whose first letter is a capital, unless it has one on purpose further on: `iBanda`."""
    first = next((index for index, letter in enumerate(title) if letter.isalpha()), 0)
    is_own = title[first + 1 : first + 2].isupper()
    return title if is_own else title[:first] + title[first : first + 1].upper() + title[first + 1 :]


def _in_small(word: re.Match[str]) -> str:
    small = word[0].lower()
    return word[0] if ABBREVIATION.fullmatch(small) else small
