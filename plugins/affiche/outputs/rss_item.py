"""An event as an item of a feed: what readers and mailing services show of it, in one language."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from datetime import datetime
from html import escape
from typing import Self

from feedgen.entry import FeedEntry
from lxml import etree

from affiche.model.event import Event
from affiche.model.occurrence import Occurrence
from affiche.outputs.cards import language_label
from affiche.outputs.dates import MANY_DAYS
from affiche.outputs.feed_images import byte_length, feed_image
from affiche.outputs.images import JPEG
from affiche.outputs.places import whereabouts
from affiche.outputs.rss_extension import ItemExtension
from affiche.outputs.rss_html import item_html
from affiche.outputs.site import Site
from affiche.outputs.spans import event_span
from affiche.outputs.states import state_of

#: The spaces of French typography stay in HTML.
_PLAIN_SPACES = str.maketrans("\u00a0\u202f", "  ")


class Item(FeedEntry):  # type: ignore[misc]  # feedgen has no types
    """An item made into XML once, of which every feed takes a copy."""

    def finished(self) -> Self:
        """This item as XML, to which nothing is added any more; raises ValueError for text that XML cannot hold."""
        self._element: etree._Element = super().rss_entry()
        return self

    def rss_entry(self) -> etree._Element:
        """A copy for one feed."""
        return deepcopy(self._element)


def event_item(site: Site, event: Event, language: str, public_since: datetime) -> Item:
    """The item of an event; raises ValueError for text that XML cannot hold.

    Its identity and its date are the same in every language and feed.
    """
    facts, image = _facts(site, event, language), feed_image(site, event, language)
    item = Item()
    item.title(_title(site, event, language))
    item.link(href=site.absolute(site.routes.record(language, event)))
    item.guid(site.calendar.settings.identify(event.identity), permalink=False)
    item.pubDate(public_since)
    item.description(escape(_description(site, event, language, facts), quote=False))
    item.content(item_html(site, event, language, image, facts))
    item.category([{"term": label, "scheme": domain} for domain, label in _categories(site, event, language)])
    if image is not None:
        item.enclosure(image.copy.url, byte_length(site, image.copy), JPEG)
    extension = ItemExtension(event_span(site, event), whereabouts(site, event, language), image)
    item.register_extension("affiche", lambda: extension, atom=False)
    return item.finished()


def performances_to_come(site: Site, event: Event) -> list[Occurrence]:
    """The performances that are not over."""
    return [item for item in site.calendar.occurrences[event.id] if item.over_at > site.calendar.now]


def _title(site: Site, event: Event, language: str) -> str:
    """Title and date or period in words: the whole of it, so that it stays the same until the event is over."""
    run, dates = site.calendar.run_of(event), site.dates[language]
    when = dates.period(run.first, run.last) if run else dates.several(site.calendar.occurrences[event.id])
    title = site.show(event.title, language).text.translate(_PLAIN_SPACES)
    return site.words[language]("feed.item.title", title=title, date=when)


def _facts(site: Site, event: Event, language: str) -> list[str]:
    """State, dates and place, as far as they are known."""
    run, coming = site.calendar.run_of(event), performances_to_come(site, event)
    state = state_of(site, language, event, () if run else coming).text
    period = site.dates[language].period(run.first, run.last) if run else ""
    facts = [state, period, *_performances(site, event, language, coming, state), whereabouts(site, event, language)]
    return [fact for fact in facts if fact]


def _performances(site: Site, event: Event, language: str, coming: list[Occurrence], shared: str) -> Iterator[str]:
    """Each performance with its hours, after its own state where that is not the shared one; many in one line."""
    dates, words = site.dates[language], site.words[language]
    if len(coming) >= MANY_DAYS:
        yield dates.several(coming)
        return
    for occurrence in coming:
        state, date = state_of(site, language, event, [occurrence]).text, dates.occurrence(occurrence)
        yield words("feed.item.state", state=state, date=date) if state not in ("", shared) else date


def _description(site: Site, event: Event, language: str, facts: list[str]) -> str:
    """Plain text on one line: the label of a text in another language, the facts, then the summary."""
    summary = site.show(event.summary, language)
    label = language_label(site, summary if summary.text else site.show(event.title, language), language)
    sentences = [f"{fact[0].upper()}{fact[1:].removesuffix('.')}." for fact in (label, *facts) if fact]
    return " ".join([*sentences, summary.text]).rstrip()


def _categories(site: Site, event: Event, language: str) -> Iterator[tuple[str, str]]:
    """Domain and label of its type and disciplines; a domain is the same in every language."""
    words = site.words[language]
    yield site.absolute("#type"), words(f"type.{event.type}")
    for discipline in event.disciplines:
        yield site.absolute("#discipline"), words(f"discipline.{discipline}")
