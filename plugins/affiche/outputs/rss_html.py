"""The HTML of a feed's item: what mails show, with full addresses and inline styles alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from operator import itemgetter

from affiche.model.event import Event
from affiche.model.record import Record
from affiche.model.text import Wording
from affiche.outputs.bodies import body_html
from affiche.outputs.cards import language_label
from affiche.outputs.feed_images import FeedImage, JpegCopy, jpeg_copy
from affiche.outputs.images import shown_images
from affiche.outputs.site import Site
from affiche.sources.markdown import PublishedImage

#: The widest that mail programs show, in pixels.
MAIL_WIDTH = 600


def item_html(site: Site, event: Event, language: str, image: FeedImage | None, facts: Sequence[str]) -> str:
    """The image, the facts in words, then summary and body, after a label where they are in another language."""
    parts = [f"<p>{image_html(image)}</p>"] if image else []
    if facts:
        parts.append(paragraph(*facts))
    for foreign, texts in groupby(_texts(site, event, language), key=itemgetter(0)):
        html = "\n".join(text for _, text in texts)
        if foreign:
            html = f'<div lang="{escape(foreign)}">\n{html}\n</div>'
            parts.append(paragraph(language_label(site, Wording("", foreign), language)))
        parts.append(html)
    return "\n".join(parts)


def _texts(site: Site, event: Event, language: str) -> Iterator[tuple[str, str]]:
    """Summary and body as HTML, each after the language it is in, empty where that is the feed's."""
    summary, body = site.show(event.summary, language), site.show(event.body, language)
    if summary.text:
        yield summary.language, paragraph(summary.text)
    if body.text:
        yield body.language, body_html(site, body.text, mail_images(site, event))


def paragraph(*lines: str) -> str:
    """Lines of plain text as a paragraph."""
    return f"<p>{'<br>'.join(escape(line, quote=False) for line in lines)}</p>"


def image_html(image: FeedImage) -> str:
    """An image as mails show it."""
    width = min(image.copy.width, MAIL_WIDTH)
    lang = f' lang="{escape(image.alt.language)}"' if image.alt.language else ""
    return (
        f'<img src="{escape(image.copy.url)}" alt="{escape(image.alt.text)}"{lang} width="{width}" '
        f'height="{image.copy.height_at(width)}" style="max-width: 100%; height: auto">'
    )


def mail_images(site: Site, record: Record) -> Mapping[str, PublishedImage]:
    """The images that a record's body may show, as mails show them."""
    copies = {name: jpeg_copy(site, path) for name, path in shown_images(site, record).items()}
    return {name: _for_mail(copy) for name, copy in copies.items()}


def _for_mail(copy: JpegCopy) -> PublishedImage:
    width = min(copy.width, MAIL_WIDTH)
    return PublishedImage(copy.url, width, copy.height_at(width))
