"""What the organisations say of sustainability, shown and counted: labels, practices, and how to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.model.text import Text, Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import own_page, page_artifact
from affiche.outputs.site import Site

KEY = "sustainability"
THEME = "sustainability"
#: More events than this are counted, and found in the agenda.
MOST_EVENTS = 60


@dataclass(frozen=True, slots=True)
class Line:
    """What a record says, in words; nothing where its name alone is told."""

    name: Wording
    href: str
    text: Wording


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some records say something: what they say, by the key of its words, and out of how many."""

    key: str
    stated: int
    total: int

    @property
    def percent(self) -> int:
        """The share of those that say it, in whole percents; nothing of nothing."""
        return round(100 * self.stated / self.total) if self.total else 0


def sustainability_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    for language in site.languages:
        words, view = site.words[language], _view(site, language)
        page = own_page(
            site, language, KEY, title=words(f"nav.{KEY}"), description=words("sustainability.lead"), section="network"
        )
        yield page_artifact(site, page, "sustainability.html", (view,), partial(dict, view))


def _view(site: Site, language: str) -> Mapping[str, Any]:
    calendar = site.calendar
    organisations = [
        (each, each.sustainability.practices) for each in calendar.all(Organisation) if each.sustainability
    ]
    projects = [(each, each.sustainability.practices) for each in calendar.all(Project) if each.sustainability]
    lessons = [(each, each.worked) for each in calendar.all(Practice) if THEME in each.themes]
    venues = [(each, each.transport) for each in calendar.all(Venue) if each.transport]
    said = ((event, event.sustainability.transport) for event in site.upcoming() if event.sustainability)
    advised = [(event, transport) for event, transport in said if transport]
    return {
        "shares": _shares(site),
        "labels": _labels(site, language),
        "parts": {
            "organisations": _lines(site, organisations, language),
            "projects": _lines(site, projects, language),
            "lessons": _lines(site, lessons, language),
            "venues": _lines(site, venues, language),
            "events": [_line(site, event, text, language) for event, text in advised[:MOST_EVENTS]],
        },
    }


def _shares(site: Site) -> Sequence[Share]:
    """How many say something at all; what is not stated is unknown, never "no"."""
    calendar, upcoming = site.calendar, site.upcoming()
    organisations, venues, projects = calendar.all(Organisation), calendar.all(Venue), calendar.all(Project)
    return [
        Share("organisations", sum(each.sustainability is not None for each in organisations), len(organisations)),
        Share("projects", sum(each.sustainability is not None for each in projects), len(projects)),
        Share("venues", sum(each.transport is not None for each in venues), len(venues)),
        Share("events", sum(each.sustainability is not None for each in upcoming), len(upcoming)),
    ]


def _labels(site: Site, language: str) -> Sequence[tuple[str, Sequence[Line]]]:
    """The labels, the one that most carry first, each with those that carry it."""
    carriers: dict[str, list[Record]] = defaultdict(list)
    records: Sequence[Organisation | Project | Event] = [
        *site.calendar.all(Organisation),
        *site.calendar.all(Project),
        *site.upcoming(),
    ]
    for record in records:
        for label in dict.fromkeys(record.sustainability.labels if record.sustainability else ()):
            carriers[label].append(record)
    ranked = sorted(carriers, key=lambda label: (-len(carriers[label]), fold_name(label)))
    return [(label, [_line(site, record, None, language) for record in carriers[label]]) for label in ranked]


def _lines(site: Site, stated: Sequence[tuple[Record, Text | None]], language: str) -> Sequence[Line]:
    lines = (_line(site, record, text, language) for record, text in stated)
    return sorted(lines, key=lambda line: fold_name(line.name.text))


def _line(site: Site, record: Record, text: Text | None, language: str) -> Line:
    return Line(
        site.show(record.label, language), site.href(site.routes.record(language, record)), site.show(text, language)
    )
