"""The parts of the pages for contributors that are made: of dates, fields and types. `make examples` renews them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import product
from pathlib import Path

from affiche.desk.reference import render_advice, render_licences, render_reference
from tests.when_pages import render_examples

PAGES = Path(__file__).parents[1] / "content/pages"
LANGUAGES = ("fr", "nl", "en")
#: What stands above it is written by hand, what stands below is made.
MARK = "\n<!-- make examples -->\n"
MADE: Mapping[str, Callable[[str], str]] = {
    "dates": render_examples,
    "fields": render_reference,
    "images": render_licences,
    "style": render_advice,
}


def page_path(key: str, language: str) -> Path:
    """The page of a key in a language."""
    return PAGES / language / f"{key}.md"


def render_page(key: str, language: str) -> str:
    """A page with what is made of it as it is made now."""
    written, _, _ = page_path(key, language).read_text(encoding="utf-8").partition(MARK)
    return f"{written}{MARK}{MADE[key](language)}"


def main() -> None:
    """Writes the pages of all keys in each language."""
    for key, language in product(MADE, LANGUAGES):
        page_path(key, language).write_text(render_page(key, language), encoding="utf-8")


if __name__ == "__main__":
    main()
