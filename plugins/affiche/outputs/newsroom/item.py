"""An event as a newsletter tells of it: in words, in one language, the same whenever it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from affiche.model.event import Event
from affiche.model.occurrence import OFF, Occurrence, Run, standing
from affiche.model.text import Text, Wording
from affiche.outputs.cards import (
    fact_words,
    kind_words,
    language_label,
    organiser_names,
    title_of,
    where_words,
)
from affiche.outputs.change_words import change_facts
from affiche.outputs.changes import Told
from affiche.outputs.dates import Length
from affiche.outputs.entry_texts import event_title
from affiche.outputs.feed_images import FeedImage, feed_image
from affiche.outputs.markup import glued
from affiche.outputs.poster import colour_of
from affiche.outputs.site import NOTHING, Site
from affiche.outputs.states import State, stated
from affiche.outputs.when import in_its_town
from affiche.sources.image_copies import MAIL_SIZE


@dataclass(frozen=True, slots=True)
class Item:
    """An event in a newsletter: what is special about it, when it is, its title with its page, then its facts.

    `label` says in which language a title is that is in another than the newsletter; `comment` is an editor's.
    """

    href: str
    title: Wording
    label: str
    kind: str
    colour: str
    state: State
    when: str
    organisers: Sequence[Wording] = ()
    where: str = ""
    facts: Sequence[str] = ()
    summary: str = ""
    comment: Wording = NOTHING
    image: FeedImage | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told of an event: its run, as far as that is told, and some of its performances.

    `is_dated` where these stand under the day that they share; `year` goes without saying.
    """

    event: Event
    year: int
    run: Run | None = None
    occurrences: Sequence[Occurrence] = ()
    is_dated: bool = False
    comment: Text | None = None


def event_item(site: Site, told: Telling, language: str) -> Item:
    """An event of the agenda, with those of its dates that are told."""
    event, title, summary = told.event, title_of(site, language, told.event), site.show(told.event.summary, language)
    return Item(
        href=site.absolute(site.routes.record(language, event)),
        title=title,
        label=language_label(site, title, language),
        kind=kind_words(site.words[language], event),
        colour=colour_of(event.disciplines, event.id),
        state=stated(site, language, event, () if told.run else told.occurrences),
        when=_when(site, told, language),
        organisers=organiser_names(site, language, event),
        where=where_words(site, language, event, told.occurrences),
        facts=fact_words(site, language, event),
        summary="" if summary.language else glued(summary).text,
        comment=site.show(told.comment, language),
        image=feed_image(site, event, language, MAIL_SIZE),
    )


def _when(site: Site, told: Telling, language: str) -> str:
    """The days of a run, and the dates that are told."""
    dates = site.dates[language].at(Length.SHORT, told.year)
    period = dates.period(told.run.first, told.run.last) if told.run else ""
    shown = standing(told.occurrences)
    words = dates.on_its_day(shown) if told.is_dated else dates.several(shown) if shown else ""
    return dates.enumerated([text for text in (period, in_its_town(site, language, told.event, shown, words)) if text])


def change_item(site: Site, told: Told, language: str) -> Item:
    """An event that has changed: of one that is withdrawn, only that it was, and why."""
    event, is_withdrawn = told.event, told.event.withdrawn is not None
    news, *facts = change_facts(site, told.change, told.entries, language)
    title = event_title(site, event, language)
    return Item(
        href=site.absolute(site.routes.record(language, event)),
        title=title,
        label=language_label(site, title, language),
        kind=kind_words(site.words[language], event),
        colour=colour_of(event.disciplines, event.id),
        state=State(news, off=told.change.kind in OFF),
        when=facts[0] if facts else "",
        organisers=() if is_withdrawn else organiser_names(site, language, event),
        facts=facts[1:],
        image=None if is_withdrawn else feed_image(site, event, language, MAIL_SIZE),
    )
