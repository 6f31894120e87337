"""A season as a site of plain MkDocs with Material: a page an event and language, with navigation and search."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus.season import Season
from benchmarks.peers.front_matter import LANGUAGES, SIDES, event_values, file_with
from benchmarks.peers.peer import Peer, changed_event, write_file

SETTINGS = """
site_name: Affiche
site_url: https://affiche.example/
theme: {name: material, font: false}
plugins: [search, tags]
"""


def write_mkdocs(season: Season, root: Path) -> None:
    """Writes a project of MkDocs, whose tags are the discipline, the municipality and the organisation."""
    write_file(root / "mkdocs.yml", SETTINGS)
    write_file(root / "docs/tags.md", "<!-- material/tags -->\n")
    for language in LANGUAGES:
        write_file(root / f"docs/{language}/index.md", "# Affiche\n")
        for event in season.events:
            values = event_values(event, language)
            head = {
                "title": values["title"],
                "description": values["description"],
                "tags": [event.discipline, event.house.town.fr, event.house.name],
            }
            when = f"{values['first']}, {values['venue_name']}, {values['street']}, {values['town']}"
            write_file(
                root / f"docs/{language}/{event.id}.md", file_with(head, f"{when}\n\n{event.body[SIDES[language]]}")
            )


def _event(season: Season) -> Sequence[str]:
    return [f"docs/{language}/{changed_event(season).id}.md" for language in LANGUAGES]


MKDOCS = Peer(
    name="MkDocs",
    version=lambda: f"{version('mkdocs')} with Material {version('mkdocs-material')}",
    make=write_mkdocs,
    command=(sys.executable, "-m", "mkdocs", "build", "--quiet"),
    out="site",
    event=_event,
    environment={"NO_MKDOCS_2_WARNING": "1"},
    most=100,
)
