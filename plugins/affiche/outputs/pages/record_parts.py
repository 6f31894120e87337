"""Parts that the pages of all collections share: the body, the sources, the links to correct it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from affiche.locales import Words
from affiche.model.organisation import Sustainability
from affiche.model.record import Record
from affiche.model.text import Text, Wording
from affiche.model.url import host_of, is_link
from affiche.model.vocabulary import ACCESSIBILITY_FEATURES
from affiche.outputs.bodies import body_html, body_text
from affiche.outputs.cards import language_label
from affiche.outputs.entry_texts import one_line, shortened
from affiche.outputs.images import body_images
from affiche.outputs.markup import sanitised, spaced_html
from affiche.outputs.pages.issues import feedback_issue
from affiche.outputs.site import Site

#: What search engines and cards show of a description, in characters.
DESCRIPTION_LENGTH = 300
#: What is shown of the address of a source, in characters.
SOURCE_LENGTH = 60


@dataclass(frozen=True, slots=True)
class SourceLink:
    """Where a fact comes from: an address with its host, or a citation alone."""

    text: str
    href: str = ""


def body_view(site: Site, record: Record, language: str, top: int) -> dict[str, Any]:
    """A record's body: its HTML, the language it is in where that is not the page's, and the label that says so.

    Its headings begin at level `top`.
    """
    wording = site.show(record.body, language)
    html = body_html(site, wording.text, body_images(site, record), top) if wording.text else ""
    return {
        "body": sanitised(spaced_html(html, wording.language or language)),
        "body_language": wording.language,
        "body_label": language_label(site, wording, language),
    }


def description_of(site: Site, record: Record, text: Text | None, language: str) -> str:
    """A record in a line, for search engines and shared links: a text of its own, else the beginning of its body."""
    body = record.body if text is None else None
    told = site.show(text, language).text or (body_text(site, site.show(body, language).text) if body else "")
    return one_line(shortened(told, DESCRIPTION_LENGTH))


def source_view(site: Site, record: Record, language: str) -> dict[str, Any]:
    """Where a record comes from, when it was published and verified, how to correct it."""
    return {
        "sources": sources(record),
        "edit": edit_address(site, record),
        "report": report_address(site, record, language),
        "dated": list(_dated(site, record, language)),
    }


def _dated(site: Site, record: Record, language: str) -> Iterator[str]:
    words, dates, known = site.words[language], site.dates[language], site.known_dates(record)
    if known:
        day = known.published.astimezone(site.calendar.settings.time_zone).date()
        yield words("source.published", day=dates.day(day, weekday=False))
    if record.verified:
        yield words("source.verified", day=dates.day(record.verified, weekday=False))


def sources(record: Record) -> Sequence[SourceLink]:
    """The sources that a record states: a link by its host, or by its address where two have the same."""
    hosts = Counter(host_of(text) for text in record.source if is_link(text))
    return [
        SourceLink(host_of(text) if hosts[host_of(text)] == 1 else _address(text), text)
        if is_link(text)
        else SourceLink(text)
        for text in record.source
    ]


def _address(link: str) -> str:
    return shortened(link.partition("://")[2].rstrip("/"), SOURCE_LENGTH)


def links(site: Site, record: Record, language: str) -> list[tuple[Wording, str]]:
    """The links that a record states, each with its label, or with its host."""
    return [
        (site.show(link.label, language) if link.label else Wording(host_of(link.url)), link.url)
        for link in record.links
    ]


def sustainability_lines(site: Site, stated: Sustainability | None, language: str) -> list[Wording]:
    """The labels on one line, then the practices."""
    if stated is None:
        return []
    lines = Wording(", ".join(stated.labels)), site.show(stated.practices, language)
    return [line for line in lines if line.text]


def access_rows(
    site: Site, known: Mapping[str, str], language: str, *, unknown: bool = False
) -> list[tuple[str, str, str]]:
    """What is known of accessibility, by answer: yes, partly, no, not stated; each with its features in words.

    With `unknown`, the features that are not named stand in the last row.
    """
    key = ("access", language, unknown, *known.items())
    return site.once(key, lambda: _access_rows(site.words[language], known, "unknown" if unknown else ""))


def _access_rows(words: Words, known: Mapping[str, str], default: str) -> list[tuple[str, str, str]]:
    rows = []
    for value in ("yes", "partial", "no", "unknown"):
        features = [words(f"access.{name}") for name in ACCESSIBILITY_FEATURES if known.get(name, default) == value]
        if features:
            rows.append((value, words(f"access.value.{value}"), ", ".join(features)))
    return rows


def edit_address(site: Site, record: Record) -> str:
    """Where its file can be edited; empty without a repository."""
    return site.calendar.settings.edit_address(record.origin.path)


def report_address(site: Site, record: Record, language: str) -> str:
    """Where an error can be reported, with the record's page filled in; empty without a repository."""
    title = site.words[language]("report.title", id=record.id)
    return feedback_issue(site, language, site.absolute(site.routes.record(language, record)), title)
