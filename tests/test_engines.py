"""The same project under `affiche build`, MkDocs and ProperDocs: the same public site, the same refusals."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from tests.factories import NOW
from tests.pages import BuiltSite, Page, broken_links, links_of, text_of
from tests.projects import ROOT, files_of, make_project, make_tiny
from tests.repositories import make_shallow

BIN = Path(sys.executable).parent
ASSETS = ROOT / "overrides" / "assets"
#: The command of each engine that builds the project of the current folder into `out`.
ENGINES: dict[str, Callable[[str], list[str]]] = {
    "affiche": lambda out: ["affiche", "build", "--out", out],
    "mkdocs": lambda out: ["mkdocs", "build", "--quiet", "--site-dir", out],
    "properdocs": lambda out: ["properdocs", "build", "--quiet", "-f", "mkdocs.yml", "--site-dir", out],
}
ENVIRONMENT = {
    "PATH": os.environ["PATH"],
    "PYTHONPATH": str(ROOT / "plugins"),
    "SOURCE_DATE_EPOCH": str(int(NOW.timestamp())),
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}
#: Editorial pages, which the engine makes from Markdown: the rest is the core's.
EDITORIAL = (
    *("a-propos", "accessibilite", "contribuer", "charte", "vie-privee"),
    *("over", "toegankelijkheid", "bijdragen", "charter", "privacy"),
)
#: What the build says of itself: which files it left out.
STATUS = "api/v1/status.json"
BROKEN = '---\ntitle: Sans date\ntype: concert\norganisers: [zinneke]\nsource: ["Un tract"]\n---\n'
#: How long a build may take on a busy machine, in seconds.
PATIENCE = 180


def build(engine: str, root: Path, *options: str, out: str = "site", **env: str) -> subprocess.CompletedProcess[str]:
    """What an engine says when it builds a project."""
    command, *arguments = ENGINES[engine](out)
    return subprocess.run(
        [BIN / command, *arguments, *options],
        check=False, cwd=root, env=ENVIRONMENT | env, capture_output=True, text=True, timeout=PATIENCE,
    )  # fmt: skip


def is_editorial(path: str) -> bool:
    return path.split("/")[1:2] != [] and path.split("/")[1] in EDITORIAL


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> dict[str, BuiltSite]:
    """The small site, built by each engine in the same project, in which a text is also in a language it has not."""
    root = make_project(tmp_path_factory.mktemp("engines") / "project")
    shutil.copytree(root / "content/pages/fr", root / "content/pages/en")
    for engine in ENGINES:
        done = build(engine, root, out=f"site-{engine}")
        assert (done.returncode, engine, done.stderr) == (0, engine, done.stderr)
    return {engine: BuiltSite(files_of(root / f"site-{engine}")) for engine in ENGINES}


def test_engines_build_with_the_package_of_this_checkout(tmp_path: Path) -> None:
    asked = [sys.executable, "-c", "import affiche; print(*affiche.__path__)"]
    found = subprocess.run(asked, check=True, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True).stdout
    assert found == f"{ROOT / 'plugins' / 'affiche'}\n"


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_public_pages_feeds_and_data_are_the_same_bytes_under_every_engine(
    sites: dict[str, BuiltSite], engine: str
) -> None:
    ours, theirs = sites["affiche"].files, sites[engine].files
    assert sorted(theirs) == sorted(ours)
    assert [path for path in ours if ours[path] != theirs[path] and not is_editorial(path)] == []


@pytest.mark.parametrize("engine", ["mkdocs", "properdocs"])
def test_editorial_pages_have_the_same_text_and_the_same_links(sites: dict[str, BuiltSite], engine: str) -> None:
    def told(page: Page) -> object:
        links = {shortened(link, page.path) for link in links_of(page)}
        return text_of(page.one("//main")), text_of(page.one("//title")), links

    paths = [path for path in sites["affiche"].html if is_editorial(path)]
    assert {path: told(sites[engine].page(path)) for path in paths} == {
        path: told(sites["affiche"].page(path)) for path in paths
    }


def shortened(link: str, path: str) -> str:
    """A link of a page, relative ones from the root of the site."""
    return os.path.normpath(f"/{path}/../{link}") + "/" * link.endswith("/") if link.startswith(".") else link


def test_no_link_of_the_engine_is_broken(sites: dict[str, BuiltSite]) -> None:
    assert broken_links(sites["mkdocs"]) == {}


def test_nothing_of_the_theme_is_published(sites: dict[str, BuiltSite]) -> None:
    own = {f"assets/{path.relative_to(ASSETS)}" for path in ASSETS.rglob("*.js")}
    files = sites["mkdocs"].files
    assert [path for path in files if (path.endswith(".js") and path not in own) or "material" in path] == []


#: Read by Python before a program begins: folders are listed backwards, and the machine has one processor.
TURNED = """
import os

scandir, listdir = os.scandir, os.listdir


class Turned:
    def __init__(self, path="."):
        with scandir(path) as entries:
            self.entries = iter(sorted(entries, key=lambda entry: entry.name, reverse=True))

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *error):
        pass

    close = __exit__


os.scandir = Turned
os.listdir = lambda path=".": sorted(listdir(path), reverse=True)
os.sched_getaffinity = lambda process: {0}
"""


def test_sites_are_the_same_bytes_in_any_environment_and_place(sites: dict[str, BuiltSite], tmp_path: Path) -> None:
    root = make_project(tmp_path / "un autre endroit, été")
    (tmp_path / "sitecustomize.py").write_text(TURNED, encoding="utf-8")
    elsewhere = {
        "TZ": "Asia/Tokyo",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "1",
        "PYTHONPATH": f"{tmp_path}:{ROOT / 'plugins'}",
    }
    for engine, env in (("affiche", elsewhere), ("mkdocs", elsewhere | {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8"})):
        assert build(engine, root, out=f"site-{engine}", **env).returncode == 0
        assert files_of(root / f"site-{engine}") == sites[engine].files


@pytest.mark.parametrize("engine", ENGINES)
def test_a_broken_file_is_left_out_and_named_or_refused_when_strict(
    sites: dict[str, BuiltSite], tmp_path: Path, engine: str
) -> None:
    root = make_project(tmp_path / "project")
    broken = root / "content/events/2026/casse.md"
    broken.write_text(BROKEN, encoding="utf-8")
    refused = build(engine, root, "--strict")
    assert (refused.returncode, (root / "site").exists()) == (1, False)
    built = build(engine, root)
    assert built.returncode == 0
    assert "content/events/2026/casse.md" in built.stderr
    found = files_of(root / "site")
    assert json.loads(found.pop(STATUS))["left_out"] == [
        {"path": "content/events/2026/casse.md", "codes": ["when-missing"]}
    ]
    assert found == {path: data for path, data in sites[engine].files.items() if path != STATUS}


@pytest.mark.parametrize("engine", ENGINES)
def test_a_site_to_publish_is_refused_in_a_shallow_clone(tmp_path: Path, engine: str) -> None:
    root = make_tiny(tmp_path)
    page = root / "content/pages/fr/about.md"
    page.parent.mkdir(parents=True)
    page.write_text('---\ntitle: "Affiche"\n---\n')
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("- affiche:", "- affiche:\n      publish: true"), encoding="utf-8")
    shallow = make_shallow(root)
    refused = build(engine, shallow)
    assert (refused.returncode, "git fetch --unshallow" in refused.stderr) == (1, True)
    assert not (shallow / "site").exists()
    assert build(engine, root).returncode == 0
    checked = subprocess.run(("sha256sum", "--check", "--quiet", "SHA256SUMS"), cwd=root / "site", check=False)
    assert checked.returncode == 0


@pytest.mark.parametrize("engine", ENGINES)
def test_a_build_that_fails_leaves_the_old_site(tmp_path: Path, engine: str) -> None:
    root = make_project(tmp_path / "project")
    (root / "site").mkdir()
    (root / "site" / "index.html").write_text("the old site")
    home = root / "overrides/affiche/home.html"
    home.write_text(home.read_text(encoding="utf-8").replace("{% block main %}", "{% block main %}{{ 1 / 0 }}"))
    assert build(engine, root).returncode == 1
    assert files_of(root / "site") == {"index.html": b"the old site"}
    settings = root / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("identity_host:", "# identity_host:"))
    failed = build(engine, root)
    assert (failed.returncode, "identity_host" in failed.stderr) == ({"affiche": 2}.get(engine, 1), True)
    assert files_of(root / "site") == {"index.html": b"the old site"}


def test_the_engine_serves_and_follows_an_edited_event(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    shutil.rmtree(root / "content/events/2027")
    event = root / "content/events/2026/ce-soir.md"
    with serving(root) as address:
        assert "Ce soir" in page_when(address, "Ce soir")
        event.write_text(event.read_text(encoding="utf-8").replace("Ce soir", "Cette nuit"), encoding="utf-8")
        assert "Cette nuit" in page_when(address, "Cette nuit")


@contextmanager
def serving(root: Path) -> Iterator[str]:
    """The address of an event's page, on a server that ends with the block."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        place = f"127.0.0.1:{free.getsockname()[1]}"
    command = [str(BIN / "mkdocs"), "serve", "--quiet", "--dev-addr", place]
    own = {"TMPDIR": str(root.parent)}
    server = subprocess.Popen(command, cwd=root, env=ENVIRONMENT | own, stderr=subprocess.DEVNULL)
    try:
        yield f"http://{place}/fr/evenements/ce-soir/"
    finally:
        server.terminate()
        server.wait(timeout=PATIENCE)


def page_when(address: str, text: str) -> str:
    """A page once it holds a text; what it is when patience ends."""
    page, end = "", time.monotonic() + PATIENCE
    while text not in page and time.monotonic() < end:
        time.sleep(0.2)
        try:
            with urlopen(address, timeout=5) as answer:  # noqa: S310 - our own server
                page = answer.read().decode()
        except (URLError, ConnectionError, TimeoutError):
            continue
    return page
