"""The page of the network: every way in which the organisations work together, with how much there is of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.campaign import Campaign
from affiche.model.facet import PROFESSIONAL
from affiche.model.group import Group
from affiche.model.organisation import Organisation
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.site import Site

KEY = "network"
#: The pages of each part, by their keys; a part has the colour of a poster.
PARTS: Mapping[str, tuple[str, Sequence[str]]] = {
    "together": ("yellow", ("organisations", "groups", "projects", "practices", "professionals")),
    "chances": ("sky", ("calls", "matching", "brussels-abroad")),
    "promote": ("pink", ("campaigns", "marketing-calendar", "promotion-plan", "newsroom", "social-kit", "embed")),
    "decide": ("mint", ("indicators", "changes", "sustainability", "profiles")),
}
#: How many there are of what a page lists, where that says something.
COUNTS: Mapping[str, Callable[[Site], int]] = {
    "organisations": lambda site: len(site.calendar.all(Organisation)),
    "groups": lambda site: len(site.calendar.all(Group)),
    "projects": lambda site: len(site.calendar.all(Project)),
    "practices": lambda site: len(site.calendar.all(Practice)),
    "professionals": lambda site: len(site.upcoming(PROFESSIONAL)),
    "calls": lambda site: len(calls_of(site).current()),
    "campaigns": lambda site: len(site.calendar.all(Campaign)),
}


@dataclass(frozen=True, slots=True)
class Door:
    """A page of the network: its name, what one finds there, how much."""

    key: str
    href: str
    count: int


def council_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    counts = {key: count(site) for key, count in COUNTS.items()}
    for language in site.languages:
        words = site.words[language]
        page = own_page(site, language, KEY, title=words("network.title"), description=words("network.lead"))
        parts = {
            part: (colour, [Door(key, site.href(site.routes.page(language, key)), counts.get(key, 0)) for key in keys])
            for part, (colour, keys) in _parts(site).items()
        }
        yield page_artifact(site, page, "network.html", (parts,), partial(dict[str, Any], parts=parts))


def _parts(site: Site) -> Mapping[str, tuple[str, Sequence[str]]]:
    """The parts, without the pages that this site does not have."""
    left_out = () if site.calendar.settings.social_weeks else ("social-kit",)
    return {part: (colour, [key for key in keys if key not in left_out]) for part, (colour, keys) in PARTS.items()}
