"""Affiche as a peer: the whole site, as `affiche build` makes it with the templates of this repository."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

from benchmarks.corpus.content import write_content
from benchmarks.corpus.project import copy_project
from benchmarks.corpus.season import NOW, Season
from benchmarks.peers.peer import Peer, changed_event


def _make(season: Season, root: Path) -> None:
    copy_project(root, has_images=season.has_images)
    write_content(season, root)


def _event(season: Season) -> Sequence[str]:
    event = changed_event(season)
    return (f"content/events/{event.when.first.year}/{event.id}.md",)


AFFICHE = Peer(
    name="Affiche",
    version=lambda: version("affiche"),
    make=_make,
    command=(str(Path(sys.executable).with_name("affiche")), "build"),
    out="site",
    event=_event,
    house=("content/organisations/house-0.md",),
    template="overrides/affiche/event.html",
    comment="{{# {} #}}",
    folders={
        "event": "fr/evenements|nl/evenementen",
        "organisation": "fr/organisations|nl/organisaties",
        "venue": "fr/lieux|nl/locaties",
        "discipline": "(?:fr|nl)/disciplines",
        "municipality": "fr/communes|nl/gemeenten",
    },
    environment={"SOURCE_DATE_EPOCH": f"{NOW.timestamp():.0f}"},
    caches=(".affiche",),
)
