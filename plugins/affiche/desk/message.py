"""What a problem says, in the words of a language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from math import ceil

from babel.dates import format_date
from babel.numbers import format_decimal

from affiche.locales import MESSAGES, Words, load_words
from affiche.model.characters import BIDI, CONTROLS, SURROGATES
from affiche.model.language import is_language, language_name
from affiche.problems import Problem

#: How many characters of a value a message shows, but for lists of ours.
LONGEST = 200

_LISTS = frozenset({"choices", "names", "organisers", "others"})
_LANGUAGES = frozenset({"language", "languages", "meant"})
_NUMBERS = frozenset({"count", "folders", "length", "limit", "offset", "side"})
#: Messages whose lengths and limits are bytes.
_BYTES = frozenset(
    {"file-too-large", "image-too-heavy", "proposal-too-large.size", "text-too-long.body", "text-too-long.html"}
)
#: Messages about dates: each is said with its day of the week, in which a slip shows.
_DATED = frozenset(
    {
        "clash", "date-format", "date-suspicious", "end-before-start", "id-changed", "moment-ambiguous",
        "moment-impossible", "offset-wrong", "performance-removed", "previous-start-same", "run-as-dates",
        "start-moved", "time-doubtful",
    }
)  # fmt: skip
_DATE = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})(?: .*)?")
#: Codes whose reason is told in the sentence of another code.
_REASON_OF = {"link-refused": "url-format"}
_REFUSED = re.compile(rf"[\t\n\r\x85\u2028\u2029{CONTROLS}{BIDI}{SURROGATES}]")

#: How a text that somebody else wrote is shown inside a message.
Show = Callable[[str], str]


def shown(text: str) -> str:
    """A text that others wrote on one line, with every character that could hide or move something spelt out."""
    return _REFUSED.sub(lambda refused: f"\\u{{{ord(refused[0]):X}}}", text)


def message(problem: Problem, language: str, show: Show = shown) -> str:
    """What a problem says: what is there, and why it cannot stand; `show` wraps values that others wrote."""
    return _sentence(problem.code, problem.values, problem.field, load_words(language, MESSAGES), show)


def _sentence(code: str, values: Mapping[str, str], field: str, words: Words, show: Show) -> str:
    key = _key(code, values, words)
    filled = {name: _value(key, name, value, words, show) for name, value in values.items()}
    if other := _REASON_OF.get(code):
        filled["reason"] = _sentence(other, values, field, words, show)
    return words(key, **filled, field=show(field))


def _key(code: str, values: Mapping[str, str], words: Words) -> str:
    """The sentence of a code, or of the code for one reason."""
    special = f"{code}.{values.get('reason') or values.get('what')}"
    return special if special in words else code


def _value(key: str, name: str, value: str, words: Words, show: Show) -> str:
    if name in _LANGUAGES:
        return ", ".join(_language(code, words, show) for code in value.split(", "))
    if name in _NUMBERS and value.isascii() and value.isdecimal():
        return _size(int(value), words) if key in _BYTES else _number(int(value), words)
    value = value if name in _LISTS or len(value) <= LONGEST else f"{value[:LONGEST]}…"
    if key.partition(".")[0] in _DATED and name != "others":
        return ", ".join(_with_weekday(each, words, show) for each in value.split(", "))
    return show(value)


def _language(code: str, words: Words, show: Show) -> str:
    """The name of a language; what is no code is shown as what others wrote."""
    return language_name(code, words.language) if is_language(code) else show(code)


def _with_weekday(value: str, words: Words, show: Show) -> str:
    """A date with its day of the week before it, if there is such a date. Source: Unicode CLDR."""
    day = _DATE.fullmatch(value)
    try:
        weekday = format_date(date.fromisoformat(day[1]), "EEEE", locale=words.language) if day else ""
    except ValueError:
        weekday = ""
    return f"{weekday} {show(value)}".lstrip()


def _number(number: int, words: Words) -> str:
    return str(format_decimal(number, locale=words.language)).replace("\u202f", " ")


def _size(count: int, words: Words) -> str:
    """A number of bytes in words, rounded up."""
    if count < 1_000_000:
        return words("size.kilobytes", n=ceil(count / 1000))
    return words("size.megabytes", n=_number(ceil(count / 1_000_000), words))
