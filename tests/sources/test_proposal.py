"""What a proposal may change, from git's list of its files."""

from __future__ import annotations

import pytest

from affiche.sources.history import ChangedFile
from affiche.sources.proposal import MOST_BYTES, check_proposal

EVENT = "content/events/2027/nuit.md"


def found(*files: ChangedFile) -> list[tuple[str, str, str]]:
    return [(problem.path, problem.code, problem.hint) for problem in check_proposal(files)]


def added(path: str, mode: str = "100644", size: int = 1_000, status: str = "A") -> ChangedFile:
    return ChangedFile(path, mode, size, status)


def test_ordinary_files_pass() -> None:
    assert found(added(EVENT), added("content/images/affiche.jpg"), added(EVENT, "000000", 0, "D")) == []


@pytest.mark.parametrize(
    ("mode", "code"),
    [("120000", "file-symlink"), ("160000", "file-not-regular"), ("100755", "file-executable")],
)
def test_kind_of_file_that_is_none_of_ours_is_refused(mode: str, code: str) -> None:
    assert found(added(EVENT, mode)) == [(EVENT, code, "")]


def test_paths_are_those_of_content() -> None:
    wrong = "content/events/Nuit Ouverte.md"
    assert found(added(wrong)) == [(wrong, "id-format", "content/events/nuit-ouverte.md")]
    assert found(added(wrong, "000000", 0, "D")) == []
    assert found(added("Content/events/nuit.md")) == [("Content/events/nuit.md", "path-outside", "")]
    orders = "content/pages/fr/.gitattributes"
    assert found(added(orders)) == [(orders, "path-of-git", "")]
    assert found(added("content/events/affiche.pdf")) == [("content/events/affiche.pdf", "image-format", "")]


def test_what_lies_outside_content_is_for_maintainers() -> None:
    assert found(added("plugins/affiche/cli.py", "100755"), added("README.md", size=MOST_BYTES + 1)) == []


def test_proposal_of_too_many_files_is_refused_as_a_whole() -> None:
    files = [added(f"content/events/nuit-{number}.md") for number in range(101)]
    assert found(*files) == [("content", "proposal-too-large", "")]
    assert found(*files[1:]) == []


def test_proposal_that_weighs_too_much_is_refused_as_a_whole() -> None:
    half = MOST_BYTES // 2
    files = [added("content/images/a.jpg", size=half), added("content/images/b.jpg", size=half + 1)]
    assert found(*files) == [("content", "proposal-too-large", "")]
    gone = ChangedFile("content/images/b.jpg", "000000", half, "D")
    assert found(files[0], gone) == []
