"""A site under a path of its host: every address stays below it, and every kind of page opens without a failure."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.test_pages import KINDS
from tests.browser.visits import served, visiting
from tests.pages import BuiltSite, broken_links, texts_of
from tests.projects import build_project, files_of, make_project

PATH = "agenda/"
HOST = "https://host.example/"
SITE = f"{HOST}{PATH}"
#: Pages whose scripts ask for more once they are loaded.
ASKING = {"agenda", "embed builder", "favourites", "search"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A host's folder with the small site below `agenda/`."""
    root = make_project(tmp_path_factory.mktemp("sub-path") / "project", has_kits=True)
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("https://affiche.example/", SITE), encoding="utf-8")
    build_project(root, root / "host" / PATH)
    return root / "host"


@pytest.fixture(scope="module")
def under(folder: Path) -> BuiltSite:
    return BuiltSite(files_of(folder / PATH))


def astray(addresses: Iterator[str]) -> list[str]:
    """The addresses from the host's root that leave the site, and those of the site's host that do."""
    ours = (f"/{PATH}", SITE)
    return [address for address in addresses if address.startswith(("/", HOST)) and not address.startswith(ours)]


def test_no_address_of_a_page_leaves_the_path(under: BuiltSite) -> None:
    found = {page.path: astray(iter(page.links)) for page in under.outlines()}
    assert {path: addresses for path, addresses in found.items() if addresses} == {}
    assert broken_links(under, SITE) == {}


def test_no_address_of_a_data_file_leaves_the_path(under: BuiltSite) -> None:
    files = {path: data for path, data in under.files.items() if path.endswith((".json", ".webmanifest"))}
    found = {path: astray(texts_of(json.loads(data))) for path, data in files.items()}
    assert len(found) > 20
    assert {path: addresses for path, addresses in found.items() if addresses} == {}


def test_every_kind_of_page_opens_without_a_failure(browser: Browser, folder: Path) -> None:
    failed: list[str] = []

    def note(response: Response) -> None:
        if response.status >= 400 or f"/{PATH}" not in response.url:
            failed.append(f"{response.status} {response.url}")

    with served(folder) as host, visiting(browser, host) as visit:
        visit.page.on("response", note)
        for kind, (french, _) in KINDS.items():
            visit.go(f"{PATH}{french}")
            if kind in ASKING:
                visit.page.wait_for_load_state("networkidle")
        assert (failed, visit.troubles()) == ([], [])
