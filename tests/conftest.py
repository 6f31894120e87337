"""What takes long to make and never changes: made once for all tests."""

from __future__ import annotations

from fcntl import LOCK_EX, flock
from pathlib import Path

import pytest
from hypothesis import settings

from tests.pages import BuiltSite
from tests.projects import CONTENT, ROOT, build_project, files_of, make_project

#: A machine may be busy: how long an example takes says nothing. The same examples are tried each time.
settings.register_profile("default", deadline=None, derandomize=True)
settings.load_profile("default")
#: `pytest --hypothesis-profile=thorough`, as `make fuzz` does: twenty times as many examples, others each time.
settings.register_profile("thorough", deadline=None, max_examples=2000)


TESTS = Path(__file__).parent
#: Tests that read many small contents: each reading forks, which takes the longer the more the process holds.
READING = ("sources", "scripts", "test_cases.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Those come first, then tests of whole sites, right in this folder: no process is left with minutes at the end."""
    items.sort(key=lambda item: (not reads_much(item.path), item.path.parent != TESTS))


def reads_much(path: Path) -> bool:
    return any(path.is_relative_to(TESTS / name) for name in READING)


@pytest.fixture(scope="session")
def small(shared: Path) -> BuiltSite:
    """The small site that has everything once, built."""
    return built_once(shared / "small", CONTENT)


@pytest.fixture(scope="session")
def real(shared: Path) -> BuiltSite:
    """The site of the repository's own content, built."""
    return built_once(shared / "real", ROOT / "content")


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of this run have."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


def built_once(folder: Path, content: Path) -> BuiltSite:
    """The site of a content, built in a folder by the process that comes first, while others wait for it."""
    with folder.with_suffix(".lock").open("w") as lock:
        flock(lock, LOCK_EX)
        if not folder.exists():
            root = make_project(folder.with_suffix(".made"), content, has_kits=True)
            prepared, _ = build_project(root, root / "site")
            assert prepared.left_out == frozenset()
            root.rename(folder)
    return BuiltSite(files_of(folder / "site"))


@pytest.fixture(scope="session")
def events() -> set[str]:
    """The ids of the events of the small site, hidden ones included."""
    return {path.stem for path in (CONTENT / "events").glob("**/*.md")}
