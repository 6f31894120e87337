"""A season as a site of Hugo: its content, beside the templates in `hugo/`."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.pictures import draw_picture
from benchmarks.corpus.season import NOW, Season
from benchmarks.peers.front_matter import LANGUAGES, SIDES, event_values, file_with, house_values
from benchmarks.peers.peer import BENCH_VENV, Peer, changed_event, write_file

TEMPLATES = Path(__file__).with_name("hugo")
#: What Hugo sorts by is the first day; all of them were published on one day.
PUBLISHED = {"publishDate": "2026-11-17T12:00:00+01:00", "lastmod": "2026-11-17T12:00:00+01:00"}


def write_hugo(season: Season, root: Path) -> None:
    """Writes a project of Hugo: a file a language for each event, organisation and venue."""
    shutil.copytree(TEMPLATES, root)
    for language in LANGUAGES:
        side = SIDES[language]
        for event in season.events:
            text = file_with(
                {**PUBLISHED, "date": f"{event.when.first}", **event_values(event, language)}, event.body[side]
            )
            write_file(root / f"content/events/{event.id}.{language}.md", text)
        for house in season.houses:
            for folder, is_venue in (("organisations", False), ("venues", True)):
                values = house_values(house, language, is_venue=is_venue)
                body = "" if is_venue else house.body[side]
                write_file(root / f"content/{folder}/{house.id}/_index.{language}.md", file_with(values, body))
        # Months have pages, no feeds.
        write_file(root / f"content/months/_index.{language}.md", file_with({"cascade": {"outputs": ["html"]}}, ""))
    for event in season.events:
        if event.image:
            place = root / "assets/images" / event.image
            place.parent.mkdir(parents=True, exist_ok=True)
            draw_picture(place, event.number)


def _binary() -> str:
    """The program itself, without the script of the package that starts it."""
    found = BENCH_VENV.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return str(next(found, "hugo"))


def _version() -> str:
    told = subprocess.run([_binary(), "version"], check=True, capture_output=True, text=True).stdout
    return told.removeprefix("hugo v").partition("-")[0]


def _event(season: Season) -> Sequence[str]:
    return [f"content/events/{changed_event(season).id}.{language}.md" for language in LANGUAGES]


HUGO = Peer(
    name="Hugo",
    version=_version,
    make=write_hugo,
    command=(_binary(), "--quiet", "--clock", f"{NOW:%Y-%m-%dT%H:%M:%SZ}"),
    out="public",
    event=_event,
    house=[f"content/organisations/house-0/_index.{language}.md" for language in LANGUAGES],
    template="layouts/page.html",
    comment="{{{{/* {} */}}}}",
    folders={
        "event": "(?:fr|nl)/events",
        "organisation": "(?:fr|nl)/organisations",
        "venue": "(?:fr|nl)/venues",
        "discipline": "(?:fr|nl)/disciplines",
        "municipality": "(?:fr|nl)/municipalities",
    },
    caches=("resources",),
)
