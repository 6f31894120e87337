"""A list of the desk as text, as Markdown, or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence

from affiche.desk.lists import LISTS, Basis, Listing, Voice
from affiche.desk.markdown import code
from affiche.desk.message import Show, shown
from affiche.locales import DESK, load_words

#: The version of the JSON.
VERSION = 1


def render_list(name: str, basis: Basis, language: str, format: str) -> str:  # noqa: A002 - the name of the option
    """A list of `LISTS` in a format of `LIST_FORMATS`."""
    render, show = _RENDERERS[format]
    return render(LISTS[name](basis, Voice(language, show)), show)


def _text(listing: Listing, show: Show) -> str:
    """A file with its line of words below it; the sentences that sum up come last."""
    blocks = [f"{show(row.path)}\n  {' · '.join(filter(None, row.words))}" for row in listing.rows]
    return "\n\n".join([*blocks, "\n".join(listing.summary)]) + "\n"


def _markdown(listing: Listing, show: Show) -> str:
    """The sentences that sum up, and a table."""
    words = load_words(listing.language, DESK)
    heads = [words(f"list.column.{column}") for column in ("file", *listing.columns)]
    rows = [(show(row.path), *row.words) for row in listing.rows]
    table = ["", *map(_cells, (heads, ["---"] * len(heads), *rows))] if rows else []
    return "\n".join(["  \n".join(listing.summary), *table]) + "\n"


def _cells(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def _json(listing: Listing, _show: Show) -> str:
    """Facts for programs, and the words for people beside them."""
    said = ({"words": dict(zip(listing.columns, row.words, strict=True))} for row in listing.rows)
    rows = [{"path": row.path, **row.facts, **words} for row, words in zip(listing.rows, said, strict=True)]
    facts = {"version": VERSION, "list": listing.name, "language": listing.language, "summary": [*listing.summary]}
    return json.dumps({**facts, "rows": rows}, ensure_ascii=False, indent=2) + "\n"


_RENDERERS: dict[str, tuple[Callable[[Listing, Show], str], Show]] = {
    "text": (_text, shown),
    "markdown": (_markdown, code),
    "json": (_json, str),
}
#: The formats of a list.
LIST_FORMATS = tuple(_RENDERERS)
