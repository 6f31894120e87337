"""The repository's own content in the browser: one page of each kind opens without an error, and asks nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.conftest import written
from tests.browser.visits import served, visiting
from tests.pages import BuiltSite


@pytest.fixture(scope="module")
def real_host(real: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with served(written(real, tmp_path_factory.mktemp("real-host"))) as host:
        yield host


def one_of_each_kind(site: BuiltSite) -> list[str]:
    """A page for each first part of an address and each depth below it: kinds that come are among them."""
    kinds: dict[tuple[str | int, ...], str] = {}
    for path in site.html:
        parts = PurePosixPath(path).parts
        kinds.setdefault((*parts[: 3 if parts[0] == "embed" else 2], len(parts)), path.removesuffix("index.html"))
    return sorted(kinds.values())


def test_one_page_of_each_kind_opens_without_an_error(browser: Browser, real_host: str, real: BuiltSite) -> None:
    failed: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400:
            failed.append(f"{response.status} {response.url}")

    found = {}
    with visiting(browser, real_host) as visit:
        visit.page.on("response", note)
        for path in one_of_each_kind(real):
            visit.go(path)
            found[path] = visit.troubles()
    assert {path: troubles for path, troubles in found.items() if troubles} == {}
    assert failed == []
    assert len(found) > 40
