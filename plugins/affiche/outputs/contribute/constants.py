"""The lists, limits and patterns that rules between fields go by, for the form in the browser: each stands in its rule.

Patterns are those of Python's `re`, rewritten for JavaScript's under the flags `iu`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from affiche.checks import (
    doubtful_times,
    mailboxes,
    places,
    references,
    runs,
    telephones,
    title_capitals,
    title_pieces,
)
from affiche.checks.title_marks import EXPLAINED, WORDS
from affiche.model import age_words, characters, moment, price_words, recurrence, url, value_words
from affiche.model.country import countries
from affiche.model.event import WHEN
from affiche.model.fields import ID_LENGTH
from affiche.model.language import SIGN_LANGUAGES, codes_by_any_name, codes_by_name, months_by_name
from affiche.model.performance import RESERVED_IDS
from affiche.model.vocabulary import WEEKDAYS
from affiche.model.zone_words import zones_by_word
from affiche.sources.commonmark import BARS_A_LINE, BODY_BYTES, LINE_CHARACTERS
from affiche.sources.images import FILE_BYTES
from affiche.sources.text import MARKS_IN_A_ROW


@cache
def form_constants() -> Mapping[str, Any]:
    """What the rules in the browser are made of, by the name that they know it by."""
    return {
        "limits": _limits(),
        "characters": {
            name: _in_javascript(getattr(characters, name.upper()))
            for name in ("breaks", "controls", "bidi", "surrogates", "invisible", "joiners")
        },
        "when": [*WHEN],
        "weekdays": [*WEEKDAYS],
        "seasons": {name: month for name, (month, _) in moment.MONTHS_OF_SEASON.items()},
        "months": dict(months_by_name()),
        "words": {word: [*values] for word, values in value_words.WORDS.items()},
        "zones": dict(zones_by_word()),
        "prices": _prices(),
        "ages": {"words": age_words.WORDS, **_patterns(age_words.PATTERNS)},
        "countries": sorted(countries()),
        "languages": {"own": codes_by_name(), "named": codes_by_any_name(), "sign": SIGN_LANGUAGES},
        "reserved": [*RESERVED_IDS],
        "shorteners": sorted(url.SHORTENERS),
        "tracker": url.TRACKER,
        "states": [[*key, _in_javascript(pattern)] for key, pattern in WORDS.items()],
        "explained": [*EXPLAINED],
        "region": [places.REGION_CODES.start, places.REGION_CODES.stop],
        "doubtful": _doubtful(),
        "runs": _runs(),
        "titles": _titles(),
        "contacts": {
            "roles": sorted(mailboxes.ROLES),
            "names": sorted(mailboxes.FIRST_NAMES),
            "telling": mailboxes.TELLING,
            "hosts": sorted(mailboxes.FREE_HOSTS),
            "mailbox": mailboxes.MAILBOX.pattern,
            "person": _in_javascript(mailboxes.PERSON.pattern),
            "mobile": telephones.MOBILE.pattern,
        },
    }


def _limits() -> dict[str, int]:
    return {
        "year": moment.EARLIEST_YEAR,
        "years": moment.LATEST_YEAR,
        "id": ID_LENGTH,
        "url": url.URL_LENGTH,
        "marks": MARKS_IN_A_ROW,
        "body": BODY_BYTES,
        "line": LINE_CHARACTERS,
        "bars": BARS_A_LINE,
        "image": FILE_BYTES,
        "repetition": recurrence.LONGEST.days,
        "dates": recurrence.MOST_PERFORMANCES,
        "guesses": references.GUESSES,
        "months": doubtful_times.MONTHS_AHEAD,
    }


def _doubtful() -> dict[str, Any]:
    """The hours at which few things begin; by type, those at which it may."""
    usual = (
        (doubtful_times.NIGHT_TYPES, doubtful_times.NIGHT_HOURS),
        (doubtful_times.DAWN_TYPES, doubtful_times.DAWN_HOURS),
    )
    return {
        "hours": [*doubtful_times.SMALL_HOURS],
        "usual": {kind: [*hours] for kinds, hours in usual for kind in kinds},
        "night": doubtful_times.SAME_NIGHT.seconds // 60,
    }


def _runs() -> dict[str, Any]:
    """From how many dates on, at most how far apart, long hours are a run."""
    return {
        "hours": [runs.OPEN_HOURS.start, runs.OPEN_HOURS.stop],
        "opening": runs.LATEST_OPENING,
        "lessons": [*runs.LESSONS],
        "usual": [runs.FEWEST, runs.FARTHEST],
        "exhibition": [runs.FEWEST_OF_EXHIBITION, runs.FARTHEST_OF_EXHIBITION],
    }


def _prices() -> dict[str, Any]:
    """The words and patterns by which prices in words are read."""
    words = {"free": [*price_words.FREE_WORDS], "chosen": [*price_words.CHOSEN_WORDS]}
    names = {"full": price_words.FULL, "reduced": price_words.REDUCED}
    return {**words, **names, **_patterns(price_words.PATTERNS)}


def _patterns(patterns: Mapping[str, str]) -> dict[str, Any]:
    return {"patterns": {name: _in_javascript(pattern) for name, pattern in patterns.items()}}


def _titles() -> dict[str, Any]:
    """Where a title may say what other fields say, and from which words and letters on capitals shout."""
    patterns = {
        "brackets": title_pieces.IN_BRACKETS,
        "start": title_pieces.AT_START,
        "end": title_pieces.AT_END,
        "date": title_pieces.DATE_AT_END,
        "year": title_pieces.YEAR_AT_END,
        "abbreviation": title_capitals.ABBREVIATION,
    }
    return {
        **{name: _in_javascript(pattern.pattern) for name, pattern in patterns.items()},
        "days": [_in_javascript(pattern.pattern) for pattern in title_pieces.DAYS],
        "unfinished": sorted(title_pieces.UNFINISHED),
        "fewest": title_pieces.FEWEST,
        "long": title_capitals.LONG_WORD,
        "loud": title_capitals.WORDS,
        "letters": title_capitals.LETTERS,
    }


def _in_javascript(pattern: str) -> str:
    """A pattern as JavaScript reads it under its flag `u`."""
    pattern = re.sub(r"\\U0*([0-9a-f]+)", r"\\u{\1}", pattern)
    for ours, theirs in (
        (r"[^\W\d_]", r"[\p{L}\p{Nl}\p{No}]"),
        (r"[^\W\d]", r"[\p{L}\p{Nl}\p{No}_]"),
        (r"\w", r"[\p{L}\p{N}_]"),
        ("(?P<", "(?<"),
    ):
        pattern = pattern.replace(ours, theirs)
    return pattern
