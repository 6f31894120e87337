"""A proposal as one HTML file for the disk: what readers will see, in every language, without a script or a request."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from markupsafe import Markup

from affiche.desk.proposing import card_lines, is_shown
from affiche.locales import DESK, load_words
from affiche.model.event import Event
from affiche.model.record import Record
from affiche.outputs.pages.event_facts import for_whom
from affiche.outputs.pages.record_parts import body_view
from affiche.outputs.site import Site


@dataclass(frozen=True, slots=True)
class Part:
    """The preview in a language: its own words, and what it shows."""

    language: str
    title: str
    banner: str
    empty: str
    records: Sequence[Shown]


@dataclass(frozen=True, slots=True)
class Shown:
    """A record in a language: its title, its lines, its text and how many images it has."""

    title: str
    lines: Sequence[str]
    body: Markup
    body_language: str
    images: str


def render_preview(site: Site, records: Iterable[Record], paths: Collection[str]) -> str:
    """The preview of what changes at some paths; the policy of the file allows its own style and nothing else."""
    changed = [record for record in records if record.origin.path in paths and is_shown(site, record)]
    style = site.templates.get_template("preview.css").render()
    digest = b64encode(sha256(style.encode()).digest()).decode()
    parts = [_part(site, language, changed) for language in site.languages]
    return site.templates.get_template("preview.html").render(style=style, digest=digest, parts=parts)


def _part(site: Site, language: str, records: Iterable[Record]) -> Part:
    words = load_words(language, DESK)
    shown = [_shown(site, language, record) for record in records]
    return Part(language, words("preview.title"), words("preview.banner"), words("preview.empty"), shown)


def _shown(site: Site, language: str, record: Record) -> Shown:
    title, *lines = card_lines(site, language, record)
    body = body_view(site, record, language, 3)
    count = len(record.pictures)
    images = load_words(language, DESK).count("preview.images", count) if count else ""
    return Shown(title, [*lines, *_facts(site, language, record)], body["body"], body["body_language"], images)


def _facts(site: Site, language: str, record: Record) -> Iterator[str]:
    """What an event's page says beside its text."""
    if not isinstance(record, Event):
        return
    facts = for_whom(site, record, language)
    yield from facts["price_details"]
    yield from facts["booking_window"]
    yield facts["age"]
    yield from facts["languages"]
    yield facts["access_note"].text
