"""A browser and the small site served to it, once for all tests."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.visits import Visit, chromium, served, visiting
from tests.factories import NOW
from tests.pages import BuiltSite

#: Milliseconds that a busy machine may take to show what is expected, as for any other step in the browser.
expect.set_options(timeout=30_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def host(small: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the small site is served."""
    with served(written(small, tmp_path_factory.mktemp("served"))) as host:
        yield host


def written(site: BuiltSite, folder: Path) -> Path:
    for path, data in site.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


@pytest.fixture(scope="module")
def opened(browser: Browser, host: str) -> Iterator[Visit]:
    """The page in which the tests of a module look at the small site, one after the other: to make one takes long."""
    with visiting(browser, host) as visit:
        yield visit


@pytest.fixture
def visit(opened: Visit) -> Iterator[Visit]:
    """A page to which nothing has happened yet, at the moment of the build: what day it is today changes pages."""
    opened.page.clock.set_fixed_time(NOW)
    yield opened
    opened.forget()
