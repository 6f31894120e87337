"""What a site has, counted by kind: so that no generator looks fast for having made less."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from benchmarks.corpus.season import Season

#: Kinds whose folders are named after a record or a facet, in both languages.
FACETS = ("organisation", "venue", "discipline", "municipality")
FILES = {"page": "index.html", "feed": "feed.xml", "calendar": "calendar.ics"}
LANGUAGES = 2


def expected_kinds(season: Season) -> Counter[str]:
    """The least that a site of a season has."""
    numbers = {
        "organisation": len(season.houses),
        "venue": len(season.houses),
        "discipline": len({event.discipline for event in season.events}),
        "municipality": len({event.house.town for event in season.events}),
    }
    events = Counter({"event page": len(season.events), "event calendar": len(season.events)})
    facets = Counter({f"{facet} {file}": number for facet, number in numbers.items() for file in FILES})
    return Counter({kind: LANGUAGES * number for kind, number in (events + facets).items()})


def kinds_of(paths: Iterable[str], folders: Mapping[str, str]) -> Counter[str]:
    """The files by kind, by the folders that a generator has for events and facets, as patterns."""
    found: Counter[str] = Counter()
    for path in paths:
        for kind, folder in folders.items():
            inside = re.fullmatch(rf"(?:{folder})/(?P<id>[^/]+)/(?P<file>[^/]+)", path)
            if inside and (name := _name_of(kind, inside["id"], inside["file"])):
                found[f"{kind} {name}"] += 1
    return found


def _name_of(kind: str, record: str, file: str) -> str:
    if kind == "event" and file == f"{record}.ics":
        return "calendar"
    return next((name for name, own in FILES.items() if own == file and (kind != "event" or name != "feed")), "")
