"""What the site that is online says of itself, and whether the next one would lose too much of it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

#: As many files, and one in a hundred, are not lost at once without somebody looking first.
MOST_LOST, SHARE_LOST = 20, 100


@dataclass(frozen=True, slots=True)
class Published:
    """The day on which a site was built and the files it left out; without a day, why that cannot be read."""

    url: str
    built: date | None = None
    left_out: frozenset[str] = frozenset()
    reason: str = ""


def parse_published(url: str, body: bytes) -> Published:
    """What the site's `status.json` says; nothing where it is not one."""
    try:
        status = json.loads(body)
        left_out = frozenset(str(each["path"]) for each in status["left_out"])
        return Published(url, date.fromisoformat(status["built"]), left_out)
    except (ValueError, TypeError, KeyError, RecursionError):
        return Published(url)


def newly_lost(left_out: Iterable[str], published: Published) -> Sequence[str]:
    """The files that the next site leaves out and the published one does not; none where that cannot be read."""
    return sorted(set(left_out) - published.left_out) if published.built else []


def is_too_much(lost: Sequence[str], files: int) -> bool:
    """Whether so many of the content's files are lost that publishing stops."""
    return len(lost) > MOST_LOST and len(lost) * SHARE_LOST > files
