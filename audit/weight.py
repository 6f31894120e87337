"""What the first view of each kind of page asks for: of whom, and how many bytes of what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from playwright.sync_api import Browser, Request

from audit.kinds import one_of_each_kind
from audit.outcome import Outcome, at_most, nothing

#: The most KB of each type that a first view may send, compressed, and of all but images.
ALL = "all but images"
LIMITS = {"document": 12, "stylesheet": 10, "script": 6, "font": 12, ALL: 40}
#: The most KB of an editorial page without images.
EDITORIAL = 75
KB = 1024


class Sent(NamedTuple):
    """A file that a page asked for: its address, type, and the bytes of its body as sent."""

    url: str
    kind: str
    size: int


def measure(browser: Browser, address: str, editorial: Collection[str]) -> Iterator[Outcome]:
    """Every request that leaves the host, and the heaviest page for each type of file.

    Editorial pages are as long as their texts, and may be so as a whole.
    """
    views = {path: sent_to(browser, f"{address}{path}") for path in one_of_each_kind(address)}
    hosts = (address, "data:")
    foreign = [f"{path} {sent.url}" for path, view in views.items() for sent in view if not sent.url.startswith(hosts)]
    yield nothing(f"requests of other hosts, {len(views)} kinds of pages", foreign)
    sizes = {path: sizes_of(view) for path, view in views.items()}
    for kind, limit in LIMITS.items():
        heaviest = max(sizes.keys() - editorial, key=lambda path: sizes[path].get(kind, 0))
        yield at_most(f"{kind} of /{heaviest}", sizes[heaviest].get(kind, 0) / KB, limit, "KB")
    longest = max(sizes.keys() & editorial, key=lambda path: sizes[path][ALL])
    yield at_most(f"all of /{longest}, editorial", sizes[longest][ALL] / KB, EDITORIAL, "KB")


def sent_to(browser: Browser, address: str) -> list[Sent]:
    """What a page asks for in a window of a phone, while nobody touches it."""
    page = browser.new_page(viewport={"width": 360, "height": 640}, device_scale_factor=2)
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))  # noqa: PLW0108 - no method of a list is taken
    page.goto(address, wait_until="networkidle")
    sent = [Sent(each.url, each.resource_type, each.sizes()["responseBodySize"]) for each in requests]
    page.close()
    return sent


def sizes_of(view: list[Sent]) -> Mapping[str, int]:
    """The bytes of a first view by type, and of all that are no images."""
    sizes: Counter[str] = Counter()
    for sent in view:
        sizes[sent.kind] += sent.size
        sizes[ALL] += sent.size if sent.kind != "image" else 0
    return sizes
