"""A season as a site of Eleventy: its content, beside the templates and the configuration in `eleventy/`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

from benchmarks.corpus.season import TODAY, Season
from benchmarks.peers.front_matter import LANGUAGES, SIDES, event_values, file_with
from benchmarks.peers.hugo import HUGO
from benchmarks.peers.peer import Peer, changed_event, write_file

TEMPLATES = Path(__file__).with_name("eleventy")
#: Where `make bench` installs, and the Node of the test tools.
MODULES = Path(__file__).resolve().parents[1] / "node_modules"
NODE = Path(__file__).resolve().parents[2] / ".venv/bin/node"


def write_eleventy(season: Season, root: Path) -> None:
    """Writes a project of Eleventy: a file a language for each event; a list for each value that they have."""
    shutil.copytree(TEMPLATES, root)
    (root / "node_modules").symlink_to(MODULES)
    for language in LANGUAGES:
        for event in season.events:
            head = {
                **event_values(event, language),
                "language": language,
                "tags": "event",
                "layout": "event.njk",
                "permalink": f"/{language}/events/{event.id}/",
            }
            write_file(root / f"content/{language}/{event.id}.md", file_with(head, event.body[SIDES[language]]))


def _version() -> str:
    return str(json.loads((MODULES / "@11ty/eleventy/package.json").read_text("utf-8"))["version"])


def _event(season: Season) -> Sequence[str]:
    return [f"content/{language}/{changed_event(season).id}.md" for language in LANGUAGES]


ELEVENTY = Peer(
    name="Eleventy",
    version=_version,
    make=write_eleventy,
    command=(str(NODE), "node_modules/@11ty/eleventy/cmd.js", "--quiet", "--config=eleventy.config.cjs"),
    out="_site",
    event=_event,
    template="_includes/event.njk",
    comment="{{# {} #}}",
    folders=HUGO.folders,
    environment={"TODAY": f"{TODAY}", "NODE_OPTIONS": "--max-old-space-size=8000"},
)
