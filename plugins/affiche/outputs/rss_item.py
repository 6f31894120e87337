"""Items of feeds: what readers and mailing services show, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from affiche.model.event import Event
from affiche.model.occurrence import Occurrence, Run, standing
from affiche.outputs.cards import language_label
from affiche.outputs.dates import MANY_DAYS
from affiche.outputs.feed_images import feed_image
from affiche.outputs.places import whereabouts
from affiche.outputs.rss_html import item_html
from affiche.outputs.rss_xml import Telling, make_item
from affiche.outputs.site import Site
from affiche.outputs.spans import event_span, occurrences_span
from affiche.outputs.states import state_of
from affiche.outputs.when import occurrence_words

#: The spaces of French typography stay in HTML.
_PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")


@dataclass(frozen=True, slots=True)
class Appearance:
    """An event in a feed: the date of its item, and which of its dates are told.

    `titled` and `listed` are the performances in the title and in the text; `run` stands before them, as far as it is
    told. `part` sets its identity and its link apart from those in other feeds: `week-2026-W23`.
    """

    event: Event
    dated: datetime
    run: Run | None
    titled: Sequence[Occurrence]
    listed: Sequence[Occurrence]
    part: str = ""


def event_item(site: Site, appearance: Appearance, language: str) -> bytes:
    """The item of an event; its identity and its date are the same in every language and feed of a kind."""
    event, part = appearance.event, appearance.part and f"#{appearance.part}"
    where, image = _where(site, appearance, language), feed_image(site, event, language)
    facts = _facts(site, appearance, language, where)
    telling = Telling(
        key=f"{site.calendar.settings.identify(event.identity)}{part}",
        link=f"{site.absolute(site.routes.record(language, event))}{part}",
        title=_title(site, appearance, language),
        dated=appearance.dated,
        description=description_words(site, event, language, facts),
        html=item_html(site, event, language, image, facts),
        categories=list(event_categories(site, event, language)),
        image=image,
        span=event_span(site, event) if appearance.run else occurrences_span(appearance.titled),
        location=where,
    )
    return make_item(site, telling)


def appearance_stamps(site: Site, appearance: Appearance) -> Sequence[str]:
    """All that an item depends on: what its event's files say, and what is told of that."""
    told = [",".join([item.id for item in items]) for items in (appearance.titled, appearance.listed)]
    digest = site.calendar.digests[appearance.event.id]
    return digest, str(appearance.dated), appearance.part, str(appearance.run or ""), *told


def plain_line(text: str) -> str:
    """A text with the plain spaces that feeds have."""
    return text.translate(_PLAIN_SPACES)


def _title(site: Site, appearance: Appearance, language: str) -> str:
    """Title and date or period in words: all the dates that take place, past ones too, so that it stays the same."""
    run, dates = appearance.run, site.dates[language]
    when = dates.period(run.first, run.last) if run else dates.several(standing(appearance.titled))
    title = plain_line(site.show(appearance.event.title, language).text)
    return site.words[language]("feed.item.title", title=title, date=when)


def _facts(site: Site, appearance: Appearance, language: str, where: str) -> list[str]:
    """State, dates and place, as far as they are known."""
    run, event = appearance.run, appearance.event
    state = state_of(site, language, event, () if run else appearance.listed).text
    period = site.dates[language].period(run.first, run.last) if run else ""
    performances = _performances(site, appearance, language, state)
    return [fact for fact in (state, period, *performances, where) if fact]


def _where(site: Site, appearance: Appearance, language: str) -> str:
    """The places of the dates that are told; all of the event's beside a run."""
    told = () if appearance.run else appearance.titled
    return whereabouts(site, appearance.event, language, [appearance.event.performances[item.index] for item in told])


def _performances(site: Site, appearance: Appearance, language: str, shared: str) -> Iterator[str]:
    """Each performance with its hours, after its own state where that is not the shared one.

    Many are one line, with the number of the title and the next day; those that are off are not counted.
    """
    words, event, coming = site.words[language], appearance.event, appearance.listed
    if len(coming) >= MANY_DAYS:
        yield site.dates[language].several(standing(coming), among=standing(appearance.titled))
        return
    for occurrence in coming:
        state = state_of(site, language, event, [occurrence]).text
        date = occurrence_words(site, language, event, occurrence)
        yield words("feed.item.state", state=state, date=date) if state not in ("", shared) else date


def description_words(site: Site, event: Event, language: str, facts: list[str]) -> str:
    """Plain text on one line: the label of a text in another language, the facts, then the summary."""
    summary = site.show(event.summary, language)
    label = language_label(site, summary if summary.text else site.show(event.title, language), language)
    sentences = [f"{fact[0].upper()}{fact[1:].removesuffix('.')}." for fact in (label, *facts) if fact]
    return " ".join([*sentences, summary.text]).rstrip()


def event_categories(site: Site, event: Event, language: str) -> Iterator[tuple[str, str]]:
    """Domain and label of its type and disciplines; a domain is the same in every language."""
    words = site.words[language]
    yield site.absolute("#type"), words(f"type.{event.type}")
    for discipline in event.disciplines:
        yield site.absolute("#discipline"), words(f"discipline.{discipline}")
