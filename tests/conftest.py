"""What takes long to make and never changes: made once for all tests."""

from __future__ import annotations

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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of whole sites, right in this folder, come first, so that no process is left with minutes at the end."""
    items.sort(key=lambda item: item.path.parent != Path(__file__).parent)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The small site that has everything once, built."""
    root = make_project(tmp_path_factory.mktemp("small"), has_kits=True)
    prepared, _ = build_project(root, root / "site")
    assert prepared.left_out == frozenset()
    return BuiltSite(files_of(root / "site"))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the repository's own content, built."""
    root = make_project(tmp_path_factory.mktemp("real") / "project", ROOT / "content", has_kits=True)
    prepared, _ = build_project(root, root / "site")
    assert prepared.left_out == frozenset()
    return BuiltSite(files_of(root / "site"))


@pytest.fixture(scope="session")
def events() -> set[str]:
    """The ids of the events of the small site, hidden ones included."""
    return {path.stem for path in (CONTENT / "events").glob("**/*.md")}
