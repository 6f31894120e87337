"""The sitemap (sitemaps.org 0.9 with language versions by `xhtml:link`), in parts where one file cannot hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from lxml import etree

from affiche.outputs.addresses import page_addresses
from affiche.outputs.artifact import Artifact
from affiche.outputs.hreflang import alternates
from affiche.outputs.output import Output
from affiche.outputs.site import Site

FILE_NAME = "sitemap.xml"
#: The most that the protocol allows in one file.
MOST_URLS = 50_000
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"

Paths = Mapping[str, str]
#: A page in one language: its path, its newest change, its canonical versions.
Url = tuple[str, datetime | None, Paths]


def sitemap_artifacts(site: Site) -> Iterator[Artifact]:
    """The sitemap; where it has too many pages, its parts and an index of them under its name."""
    pages = [(page.updated, page.canonical) for page in page_addresses(site)]
    urls = [(path, updated, versions) for updated, versions in pages for path in versions.values()]
    if len(urls) <= MOST_URLS:
        yield _artifact(site, FILE_NAME, map(_stamp, urls), partial(render_sitemap, site, urls))
        return
    starts = range(0, len(urls), MOST_URLS)
    parts = {f"sitemap-{number}.xml": urls[start : start + MOST_URLS] for number, start in enumerate(starts, start=1)}
    newest = {name: max((moment for _, moment, _ in part if moment), default=None) for name, part in parts.items()}
    yield _artifact(site, FILE_NAME, newest.items(), partial(render_index, site, newest))
    for name, part in parts.items():
        yield _artifact(site, name, map(_stamp, part), partial(render_sitemap, site, part))


def _artifact(site: Site, path: str, shown: Iterable[object], render: Callable[[], bytes]) -> Artifact:
    return Artifact(path, "application/xml", site.fingerprint("sitemap", path, *shown), render)


def _stamp(url: Url) -> str:
    path, updated, versions = url
    return f"{path} {updated} {' '.join(versions.values())}"


def render_sitemap(site: Site, urls: Sequence[Url]) -> bytes:
    """The canonical pages as XML."""
    namespaces: dict[Any, str] = {None: NAMESPACE, "xhtml": XHTML}
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap=namespaces)
    for path, updated, versions in urls:
        url = _add(site, root, "url", path, updated)
        for alternate in alternates(site, versions):
            etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", **alternate._asdict())
    return _bytes(root)


def render_index(site: Site, parts: Mapping[str, datetime | None]) -> bytes:
    """The parts of the sitemap, each with its newest change, as XML."""
    namespaces: dict[Any, str] = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}sitemapindex", nsmap=namespaces)
    for name, updated in parts.items():
        _add(site, root, "sitemap", name, updated)
    return _bytes(root)


def _add(site: Site, root: etree._Element, tag: str, path: str, updated: datetime | None) -> etree._Element:
    """Adds the element of a file, with its parts in the order of the schema."""
    element = etree.SubElement(root, f"{{{NAMESPACE}}}{tag}")
    etree.SubElement(element, f"{{{NAMESPACE}}}loc").text = site.absolute(path)
    if updated is not None:
        etree.SubElement(element, f"{{{NAMESPACE}}}lastmod").text = updated.isoformat(timespec="seconds")
    return element


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


SITEMAP = Output("sitemap", sitemap_artifacts)
