"""What the organisations say of sustainability, shown and counted: labels, practices, and how to come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from affiche.model.event import Event
from affiche.model.indicators import Share
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.place import Venue
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.record import Record
from affiche.model.text import Text, Wording
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import network_page, page_artifact
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


#: Records that say something, by the part of the page that has them.
Said = Mapping[str, Sequence[tuple[Record, Text | None]]]


def sustainability_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    said = _said(site)
    shares = _shares(site, said)
    digests = [site.calendar.digest_of(record) for lines in said.values() for record, _ in lines]
    for language in site.languages:
        page = network_page(site, language, KEY)
        view = partial(_view, site, said, shares, language)
        yield page_artifact(site, page, "sustainability.html", (digests, shares), view)


def _said(site: Site) -> Said:
    """What is said of practices and of the way, the next event first; nothing where it is said by labels alone."""
    calendar = site.calendar
    organisations, projects = calendar.all(Organisation), calendar.all(Project)
    return {
        "organisations": [(each, each.sustainability.practices) for each in organisations if each.sustainability],
        "projects": [(each, each.sustainability.practices) for each in projects if each.sustainability],
        "lessons": [(each, each.worked) for each in calendar.all(Practice) if THEME in each.themes],
        "venues": [(each, each.transport) for each in calendar.all(Venue) if each.transport],
        "events": [(each, each.sustainability.transport) for each in site.upcoming() if each.sustainability],
    }


def _view(site: Site, said: Said, shares: Mapping[str, Share], language: str) -> Mapping[str, Any]:
    advised = [(event, transport) for event, transport in said["events"] if transport]
    return {
        "shares": shares,
        "labels": _labels(site, said, language),
        "parts": {part: _lines(site, lines, language) for part, lines in said.items() if part != "events"}
        | {"events": [_line(site, event, text, language) for event, text in advised[:MOST_EVENTS]]},
    }


def _shares(site: Site, said: Said) -> Mapping[str, Share]:
    """How many say something at all, by part; what is not stated is unknown, never "no"."""
    calendar = site.calendar
    all_of = {
        "organisations": calendar.all(Organisation),
        "projects": calendar.all(Project),
        "venues": calendar.all(Venue),
        "events": site.upcoming(),
    }
    return {part: Share(len(said[part]), len(records)) for part, records in all_of.items()}


def _labels(site: Site, said: Said, language: str) -> Sequence[tuple[str, Sequence[Line]]]:
    """The labels, the one that most carry first, each with those that carry it."""
    carriers: dict[str, list[Record]] = defaultdict(list)
    for record, _ in chain.from_iterable(said.values()):
        stated = record.sustainability if isinstance(record, (Event, Organisation, Project)) else None
        for label in dict.fromkeys(stated.labels if stated else ()):
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
