"""What two files of one thing have in common, as keys under which they meet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from typing import NamedTuple
from urllib.parse import urlsplit

from affiche.model.record import Record
from affiche.problems import Place


class Key(NamedTuple):
    """A sign by which two records may be one: why, what they share, and where in the file it is typed."""

    reason: str
    value: Hashable
    at: Place = ()


def shared_keys(record: Record) -> Iterator[Key]:
    """The signs that records of every collection may have: an id in another system, a page about this very thing."""
    for index, external in enumerate(record.external_ids):
        yield Key("external-id", external.casefold(), ("external_ids", index))
    for index, url in enumerate(record.same_as):
        yield Key("page", bare_address(url), ("same_as", index))


def bare_address(url: str) -> str:
    """An address without scheme, `www.`, fragment and last slash."""
    parts = urlsplit(url)
    query = f"?{parts.query}" if parts.query else ""
    return f"{(parts.hostname or '').removeprefix('www.')}{parts.path.rstrip('/')}{query}"


def is_home(url: str) -> bool:
    """Whether an address leads to the home page of a site, perhaps in a language: `/`, `/fr/`, `/index.html`."""
    parts = urlsplit(url)
    steps = [step for step in parts.path.casefold().split("/") if step]
    is_plain = all(step in ("fr", "nl", "en", "index.html", "index.php", "home") for step in steps)
    return is_plain and not parts.query and not parts.fragment
