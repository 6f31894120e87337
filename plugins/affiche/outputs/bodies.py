"""Bodies of records as HTML and as plain text, each made once for all the files that show it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from affiche.outputs.site import Site
from affiche.sources.markdown import TOP_HEADING, PublishedImage, plain_text, render_markdown


def body_html(site: Site, text: str, images: Mapping[str, PublishedImage], top: int = TOP_HEADING) -> str:
    """A body as HTML that is safe to publish, with those of its images that are given; headings begin at `top`.

    Most bodies have neither image nor heading, and are the same wherever they are shown.
    """
    shown = tuple(images.items()) if "![" in text else ()
    html = site.once(("body", text, shown), partial(render_markdown, text, dict(shown)))
    if top == TOP_HEADING or "<h" not in html:
        return html
    return site.once(("body", text, shown, top), partial(render_markdown, text, dict(shown), top))


def body_text(site: Site, text: str) -> str:
    """A body as plain text."""
    return site.once(("body text", text), partial(plain_text, text))
