"""One page of each kind of a site, as its sitemap lists them."""

from __future__ import annotations

import gzip
import re
from urllib.request import urlopen

_PLACE = re.compile("<loc>([^<]+)</loc>")


def one_of_each_kind(address: str) -> list[str]:
    """A page for each first part of an address and each depth below it, in each language."""
    kinds: dict[tuple[str | int, ...], str] = {(): "", ("404.html",): "404.html"}
    for path in sorted(paths_of(address)):
        parts = path.strip("/").split("/")
        kinds.setdefault((*parts[:2], len(parts)), path)
    return sorted({*kinds.values()})


def paths_of(address: str) -> list[str]:
    """Every page in the sitemap of a site."""
    return [place.removeprefix(address) for place in _PLACE.findall(text_at(f"{address}sitemap.xml"))]


def text_at(address: str) -> str:
    """A text file of a site, which its host sends compressed."""
    with urlopen(address) as answer:  # noqa: S310 - our own host on this machine
        return gzip.decompress(answer.read()).decode()
