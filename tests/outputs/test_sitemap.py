"""The sitemap: its pages, its language versions, its bytes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

import affiche.outputs.sitemap
from affiche.model.settings import Settings
from affiche.outputs.site import Site
from affiche.outputs.sitemap import SITEMAP
from affiche.writer.check import check_xml
from tests import factories as make
from tests.projects import ROOT

GOLDEN = Path(__file__).parent / "golden"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
#: The protocol's own schema, which the npm package `sitemap` brings, and ours for the one element of XHTML.
PROTOCOL = ROOT / "node_modules/sitemap/schema/sitemap.xsd"
SCHEMAS = """<schema xmlns="http://www.w3.org/2001/XMLSchema">
<import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="{protocol}"/>
<import namespace="http://www.w3.org/1999/xhtml" schemaLocation="xhtml-link.xsd"/>
</schema>"""
LATER = datetime(2026, 11, 1, 12, tzinfo=make.NOW.tzinfo)


def example(settings: Settings | None = None, **typed: Any) -> Site:
    bal = make.event("bal", title={"nl": "Bal"}, **typed)
    records = bal, make.event("nuit", venue="la-vallee"), make.organisation(), make.venue()
    return make.site(*records, settings=settings, past=make.history(*records, bal=LATER))


def files(site: Site) -> dict[str, bytes]:
    return {artifact.path: artifact.render() for artifact in SITEMAP.artifacts(site)}


def fingerprints(site: Site) -> dict[str, str]:
    return {artifact.path: artifact.fingerprint for artifact in SITEMAP.artifacts(site)}


def faults(data: bytes, root: str) -> Iterator[str]:
    """What is wrong with a sitemap, in words: its shape, and versions that do not name each other."""
    versions: dict[str, dict[str | None, str | None]] = {}
    for url in etree.fromstring(data).findall("s:url", NAMES):
        tags = [str(child.tag).rpartition("}")[2] for child in url]
        links = {link.get("hreflang"): link.get("href") for link in url.findall("x:link", NAMES)}
        address = url.findtext("s:loc", "", NAMES)
        if tags not in (["loc", "lastmod", *["link"] * len(links)], ["loc", *["link"] * len(links)]):
            yield f"{address}: elements {tags}"
        if links.pop("x-default") != root or address not in links.values() or not address.startswith(root):
            yield f"{address}: versions {links}"
        if address in versions:
            yield f"{address} is there twice"
        versions[address] = links
    for address, links in versions.items():
        yield from (f"{address} and {other}" for other in links.values() if versions.get(str(other)) != links)


def test_sitemap_is_its_golden_file() -> None:
    assert files(example())["sitemap.xml"].decode() == (GOLDEN / "sitemap.xml").read_text("utf-8")


@pytest.mark.parametrize("root", ["https://example.org/", "https://example.org/agenda/"])
def test_sitemap_has_no_fault(root: str) -> None:
    data = files(example(Settings(site_url=root)))["sitemap.xml"]
    assert (list(faults(data, root)), list(check_xml(data))) == ([], [])


def test_sitemap_leaves_out_pages_that_are_not_translated() -> None:
    data = files(example())["sitemap.xml"]
    assert b"https://example.org/nl/evenementen/bal/" in data
    assert b"https://example.org/fr/evenements/bal/" not in data


def test_sitemap_of_too_many_pages_is_an_index_of_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = locations(files(example())["sitemap.xml"], "url")
    assert affiche.outputs.sitemap.MOST_URLS == 50_000
    monkeypatch.setattr(affiche.outputs.sitemap, "MOST_URLS", 10)
    found = files(example())
    parts = [name for name in found if name != "sitemap.xml"]
    assert parts == [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    assert locations(found["sitemap.xml"], "sitemap") == [f"https://example.org/{name}" for name in parts]
    assert [address for name in parts for address in locations(found[name], "url")] == whole
    assert {len(locations(found[name], "url")) for name in parts[:-1]} == {10}
    newest = etree.fromstring(found["sitemap.xml"]).findtext("s:sitemap/s:lastmod", "", NAMES)
    assert newest == LATER.isoformat()


def locations(data: bytes, tag: str) -> list[str]:
    return [each.findtext("s:loc", "", NAMES) for each in etree.fromstring(data).findall(f"s:{tag}", NAMES)]


def test_sitemap_is_valid_by_the_schemas_of_its_elements() -> None:
    documents = [etree.fromstring(files(example())["sitemap.xml"])]
    assert [str(error) for document in documents for error in errors_of(document)] == []
    documents[0][0].append(documents[0][0][1])
    assert "lastmod" in str(errors_of(documents[0])[0])


def errors_of(document: etree._Element) -> list[Any]:
    """What the schemas of the protocol and of its links find wrong."""
    schema = etree.XMLSchema(etree.fromstring(SCHEMAS.format(protocol=PROTOCOL.as_uri()), base_url=str(GOLDEN) + "/"))
    schema.validate(document)
    return list(schema.error_log)


def test_sitemap_fingerprint_is_new_with_its_pages_and_not_with_their_texts() -> None:
    before = fingerprints(example())["sitemap.xml"]
    assert fingerprints(example(online_url="https://example.org/live"))["sitemap.xml"] == before
    assert fingerprints(example(disciplines=["dance"]))["sitemap.xml"] != before
    assert fingerprints(example(summary={"en": "A ball"}))["sitemap.xml"] == before
    assert fingerprints(example(Settings(site_url="https://example.net/")))["sitemap.xml"] != before
