"""Brussels abroad: what its organisations do outside the country, with whom, and what calls lead there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from affiche.model.call import Call
from affiche.model.country import country_name
from affiche.model.event import Event
from affiche.model.language import fold_name
from affiche.model.organisation import Organisation
from affiche.model.project import Project
from affiche.outputs.artifact import Artifact
from affiche.outputs.calls.lists import calls_of
from affiche.outputs.cards import event_card
from affiche.outputs.moments import stretch_words
from affiche.outputs.pages.page import network_page, page_artifact
from affiche.outputs.pages.strips import Named, named
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint

KEY = "brussels-abroad"
HOME = "BE"


@dataclass(slots=True)
class Ties:
    """What ties Brussels to a country."""

    coming: list[Event] = field(default_factory=list)
    calls: list[Call] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)
    past: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Country:
    """A country on the page: its name, and rows of what ties Brussels to it, by what they are."""

    code: str
    name: str
    rows: Mapping[str, Sequence[Named]]


def abroad_artifacts(site: Site) -> Iterator[Artifact]:
    """The page in each language."""
    ties = _ties(site)
    stamp = _stamp(site, ties)
    for language in site.languages:
        page = network_page(site, language, KEY)
        yield page_artifact(site, page, "abroad.html", stamp, partial(_view, site, ties, language))


def _ties(site: Site) -> Mapping[str, Ties]:
    """The ties to each country that has any, events by date."""
    found: dict[str, Ties] = defaultdict(Ties)
    for event in events_abroad(site):
        for code in countries_of(site, event):
            (found[code].past if site.calendar.is_over(event) else found[code].coming).append(event)
    for call in calls_of(site).current():
        for code in _abroad(call.countries):
            found[code].calls.append(call)
    for project in site.calendar.all(Project):
        for code in _abroad(project.countries):
            found[code].projects.append(project)
    for organisation in _active(site):
        named_there = organisation.international.countries if organisation.international else ()
        for code in _abroad((organisation.country, *named_there)):
            found[code].organisations.append(organisation)
    return found


def _active(site: Site) -> Iterator[Organisation]:
    """The organisations that work somewhere today: those that are no more have ties to nowhere."""
    return (each for each in site.calendar.all(Organisation) if each.status == "active")


def events_abroad(site: Site) -> Sequence[Event]:
    """The events, missions among them, that are abroad or reach there, by date."""
    return sorted((each for each in site.calendar.all(Event) if countries_of(site, each)), key=site.calendar.order)


def countries_of(site: Site, event: Event) -> Sequence[str]:
    """The countries abroad of an event: those of its places, and those it says that it reaches."""
    reached = event.international.countries if event.international else ()
    return _abroad((*(place.country for place in site.calendar.places_of(event)), *reached))


def _abroad(codes: Iterable[str]) -> list[str]:
    return [code for code in dict.fromkeys(codes) if code != HOME]


def _stamp(site: Site, ties: Mapping[str, Ties]) -> list[object]:
    digest = site.calendar.digest_of
    return [
        (
            code,
            cards_fingerprint(site, (*each.coming, *each.past)),
            len(each.past),
            [digest(record) for record in (*each.calls, *each.projects, *each.organisations)],
        )
        for code, each in sorted(ties.items())
    ] + [digest(member) for members in networks(site).values() for member in members]


def networks(site: Site) -> Mapping[str, Sequence[Organisation]]:
    """The organisations of each international network."""
    found: dict[str, list[Organisation]] = defaultdict(list)
    for organisation in _active(site):
        for name in organisation.international.networks if organisation.international else ():
            found[name].append(organisation)
    return found


def _view(site: Site, ties: Mapping[str, Ties], language: str) -> Mapping[str, Any]:
    countries = [_country(site, code, each, language) for code, each in ties.items()]
    members = networks(site)
    return {
        "countries": sorted(countries, key=lambda country: fold_name(country.name)),
        "networks": [
            (name, [named(site, each, language) for each in members[name]]) for name in sorted(members, key=fold_name)
        ],
    }


def _country(site: Site, code: str, ties: Ties, language: str) -> Country:
    rows = {
        "coming": [_dated(site, event, language) for event in ties.coming],
        "calls": [named(site, call, language) for call in ties.calls],
        "projects": [
            named(site, project, language, stretch_words(site, project.start, project.end, language))
            for project in ties.projects
        ],
        "organisations": [named(site, each, language) for each in ties.organisations],
        "past": [_dated(site, event, language) for event in reversed(ties.past)],
    }
    return Country(code, country_name(code, language), {key: found for key, found in rows.items() if found})


def _dated(site: Site, event: Event, language: str) -> Named:
    """An event with what it is and its date."""
    card = event_card(site, language, event)
    return card.title, card.href, f"{site.words[language](f'type.{event.type}').lower()}, {card.date}"
