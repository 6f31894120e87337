"""Sites whose newsletters can be made, and their files as an editor takes them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

import html5lib

from affiche.model.history import History
from affiche.model.record import Record
from affiche.outputs.artifact import Artifact
from affiche.outputs.markup import make_environment
from affiche.outputs.newsroom.output import NEWSROOM
from affiche.outputs.site import Site
from tests import factories as make
from tests.projects import ROOT


def desk(*records: Record, now: datetime = make.NOW, past: History | None = None) -> Site:
    """The site of some records, of the house that makes most and of its venue, with our templates."""
    site = make.site(*records, make.organisation(), make.venue(), now=now, past=past)
    return replace(site, templates=make_environment(ROOT / "overrides"))


def letters(site: Site) -> dict[str, Artifact]:
    """The files for mails by their paths below their folder: `fr/week.html`."""
    return {each.path.removeprefix("mail/"): each for each in NEWSROOM.artifacts(site) if each.path.startswith("mail/")}


def text(site: Site, path: str) -> str:
    return letters(site)[path].render().decode()


def tree(html: bytes | str) -> Any:
    """An HTML file as a browser's parser sees it; it must find nothing wrong."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("lxml"), namespaceHTMLElements=False)
    parsed = parser.parse(html)
    assert parser.errors == []
    return parsed
