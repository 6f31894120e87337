"""What takes long to make and never changes: made once for all tests."""

from __future__ import annotations

import pytest
from hypothesis import settings

from tests.pages import BuiltSite
from tests.projects import CONTENT, ROOT, build_project, files_of, make_project

#: A machine may be busy: how long an example takes says nothing. The same examples are tried each time.
settings.register_profile("default", deadline=None, derandomize=True)
settings.load_profile("default")
#: `pytest --hypothesis-profile=thorough`: twenty times as many examples, of the tests that do not fix their number.
settings.register_profile("thorough", deadline=None, max_examples=2000)


#: Files that take longest, begun first: so that none is alone at the end while other processes wait.
LONG = frozenset(
    {"test_incremental", "test_proposal_path", "test_engines", "test_contribute_typed", "test_finder_states"}
    | {"test_a_thousand_events", "test_build", "test_workflows", "test_every_page", "test_contribute"}
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of the longest files first, the others in their order."""
    items.sort(key=lambda item: item.path.stem not in LONG)


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The small site that has everything once, built."""
    root = make_project(tmp_path_factory.mktemp("small"))
    prepared, _ = build_project(root, root / "site")
    assert prepared.left_out == frozenset()
    return BuiltSite(files_of(root / "site"))


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """The site of the repository's own content, built."""
    root = make_project(tmp_path_factory.mktemp("real") / "project", ROOT / "content")
    prepared, _ = build_project(root, root / "site")
    assert prepared.left_out == frozenset()
    return BuiltSite(files_of(root / "site"))


@pytest.fixture(scope="session")
def events() -> set[str]:
    """The ids of the events of the small site, hidden ones included."""
    return {path.stem for path in (CONTENT / "events").glob("**/*.md")}
