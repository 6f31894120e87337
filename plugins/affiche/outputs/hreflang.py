"""In which languages a record's page counts as translated, and what search engines are told about it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from affiche.model.record import Record
from affiche.model.text import Text
from affiche.outputs.site import Site

#: The field that says in short what a record is.
SUMMARIES = {
    "events": "summary",
    "organisations": "mission",
    "campaigns": "slogan",
    "groups": "aim",
    "calls": "eligibility",
    "practices": "worked",
}
#: What is neither language of a site: its root, where a visitor chooses one.
DEFAULT = "x-default"


class Alternate(NamedTuple):
    """One language version of a page: its `hreflang` and its full address."""

    hreflang: str
    href: str


def translated(site: Site, record: Record) -> tuple[str, ...]:
    """The languages of the site in which a record's page counts as translated; never none.

    Such a page has a name and, where any language has a summary or body, one of them, in its own words or in
    neutral ones. Without one, the page in the language of the name, else in the first language, is the original.
    """
    return site.once(("translated", record.collection, record.id), lambda: _translated(site, record))


def _translated(site: Site, record: Record) -> tuple[str, ...]:
    named = tuple(language for language in site.languages if record.label.says(language))
    texts = [text for text in (_summary(record), record.body) if text]
    told = tuple(language for language in named if not texts or any(text.says(language) for text in texts))
    return told or named[:1] or site.languages[:1]


def _summary(record: Record) -> Text | None:
    summary: Text | None = getattr(record, SUMMARIES.get(record.collection, ""), None)
    return summary


def canonical(site: Site, record: Record, language: str) -> str:
    """The path of the page that stands for a record's page in a language: itself, or the original's."""
    languages = translated(site, record)
    return site.routes.record(language if language in languages else languages[0], record)


def alternates(site: Site, paths: Mapping[str, str]) -> list[Alternate]:
    """The language versions of a page, itself and the default included; `paths` has those that are translated."""
    versions = [Alternate(language, site.absolute(path)) for language, path in paths.items()]
    return [*versions, Alternate(DEFAULT, site.absolute(""))]
