"""Opening hours as the browser reads them, to say of today what a page built last night cannot: open until 18:00."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import time
from typing import Any

from affiche.model.occurrence import Run
from affiche.model.opening import Closure, Hours, Schedule, joined
from affiche.model.vocabulary import WEEKDAYS
from affiche.outputs.site import Site

#: What can be said of today; each has a pattern in the catalogues.
TODAY = ("open", "opens", "over", "closed")


def opening_data(site: Site, schedule: Schedule, language: str, run: Run | None = None) -> str:
    """The hours of a place or a run as JSON, for an attribute; empty where none are known."""
    fields = opening_fields(site, schedule, language, run)
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":")) if fields else ""


def opening_fields(site: Site, schedule: Schedule, language: str, run: Run | None = None) -> dict[str, Any]:
    """The hours of a place or a run, with the patterns to say them by; empty where none are known.

    `week` has a list of opening and closing times for each day from Monday; `closed` and `adjusted` days are first and
    last ones, both included; `hours` has every time in words.
    """
    if not schedule.opening_hours and not schedule.adjusted:
        return {}
    words, zone = site.words[language], run.zone if run else site.calendar.settings.time_zone
    return {
        "zone": zone.key,
        "first": str(run.first) if run and run.first else "",
        "last": str(run.last) if run and run.last else "",
        "week": _week(schedule.opening_hours),
        "closed": [_ends(closure) for closure in schedule.closed],
        "adjusted": [[*_ends(days), _week(days.opening_hours)] for days in schedule.adjusted],
        "hours": {hour.isoformat("minutes"): site.dates[language].hour(hour) for hour in sorted(set(_times(schedule)))},
        "words": {key: words(f"today.{key}", hour="{hour}") for key in TODAY},
    }


def _week(week: Sequence[Hours]) -> list[list[list[str]]]:
    return [
        [
            [opens.isoformat("minutes"), closes.isoformat("minutes")]
            for opens, closes in joined((h.opens, h.closes) for h in week if day in h.days)
        ]
        for day in WEEKDAYS
    ]


def _times(schedule: Schedule) -> Iterator[time]:
    weeks: Sequence[Sequence[Hours]] = [schedule.opening_hours, *(days.opening_hours for days in schedule.adjusted)]
    for hours in (hours for week in weeks for hours in week):
        yield from (hours.opens, hours.closes)


def _ends(days: Closure) -> list[str]:
    return [str(days.first), str(days.last)]
