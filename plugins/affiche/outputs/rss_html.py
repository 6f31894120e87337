"""The HTML of a feed's item: what mails show, with full addresses and inline styles alone."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from affiche.model.event import Event
from affiche.outputs.cards import language_label
from affiche.outputs.feed_images import FeedCopy, FeedImage, feed_copy
from affiche.outputs.images import body_images, source_path
from affiche.outputs.site import Site
from affiche.sources.markdown import PublishedImage, render_markdown

#: The widest that mail programs show, in pixels.
MAIL_WIDTH = 600


def item_html(site: Site, event: Event, language: str, image: FeedImage | None, facts: Sequence[str]) -> str:
    """The image, the facts in words, then summary and body, each after its label where it is in another language."""
    parts = [f"<p>{_img(image)}</p>"] if image else []
    if facts:
        parts.append(_paragraph(*facts))
    return "\n".join([*parts, *_texts(site, event, language)])


def _texts(site: Site, event: Event, language: str) -> Iterator[str]:
    summary, body = site.show(event.summary, language), site.show(event.body, language)
    if summary.text:
        yield from _labels(site, summary.language, language)
        yield _paragraph(summary.text, language=summary.language)
    if body.text:
        if body.language != summary.language:
            yield from _labels(site, body.language, language)
        html = render_markdown(body.text, _mail_images(site, event))
        yield f'<div lang="{escape(body.language)}">\n{html}\n</div>' if body.language else html
