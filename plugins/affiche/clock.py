"""The only module that reads the clock and `SOURCE_DATE_EPOCH`."""

from __future__ import annotations

import os
import time
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
