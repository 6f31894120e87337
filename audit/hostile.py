"""Every page of a site of hostile texts, and every such text typed in its search: nothing happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from playwright.sync_api import Browser

from affiche.outputs.registry import site_artifacts
from audit.host import hosted
from audit.outcome import Outcome, nothing
from tests.browser.test_hostile_pages import SEARCHES, TYPED, search
from tests.browser.visits import Visit, visiting
from tests.hostile_site import make_hostile, prepare


def measure(browser: Browser) -> Iterator[Outcome]:
    """What runs, asks, leads or is said on the console: of all pages, and of all searches, in all languages."""
    with TemporaryDirectory() as folder:
        root = make_hostile(Path(folder))
        paths = [each.path for each in site_artifacts(prepare(root).site)]
        pages = sorted(path.removesuffix("index.html") for path in paths if path.endswith(".html"))
        site = hosted(lambda address: site_artifacts(prepare(root, address).site))
        with site as address, visiting(browser, urlsplit(address).netloc) as visit:
            found = [each for page in pages for each in opened(visit, page)]
            yield nothing(f"hostile texts, {len(pages)} pages", found)
            found = [each for path in SEARCHES for text in TYPED for each in search(visit, path, text)]
            yield nothing(f"hostile texts, {len(TYPED)} typed in each of {len(SEARCHES)} searches", found)


def opened(visit: Visit, path: str) -> Iterator[str]:
    """What happens on a page, and where it leads by itself."""
    visit.foreign.clear()
    visit.console.clear()
    visit.go(path)
    where = visit.page.url.partition("?")[0].removeprefix(f"http://{visit.host}/")
    yield from (f"/{path}: {each}" for each in visit.troubles())
    if where != path:
        yield f"/{path} leads to /{where}"
