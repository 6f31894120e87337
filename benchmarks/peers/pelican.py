"""A season as two sites of Pelican, one a language, with the theme that it brings: lists and RSS, no calendars."""

from __future__ import annotations

import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.season import NOW, Season
from benchmarks.peers.front_matter import LANGUAGES, SIDES, event_values
from benchmarks.peers.peer import BENCH_BIN, Peer, changed_event, write_file

SETTINGS = """
SITENAME = "Affiche"
SITEURL = "https://affiche.example/{language}"
PATH = "content/{language}"
OUTPUT_PATH = "output/{language}"
TIMEZONE = "Europe/Brussels"
DEFAULT_LANG = "{language}"
THEME = "simple"
DEFAULT_PAGINATION = 100
WITH_FUTURE_DATES = False
FEED_RSS = "feed.xml"
CATEGORY_FEED_RSS = "feeds/{{slug}}.xml"
TAG_FEED_RSS = "feeds/tag-{{slug}}.xml"
AUTHOR_FEED_RSS = "feeds/author-{{slug}}.xml"
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = None
FEED_MAX_ITEMS = 200
"""


def write_pelican(season: Season, root: Path) -> None:
    """Writes both projects: a category is a discipline, tags are municipality and venue, the author organises."""
    for language in LANGUAGES:
        write_file(root / f"settings_{language}.py", SETTINGS.format(language=language))
        for event in season.events:
            values = event_values(event, language)
            head = {
                "Title": values["title"],
                "Date": f"{NOW:%Y-%m-%d}",
                "Slug": event.id,
                "Category": event.discipline,
                "Tags": f"{event.house.town.fr}, {event.house.venue_name}",
                "Author": event.house.name,
                "Summary": values["description"],
            }
            lines = "\n".join(f"{name}: {value}" for name, value in head.items())
            when = f"{values['first']}, {values['venue_name']}, {values['street']}, {values['town']}"
            text = f"{lines}\n\n{when}\n\n{event.body[SIDES[language]]}\n"
            write_file(root / f"content/{language}/{event.id}.md", text)


def _version() -> str:
    command = [f"{BENCH_BIN}/pelican", "--version"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def _event(season: Season) -> Sequence[str]:
    return [f"content/{language}/{changed_event(season).id}.md" for language in LANGUAGES]


PELICAN = Peer(
    name="Pelican",
    version=_version,
    make=write_pelican,
    command=("sh", "-ec", "".join(f"{BENCH_BIN}/pelican --quiet -s settings_{each}.py\n" for each in LANGUAGES)),
    out="output",
    event=_event,
)
