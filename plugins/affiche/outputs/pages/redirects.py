"""Addresses that once were: renamed and merged records lead on, those that are withdrawn or gone leave a notice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from affiche.model.event import Event
from affiche.model.record import Record
from affiche.outputs.artifact import Artifact
from affiche.outputs.pages.page import HTML, Page, everywhere, page_artifact
from affiche.outputs.site import Site


def redirect_artifacts(site: Site) -> Iterator[Artifact]:
    """A page that leads on for every old id, a notice for every record that is withdrawn, or not there any more."""
    for collection, shelf in site.calendar.records.items():
        for record in shelf.values():
            for old in record.redirect_from:
                if old not in shelf and _has_page(shelf, record.id):
                    yield from _redirects(site, collection, old, record.id)
            if record.replaced_by:
                if _has_page(shelf, record.replaced_by):
                    yield from _redirects(site, collection, record.id, record.replaced_by)
            elif record.withdrawn:
                yield from _notices(site, record)
    for collection, record_id in site.gone:
        yield from _gone(site, collection, record_id)


def _has_page(shelf: Mapping[str, Record], record_id: str | None) -> bool:
    """Whether following an id ends at a page or a notice."""
    seen = set[str]()
    while record_id and record_id in shelf and record_id not in seen:
        seen.add(record_id)
        record_id = shelf[record_id].replaced_by
    return record_id is None


def _redirects(site: Site, collection: str, old: str, new: str) -> Iterator[Artifact]:
    for language in site.languages:
        target = site.routes.of_id(language, collection, new)
        path = f"{site.routes.of_id(language, collection, old)}index.html"
        stamp = site.fingerprint("redirect", path, target)
        yield Artifact(path, HTML, stamp, partial(_render_redirect, site, language, target))


def _render_redirect(site: Site, language: str, target: str) -> bytes:
    context = {
        "words": site.words[language],
        "language": language,
        "site": site,
        "href": site.href(target),
        "canonical": site.absolute(target),
    }
    return site.templates_in[language].get_template("redirect.html").render(context).encode()


def _notices(site: Site, record: Record) -> Iterator[Artifact]:
    for language in site.languages:
        page = Page(
            language=language,
            paths=everywhere(site, lambda code: site.routes.record(code, record)),
            title=site.words[language]("withdrawn.title"),
            translated=(),
        )
        yield page_artifact(
            site,
            page,
            "notice.html",
            (record.origin.digest,),
            partial(_notice, site, record, language),
        )


def _gone(site: Site, collection: str, record_id: str) -> Iterator[Artifact]:
    """The notice of a record that cannot be shown: of what it was, it says nothing."""
    for language in site.languages:
        page = Page(
            language=language,
            paths=everywhere(site, lambda code: site.routes.of_id(code, collection, record_id)),
            title=site.words[language]("gone.title"),
            translated=(),
        )
        key = "agenda" if collection == Event.collection else collection
        view = {"next": (site.words[language](f"nav.{key}"), site.href(site.routes.page(language, key)))}
        yield page_artifact(site, page, "gone.html", (), partial(dict, view))


def _notice(site: Site, record: Record, language: str) -> dict[str, object]:
    withdrawn = record.withdrawn
    return {
        "date": site.dates[language].day(withdrawn.date) if withdrawn else "",
        "iso": str(withdrawn.date) if withdrawn else "",
        "reason": site.show(withdrawn.reason if withdrawn else None, language),
    }
