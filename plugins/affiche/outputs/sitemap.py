"""The sitemap (sitemaps.org 0.9 with language versions by `xhtml:link`), and the file that tells robots where it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

from lxml import etree

from affiche.outputs.addresses import PageAddress, page_addresses
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


def sitemap_artifacts(site: Site) -> Iterator[Artifact]:
    """The sitemap and `robots.txt`."""
    pages, address = list(page_addresses(site)), site.calendar.settings.site_url
    stamp = site.fingerprint("sitemap", address, *((*page.canonical.values(), page.updated) for page in pages))
    yield Artifact(FILE_NAME, "application/xml", stamp, partial(render_sitemap, site, pages))
    yield Artifact("robots.txt", "text/plain", site.fingerprint("robots", address), partial(render_robots, site))


def render_sitemap(site: Site, pages: Sequence[PageAddress]) -> bytes:
    """The canonical pages as XML; where there are too many, those that changed longest ago are left out."""
    urls = [(page.updated, path, page.canonical) for page in pages for path in page.canonical.values()]
    if len(urls) > MOST_URLS:
        urls = sorted(urls, key=_newest_first)[:MOST_URLS]
    namespaces: dict[Any, str] = {None: NAMESPACE, "xhtml": XHTML}
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap=namespaces)
    for updated, path, versions in urls:
        _add_url(site, root, path, updated, versions)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True)


def _newest_first(url: tuple[datetime | None, str, Paths]) -> tuple[float, str]:
    updated, path, _ = url
    return -updated.timestamp() if updated else 0, path


def _add_url(site: Site, root: etree._Element, path: str, updated: datetime | None, versions: Paths) -> None:
    """Adds a `url` element, with its parts in the order of the schema."""
    url = etree.SubElement(root, f"{{{NAMESPACE}}}url")
    etree.SubElement(url, f"{{{NAMESPACE}}}loc").text = site.absolute(path)
    if updated is not None:
        etree.SubElement(url, f"{{{NAMESPACE}}}lastmod").text = updated.isoformat(timespec="seconds")
    for alternate in alternates(site, versions):
        etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", **alternate._asdict())


def render_robots(site: Site) -> bytes:
    """`robots.txt` (RFC 9309): all may be read, and where the sitemap is."""
    return f"User-agent: *\nAllow: /\n\nSitemap: {site.absolute(FILE_NAME)}\n".encode()


SITEMAP = Output("sitemap", sitemap_artifacts)
