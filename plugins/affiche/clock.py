"""The only module that reads the clock and the environment: `SOURCE_DATE_EPOCH`, the language of a terminal."""

from __future__ import annotations

import os
import time
from collections.abc import Sequence
from datetime import UTC, datetime


class ClockError(ValueError):
    """`SOURCE_DATE_EPOCH` is no number of seconds."""


def read_clock() -> datetime:
    """The present moment in UTC, to the second; `SOURCE_DATE_EPOCH` (reproducible-builds.org) when it is set."""
    stated = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stated:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(stated), UTC)
    except (ValueError, OverflowError, OSError):
        raise ClockError(f"SOURCE_DATE_EPOCH={stated}") from None


def read_stopwatch() -> float:
    """Seconds from an arbitrary start, to measure how long a build takes."""
    return time.monotonic()


def read_language(known: Sequence[str], usual: str) -> str:
    """The language of whoever started the program, by the variables of POSIX locales; the usual one if not known."""
    stated = next(filter(None, map(os.environ.get, ("LC_ALL", "LC_MESSAGES", "LANG"))), "")
    code = stated[:2].lower()
    return code if code in known else usual
