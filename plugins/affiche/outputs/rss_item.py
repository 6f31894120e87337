"""An event as an item of a feed: what readers and mailing services show of it, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import datetime
from functools import cached_property
from html import escape

from feedgen.entry import FeedEntry
from lxml import etree

from affiche.model.event import Event
from affiche.outputs.cards import language_label, state_of, where_words
from affiche.outputs.dates import MANY_DAYS
from affiche.outputs.feed_images import FeedImage, feed_copy, feed_image
from affiche.outputs.images import JPEG, body_images, source_path
from affiche.outputs.rss_extension import ItemExtension
from affiche.outputs.site import Site
from affiche.outputs.spans import event_span
from affiche.sources.images import render_image
from affiche.sources.markdown import PublishedImage, render_markdown

#: The widest that mail programs show, in pixels.
MAIL_WIDTH = 600


class Item(FeedEntry):  # type: ignore[misc]  # feedgen has no types
    """An item made once, of which every feed takes a copy."""

    @cached_property
    def element(self) -> etree._Element:
        """The item as XML; raises ValueError for text that XML cannot hold."""
        return super().rss_entry()

    def rss_entry(self, extensions: bool = True) -> etree._Element:  # noqa: FBT001, FBT002 - feedgen's own
        """A copy for one feed."""
        return deepcopy(self.element)


def event_item(site: Site, event: Event, language: str, public_since: datetime) -> Item:
    """The item of an event; its identity and date are the same in every language and feed."""
    image = feed_image(site, event, language)
    item = Item()
    item.title(_title(site, event, language))
    item.link(href=site.absolute(site.routes.record(language, event)))
    item.guid(f"{event.identity}@{site.calendar.settings.identity_host}", permalink=False)
    item.pubDate(public_since)
    item.description(escape(_description(site, event, language), quote=False))
    item.content(_content(site, event, language, image))
    item.category([{"term": label, "scheme": domain} for domain, label in _categories(site, event, language)])
    if image is not None:
        item.enclosure(image.url, _length(site, image), JPEG)
    facts = ItemExtension(event_span(site, event), where_words(site, language, event), image)
    item.register_extension("affiche", lambda: facts, atom=False)
    return item


def _title(site: Site, event: Event, language: str) -> str:
    """Title and date or period in words: all of them, so that it is the same until the event is over."""
    run, dates = site.calendar.run_of(event), site.dates[language]
    when = dates.period(run.first, run.last) if run else dates.several(site.calendar.occurrences[event.id])
    title = site.show(event.title, language).text
    return site.words[language]("feed.item.title", title=title, date=when) if when else title


def _description(site: Site, event: Event, language: str) -> str:
    """Plain text on one line: label of another language, state, dates, place, then the summary."""
    facts = [_label(site, event, language), *_when(site, event, language), where_words(site, language, event)]
    sentences = [f"{fact[:1].upper()}{fact[1:].removesuffix('.')}." for fact in facts if fact]
    return " ".join([*sentences, site.show(event.summary, language).text]).strip()


def _label(site: Site, event: Event, language: str) -> str:
    """`en néerlandais`, where any of its texts is shown in another language than the feed's."""
    wordings = (site.show(text, language) for text in (event.title, event.summary, event.body))
    return next((label for wording in wordings if (label := language_label(site, wording, language))), "")


def _when(site: Site, event: Event, language: str) -> list[str]:
    """State and dates: a run's days, then every performance with its hours, or their number where there are many."""
    run, occurrences, dates = site.calendar.run_of(event), site.calendar.occurrences[event.id], site.dates[language]
    lines = [state_of(site, language, event, occurrences).text]
    if run is not None:
        lines.append(dates.period(run.first, run.last))
    if len(occurrences) < MANY_DAYS:
        return lines + [dates.occurrence(occurrence) for occurrence in occurrences]
    return [*lines, dates.several(occurrences)]


def _content(site: Site, event: Event, language: str, image: FeedImage | None) -> str:
    """HTML for mails: image, state, dates and place, summary and body; full addresses, no class and no script."""
    facts = [_label(site, event, language), *_when(site, event, language), where_words(site, language, event)]
    parts = [f"<p>{_image(image)}</p>" if image else "", _paragraph(*facts)]
    summary, body = site.show(event.summary, language), site.show(event.body, language)
    if summary.text:
        parts.append(_paragraph(summary.text, language=summary.language))
    if body.text:
        html = render_markdown(body.text, _mail_images(site, event))
        parts.append(f'<div lang="{escape(body.language)}">{html}</div>' if body.language else html)
    return "\n".join(part for part in parts if part)


def _paragraph(*lines: str, language: str = "") -> str:
    lang = f' lang="{escape(language)}"' if language else ""
    return f"<p{lang}>{'<br>'.join(escape(line, quote=False) for line in lines if line)}</p>"


def _image(image: FeedImage) -> str:
    width = min(image.width, MAIL_WIDTH)
    lang = f' lang="{escape(image.alt.language)}"' if image.alt.language else ""
    size = f'width="{width}" height="{round(image.height * width / image.width)}"'
    return f'<img src="{escape(image.url)}" alt="{escape(image.alt.text)}"{lang} {size} style="max-width: 100%; height: auto">'


def _mail_images(site: Site, event: Event) -> Mapping[str, PublishedImage]:
    """The images that its body may show, as mails show them."""
    copies = {name: feed_copy(site, source_path(site, event, name)) for name in body_images(site, event)}
    return {name: _for_mail(copy) for name, copy in copies.items()}


def _for_mail(copy: FeedImage) -> PublishedImage:
    width = min(copy.width, MAIL_WIDTH)
    return PublishedImage(copy.url, width, round(copy.height * width / copy.width))


def _categories(site: Site, event: Event, language: str) -> Iterator[tuple[str, str]]:
    """Domain and label of its type and disciplines; a domain is the same in every language."""
    words = site.words[language]
    yield site.absolute("#type"), words(f"type.{event.type}")
    for discipline in event.disciplines:
        yield site.absolute("#discipline"), words(f"discipline.{discipline}")


def _length(site: Site, image: FeedImage) -> int:
    """The bytes of the copy as it is published."""
    return len(render_image(site.image_files[image.source], image.width, JPEG))
