"""No address of the site that any of its files names leads nowhere: pages, feeds, calendars, data, structured data."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape

import pytest

from tests.pages import BuiltSite, is_broken, repeated_ids, texts_of

SITE = "https://affiche.example/"
#: Full addresses of the site, up to what cannot be in one; a mark at the end belongs to the sentence.
ADDRESS = re.compile(rf"{re.escape(SITE)}[^\s\"'<>()\[\]{{}}|\\^`]*(?<![.,;:!?])")
#: What only looks like an address of the site: names in data, a new fragment for each week's item of a feed, which
#: readers tell items apart by, and the beginning of addresses that OpenAgenda puts together.
NAMES = re.compile(rf"{re.escape(SITE)}(#.*|[^#]*#week-\d{{4}}-W\d\d|media/)")
#: Files that are not text.
BINARY = (".avif", ".gif", ".jpg", ".png", ".webp", ".woff2", ".zip")


def addresses_in(path: str, data: bytes) -> Iterator[str]:
    """Every full address of the site in a file, as its format writes them."""
    text = data.decode("utf-8")
    if path.endswith(".ics"):
        text = text.replace("\r\n ", "").replace("\\,", ",").replace("\\;", ";").replace("\\n", "\n")
    if path.endswith((".html", ".xml")):
        text = unescape(unescape(text))
    for part in texts_of(json.loads(text)) if path.endswith((".json", ".webmanifest")) else [text]:
        yield from ADDRESS.findall(part)


@pytest.mark.parametrize("name", ["small", "real"])
def test_no_address_in_any_file_leads_nowhere(request: pytest.FixtureRequest, name: str) -> None:
    site: BuiltSite = request.getfixturevalue(name)
    found = {
        path: {
            address
            for address in addresses_in(path, data)
            if not NAMES.fullmatch(address) and is_broken(site, address, SITE)
        }
        for path, data in site.files.items()
        if not path.endswith(BINARY)
    }
    assert {path: addresses for path, addresses in found.items() if addresses} == {}


def test_every_format_that_names_addresses_is_crawled(small: BuiltSite) -> None:
    counts = {
        suffix: sum(len([*addresses_in(path, data)]) for path, data in small.files.items() if path.endswith(suffix))
        for suffix in (".html", ".ics", ".json", ".xml")
    }
    assert min(counts.values()) > 100, counts


def test_no_id_stands_twice_on_a_page_of_the_real_site(real: BuiltSite) -> None:
    assert {page.path: found for page in real.outlines() if (found := repeated_ids(page))} == {}
