"""Every page of a site of hostile texts, and every such text typed in its search: nothing happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from affiche.outputs.registry import site_artifacts
from audit.outcome import Outcome, nothing
from tests.browser.test_hostile_pages import SEARCHES, TYPED, hostile_site, pages_of, search
from tests.browser.visits import Visit, rendered, visiting


def measure(browser: Browser) -> Iterator[Outcome]:
    """What runs, asks, leads or is said on the console: of all pages, and of all searches, in all languages."""
    with TemporaryDirectory() as folder:
        artifacts = list(site_artifacts(hostile_site(Path(folder))))
        pages = pages_of(artifacts)
        with rendered(artifacts) as host, visiting(browser, host) as visit:
            found = [each for page in pages for each in opened(visit, page)]
            yield nothing(f"hostile texts, {len(pages)} pages", found)
            found = [each for path in SEARCHES for text in TYPED for each in search(visit, path, text)]
            yield nothing(f"hostile texts, {len(TYPED)} typed in each of {len(SEARCHES)} searches", found)


def opened(visit: Visit, path: str) -> Iterator[str]:
    """What happens on a page, and where it leads by itself; what happens once is said of all pages that follow."""
    visit.go(path)
    where = visit.page.url.partition("?")[0].removeprefix(f"http://{visit.host}/")
    yield from (f"/{path}: {each}" for each in visit.troubles())
    if where != path:
        yield f"/{path} leads to /{where}"
