"""The library of lessons, with their themes, and a page for each: what was done, what worked, what did not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any, NamedTuple

from affiche.model.event import Event
from affiche.model.group import Group
from affiche.model.practice import Practice
from affiche.model.project import Project
from affiche.model.text import Wording
from affiche.model.vocabulary import THEMES
from affiche.outputs.artifact import Artifact
from affiche.outputs.cards import event_card, language_label
from affiche.outputs.entry_texts import one_line, shortened
from affiche.outputs.hreflang import canonical, translated
from affiche.outputs.images import picture_of
from affiche.outputs.pages.page import Page, everywhere, later_artifact, network_page, page_artifact
from affiche.outputs.pages.practice_lines import date_words, latest_first, owners, practice_rows
from affiche.outputs.pages.record_parts import body_view, description_of, links, source_view
from affiche.outputs.pages.sharing import shared_image
from affiche.outputs.pages.strips import Named, named
from affiche.outputs.poster import colour_of
from affiche.outputs.practice_feed import practice_listing
from affiche.outputs.site import Site
from affiche.outputs.stamps import cards_fingerprint
from affiche.outputs.subscribing import ways

KEY = "practices"
#: The shelf of what names no theme.
OTHER = "other"
#: What the library says of a lesson, in characters.
LONGEST_TEXT = 160


class Lesson(NamedTuple):
    """A lesson in the library: its title, what worked, whose it is, when."""

    title: Wording
    href: str
    text: Wording
    owners: str
    date: str


def practice_artifacts(site: Site) -> Iterator[Artifact]:
    """The page of each lesson and the library, in each language."""
    for practice in site.calendar.all(Practice):
        stamp = _stamp(site, practice)
        for language in site.languages:
            path, page = site.routes.record(language, practice), partial(_page, site, practice, language)
            yield later_artifact(site, path, "practice.html", stamp, page, partial(_view, site, practice, language))
    yield from _list_artifacts(site)


def _list_artifacts(site: Site) -> Iterator[Artifact]:
    for language in site.languages:
        lessons, shelves = _lessons(site, language), _shelves(site, language)
        listing = practice_listing(site, language)
        page = network_page(site, language, KEY)
        page = replace(page, listing=listing)
        view = {"lessons": lessons, "shelves": shelves, "listing": listing, "ways": ways(site, listing)}
        yield page_artifact(site, page, "practices.html", (lessons, shelves), partial(dict, view))


def _stamp(site: Site, practice: Practice) -> tuple[object, ...]:
    calendar = site.calendar
    subjects = calendar.subjects_of(practice)
    beside = [calendar.digest_of(each) for each in subjects if not isinstance(each, Event)]
    events = [each for each in subjects if isinstance(each, Event)]
    return calendar.digest_of(practice), beside, cards_fingerprint(site, events)


def _lessons(site: Site, language: str) -> Sequence[Lesson]:
    return [_lesson(site, practice, language) for practice in latest_first(site.calendar.all(Practice))]


def _shelves(site: Site, language: str) -> Mapping[str, Sequence[Named]]:
    """The lessons of each theme, the latest first, without the themes that none is about."""
    found: dict[str, list[Practice]] = {}
    for practice in site.calendar.all(Practice):
        for theme in practice.themes or (OTHER,):
            found.setdefault(theme, []).append(practice)
    return {theme: practice_rows(site, found[theme], language) for theme in (*THEMES, OTHER) if theme in found}


def _lesson(site: Site, practice: Practice, language: str) -> Lesson:
    worked = site.show(practice.worked, language)
    return Lesson(
        site.show(practice.title, language),
        site.href(site.routes.record(language, practice)),
        worked._replace(text=one_line(shortened(worked.text, LONGEST_TEXT))),
        ", ".join(site.show(owner.name, language).text for owner in owners(site, practice)),
        date_words(site, practice, language),
    )


def _page(site: Site, practice: Practice, language: str) -> Page:
    return Page(
        language=language,
        paths=everywhere(site, lambda code: site.routes.record(code, practice)),
        title=site.show(practice.title, language).text,
        description=_description(site, practice, language),
        section="network",
        kind="article",
        canonical=canonical(site, practice, language),
        image=shared_image(site, practice, language),
        translated=translated(site, practice),
    )


def _description(site: Site, practice: Practice, language: str) -> str:
    """What was done, else what worked or did not, else what the library is."""
    texts = (None, practice.worked, practice.did_not_work)
    told = (description_of(site, practice, text, language) for text in texts)
    return next(filter(None, told), site.words[language](f"{KEY}.lead"))


def _view(site: Site, practice: Practice, language: str) -> Mapping[str, Any]:
    words, title = site.words[language], site.show(practice.title, language)
    subjects = site.calendar.subjects_of(practice)
    return {
        "name": title,
        "label": language_label(site, title, language),
        "colour": colour_of((), practice.id),
        "themes": [(words(f"theme.{theme}"), f"{_library(site, language)}#{theme}") for theme in practice.themes],
        "date": date_words(site, practice, language),
        "organisations": [named(site, each, language) for each in owners(site, practice)],
        "groups": [named(site, each, language) for each in subjects if isinstance(each, Group)],
        "projects": [named(site, each, language) for each in subjects if isinstance(each, Project)],
        "events": [
            (card.title, card.href, card.date)
            for card in (event_card(site, language, each) for each in subjects if isinstance(each, Event))
        ],
        "lessons": [
            (key, text)
            for key, stated in (("worked", practice.worked), ("did_not_work", practice.did_not_work))
            if (text := site.show(stated, language)).text
        ],
        "picture": picture_of(site, practice, language),
        "links": links(site, practice, language),
        **body_view(site, practice, language, top=3),
        **source_view(site, practice, language),
    }


def _library(site: Site, language: str) -> str:
    return site.href(site.routes.page(language, KEY))
