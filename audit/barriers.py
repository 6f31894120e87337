"""The whole matrix of axe: each kind of page and state, in each language, three widths, light and dark."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product

from playwright.sync_api import Browser

from audit.outcome import Outcome, nothing
from tests.browser.visits import AXE, Visit, visiting

WIDTHS = (320, 360, 1280)
SCHEMES = ("light", "dark")
#: A page, and what a visitor does on it.
States = Mapping[str, tuple[str, Callable[[Visit], None]]]


def measure(browser: Browser, host: str, states: States) -> Iterator[Outcome]:
    """What is found in each state, in all languages, widths and schemes."""
    for state, (path, act) in states.items():
        yield nothing(f"axe, {state}, /{path}", barriers(browser, host, path, act))


def barriers(browser: Browser, host: str, path: str, act: Callable[[Visit], None]) -> Iterator[str]:
    """What axe finds, what is too wide and what breaks on a page and the same page in the other languages."""
    for address in languages_of(browser, host, path):
        for width, scheme in product(WIDTHS, SCHEMES):
            with visiting(browser, host) as visit:
                visit.page.set_viewport_size({"width": width, "height": 900})
                visit.go(address)
                act(visit)
                found = [*visit.too_wide(width), *visit.barriers(scheme, AXE), *visit.troubles()]
            yield from (f"/{address} at {width}, {scheme}: {each}" for each in found)


def languages_of(browser: Browser, host: str, path: str) -> list[str]:
    """The paths of a page in all its languages: its own alone where it has no other."""
    with visiting(browser, host) as visit:
        visit.go(path)
        links = visit.page.locator("head link[rel=alternate][hreflang]:not([hreflang=x-default])").all()
        others = {str(link.get_attribute("href")).split(f"{host}/", 1)[1] for link in links}
    return sorted({path, *others})
