"""The id that a new file gets: proposed from its title, confirmed by a person, never silently empty or another's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import chain, count

from affiche.sources.paths import path_faults

#: What a proposal has at most: people read it in an address.
LONGEST = 60

#: Letters that have no decomposition in Unicode, as Europeans write them in ASCII.
_SPELT = str.maketrans({"ß": "ss", "œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def proposed_id(text: str) -> str:
    """An id like a text, in ASCII; empty where a letter would be lost, as in Arabic or Chinese."""
    spread = unicodedata.normalize("NFKD", text.casefold().translate(_SPELT)).casefold()
    plain = "".join(letter for letter in spread if not unicodedata.combining(letter))
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        return ""
    found = "-".join(re.findall("[a-z0-9]+", plain))
    return found if len(found) <= LONGEST else found[: LONGEST + 1].rpartition("-")[0] or found[:LONGEST]


def free_id(proposed: str, year: str, taken: Collection[str]) -> str:
    """The proposed id, with the year or a number behind it where another file has it already."""
    ways = chain((proposed, f"{proposed}-{year}"), (f"{proposed}-{number}" for number in count(2)))
    return next(way for way in ways if way not in taken) if proposed else ""


def is_good_id(record_id: str) -> bool:
    """Whether a file may be called so on every system."""
    return "/" not in record_id and not path_faults(f"content/events/{record_id}.md")
