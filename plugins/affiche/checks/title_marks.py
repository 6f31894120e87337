"""States that people write into a title: told apart from the same words in a real title by how they stand there."""

from __future__ import annotations

import re
from typing import NamedTuple

#: What each state is called in a title; of two states of one field, the one further down holds. The feminine plural of
#: "complet" is left out: "Œuvres complètes" is a title.
WORDS = {
    ("status", "cancelled"): r"annul[ée](?:[.·]?e)?(?:[.·]?s)?|geannuleerd|afgelast|cancell?ed",
    ("status", "postponed"): r"report[ée](?:[.·]?e)?(?:[.·]?s)?|uitgesteld|postponed",
    ("status", "rescheduled"): r"nouvelles? dates?|nieuwe datum|verplaatst|new dates?|rescheduled",
    ("status", "moved-online"): r"en ligne|on-?line",
    ("availability", "limited"): r"derni[èe]res places|laatste plaatsen|last (?:places|tickets)",
    ("availability", "sold-out"): r"complets?|complète|sold[ -]?out|uitverkocht|volzet",
    ("availability", "waiting-list"): r"listes? d['’]attente|wachtlijst|waiting[ -]list",
}
#: The states whose bracket may go on after their word: "(reporté au 12 mai)".
EXPLAINED = ("cancelled", "postponed", "rescheduled")

_ANY = "|".join(WORDS.values())
_ONE = rf"(?<!\w)(?:{_ANY})(?!\w)"
_WORD = re.compile(_ONE, re.IGNORECASE)
#: Each space between two words can be read in one way alone: in two, a title of twenty words would take a minute.
_SEVERAL = rf"{_ONE}(?:(?:\s*[-–—/|,+&]\s*|\s+){_ONE})*"
#: "En ligne" and "online" are words of many titles: they only count between brackets.
_SET_APART = rf"(?!(?:en ligne|on-?line)(?!\w))(?P<words>{_SEVERAL})"
_BRACKETED = re.compile(rf"[(\[]\s*(?P<words>{_SEVERAL})\s*[!.]*\s*[)\]]", re.IGNORECASE)
_FIRST = re.compile(rf"[\W_]*{_SET_APART}(?:\s*[:!/|*]+|\s+[-–—·•]+(?=\s)|[-–—]+(?=\s))", re.IGNORECASE)
_LAST = re.compile(rf"(?:(?<=!)|[:/|*]|\s[-–—·•]+|[-–—]+(?=\s))\s*{_SET_APART}[\s!.*]*$", re.IGNORECASE)
_EXPLANATION = re.compile(
    rf"[(\[]\s*(?P<words>{'|'.join(WORDS['status', state] for state in EXPLAINED)})(?!\w)[^()\[\]]*[)\]]",
    re.IGNORECASE,
)
_CAPITALS = re.compile(_SET_APART, re.IGNORECASE)
_JOINTS = " :/|-–—*,·•#"
_QUOTES = "«“”\"'‘’„"


class Marks(NamedTuple):
    """The state by field that a title holds, the words that say so, and the title without; empty if that is unclear."""

    states: dict[str, str]
    words: tuple[str, ...]
    title: str


def read_marks(title: str) -> Marks | None:
    """The states that are marked in a title; None for a title that only has such words in it."""
    words: list[str] = []
    rest, is_clear = title, True
    while found := _next_mark(rest):
        words.append(found["words"])
        is_clear &= not _goes_on(found)
        rest = " ".join(f"{rest[: found.start()].rstrip(_JOINTS)} {rest[found.end() :].lstrip(_JOINTS + '!')}".split())
    if not words or not re.search(r"\w", rest):
        return None
    return Marks(_states_of(", ".join(words)), tuple(words), rest if is_clear else "")


def _states_of(words: str) -> dict[str, str]:
    found = (
        state for state, pattern in WORDS.items() if re.search(rf"(?<!\w)(?:{pattern})(?!\w)", words, re.IGNORECASE)
    )
    return dict(found)


def _next_mark(title: str) -> re.Match[str] | None:
    if not _WORD.search(title):
        return None
    found = _BRACKETED.search(title) or _FIRST.match(title) or _LAST.search(title) or _EXPLANATION.search(title)
    return found or next((each for each in _CAPITALS.finditer(title) if _is_shouted(each)), None)


def _is_shouted(found: re.Match[str]) -> bool:
    """Whether words are in capitals while the rest of the title is not; those between quotes are somebody's own."""
    before, after = found.string[: found.start()].rstrip(), found.string[found.end() :]
    is_quoted = before.endswith(tuple(_QUOTES))
    return found["words"].isupper() and (before + after).upper() != before + after and not is_quoted


def _goes_on(found: re.Match[str]) -> bool:
    """Whether what stands beside the words may belong to them: a new date, a reason."""
    before, after = found.string[: found.start()], found.string[found.end() :].lstrip()
    if found.re is _CAPITALS and (after[:1].islower() or (re.search(r"\w", before) and re.search(r"\w", after))):
        return True
    return found.re is _EXPLANATION or (found.re is not _BRACKETED and after[:1].isdigit())
