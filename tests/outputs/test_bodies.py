"""Bodies that several files show, made once."""

from __future__ import annotations

import pytest

from affiche.outputs.bodies import body_html, body_text
from affiche.sources.markdown import PublishedImage, plain_text, render_markdown
from tests import factories as make

ON_PAGES = {"affiche.jpg": PublishedImage("/media/affiche.jpg", 400, 300)}
IN_MAILS = {"affiche.jpg": PublishedImage("https://example.org/media/affiche.jpg", 600, 450)}
TEXTS = ("Une *fanfare*.", "# Titre\n\nTexte", "Titre\n===\n\n---\n\n#####", "![Affiche](affiche.jpg)", "")


@pytest.mark.parametrize("text", TEXTS)
def test_body_is_the_same_made_once_or_each_time(text: str) -> None:
    site = make.site()
    for images in (ON_PAGES, IN_MAILS, {}, ON_PAGES):
        for top in (3, 2, 3):
            assert body_html(site, text, images, top) == render_markdown(text, images, top)
    assert body_text(site, text) == body_text(site, text) == plain_text(text)


def test_body_without_image_or_heading_is_made_once() -> None:
    site = make.site()
    assert body_html(site, "Une *fanfare*.", ON_PAGES, 2) is body_html(site, "Une *fanfare*.", IN_MAILS)
