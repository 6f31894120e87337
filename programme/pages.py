"""Which pages of a site are programmes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from affiche.locales import SITE, load_words


def programme_pages(site: Path, languages: tuple[str, ...]) -> Iterator[Path]:
    """The pages of all programmes of a built site; the list of them is none itself."""
    for language in languages:
        folder = site / language / load_words(language, SITE)("segment.programmes")
        yield from sorted(page for page in folder.rglob("index.html") if page.parent != folder)
