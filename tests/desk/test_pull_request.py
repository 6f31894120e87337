"""GitHub's answers: the pull request that they tell of, and what is looked for in its lists."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from affiche.desk.agreement import Change, Review
from affiche.desk.found import Branch, earlier_comment, found
from affiche.desk.pull_request import PullRequest, parse_pull_request

PULL = {
    "number": 7,
    "user": {"login": "eve"},
    "head": {"sha": "abc", "ref": "été #1/(x)", "repo": {"full_name": "eve/agenda"}},
    "labels": [{"name": "ready"}],
    "changed_files": 2,
}
FILES = [
    [{"filename": "content/events/bal.md", "status": "added"}],
    [{"filename": "content/a.jpg", "status": "removed"}],
]
HEAD = {"sha": "abc", "repo": {"full_name": "eve/agenda"}}
OPEN = {"number": 7, "state": "open", "head": HEAD, "base": {"ref": "main"}}
RUN = {"id": 42, "conclusion": "failure", "head_sha": "abc", "head_repository": {"full_name": "eve/agenda"}}
ARTEFACT = {"id": 9, "name": "proposal", "expired": False, "size_in_bytes": 1000}
MARKER = "<!-- affiche:proposal -->"


def parsed(files: Any = FILES, reviews: Any = (), desk: str = "", **changed: Any) -> PullRequest:
    pull, listed, reviewed = (json.dumps(each).encode() for each in ({**PULL, **changed}, files, list(reviews)))
    return parse_pull_request(pull, listed, reviewed, b"[]", desk.encode())


def look(kind: str, answer: Any) -> str:
    return found(kind, json.dumps(answer).encode(), Branch("eve/agenda", "abc", "main"))


def comment(number: int, login: str | None, body: str | None) -> dict[str, Any]:
    return {"id": number, "user": login and {"login": login}, "body": body}


def test_pull_request_has_its_files_from_all_pages() -> None:
    changes = (Change("content/events/bal.md", is_added=True), Change("content/a.jpg", is_removed=True))
    assert parsed().proposed.changes == changes


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("renamed", Change("content/b.md", "content/a.md")),
        ("copied", Change("content/b.md", is_added=True)),
        ("changed", Change("content/b.md")),
    ],
)
def test_rename_has_both_sides(status: str, expected: Change) -> None:
    file = {"filename": "content/b.md", "previous_filename": "content/a.md", "status": status}
    assert parsed(files=[file], changed_files=1).proposed.changes == (expected,)


@pytest.mark.parametrize(("count", "whole"), [(2, True), (3, False)])
def test_list_of_files_that_was_cut_is_not_whole(count: int, whole: bool) -> None:  # noqa: FBT001 - a table
    assert parsed(changed_files=count).proposed.is_whole is whole


def test_list_as_long_as_github_makes_them_is_not_whole() -> None:
    files = [{"filename": f"content/{number}.md", "status": "added"} for number in range(3000)]
    assert parsed(files=files, changed_files=3000).proposed.is_whole is False


def test_review_of_an_account_that_is_gone_does_not_count() -> None:
    reviews: list[dict[str, Any]] = [{"user": None, "state": "APPROVED", "commit_id": "abc"}]
    reviews += [{"user": {"login": "ana"}, "state": "APPROVED", "commit_id": None}]
    assert parsed(reviews=reviews).proposed.reviews == (Review("ana", "APPROVED", ""),)


def test_author_that_is_gone_agrees_to_nothing() -> None:
    assert parsed(user=None).proposed.approvals == frozenset({""})


def test_voters_are_people() -> None:
    reviews = [
        {"user": {"login": login}, "state": "APPROVED", "commit_id": "abc"} for login in ("ana", "x[bot]", "ana")
    ]
    assert parsed(reviews=reviews, user={"login": "github-actions[bot]"}).voters == ("ana",)


def test_desk_is_of_accounts_alone() -> None:
    assert parsed(desk="dora\n../x\n\nBen\n").proposed.desk == frozenset({"dora", "Ben"})


def test_edit_address_holds_whatever_a_branch_is_called() -> None:
    assert parsed().edit_address("content/events/bal.md", 3) == (
        "https://github.com/eve/agenda/edit/%C3%A9t%C3%A9%20%231/%28x%29/content/events/bal.md#L3"
    )
    assert parsed(head={**HEAD, "ref": "x", "repo": None}).edit_address("content/events/bal.md", 3) == ""


@pytest.mark.parametrize(
    ("head", "expected"),
    [(HEAD, "7 eve/agenda"), ({**HEAD, "sha": "later"}, ""), ({**HEAD, "repo": None}, "7")],
)
def test_pull_request_is_found_by_its_commit(head: dict[str, Any], expected: str) -> None:
    assert look("pulls", [[{**OPEN, "head": head}]]) == expected


def test_five_oldest_pull_requests_of_a_commit_are_found() -> None:
    again = {**OPEN, "head": {**HEAD, "repo": {"full_name": "mallory/agenda"}}}
    listed = [{**again, "number": number} for number in range(20, 7, -1)]
    assert look("pulls", [*listed, OPEN]).splitlines() == [
        "7 eve/agenda", *(f"{number} mallory/agenda" for number in range(8, 12))
    ]  # fmt: skip


def test_pull_request_for_another_branch_decides_nothing() -> None:
    pulls = [{**OPEN, "number": number, "base": {"ref": base}} for number, base in ((6, "issue-5"), (7, "main"))]
    assert [look("pulls", each) for each in (pulls, *pulls)] == ["7 eve/agenda", "", "7 eve/agenda"]


def test_pull_request_that_was_closed_meanwhile_decides_nothing() -> None:
    assert [look("pulls", OPEN), look("pulls", {**OPEN, "state": "closed"})] == ["7 eve/agenda", ""]


def test_newest_check_of_the_commit_is_found() -> None:
    runs = [
        {**RUN, "id": 44, "conclusion": None},
        {**RUN, "id": 45, "conclusion": "skipped"},
        {**RUN, "id": 43, "head_repository": None},
        RUN,
        {**RUN, "id": 41},
    ]
    assert look("run", {"workflow_runs": runs}) == "42 failure"


@pytest.mark.parametrize("change", [{"expired": True}, {"name": "other"}, {"size_in_bytes": 10**9}])
def test_artefact_that_cannot_be_had_is_none(change: dict[str, Any]) -> None:
    assert [look("artefact", {"artifacts": [each]}) for each in (ARTEFACT, {**ARTEFACT, **change})] == ["9", ""]


def test_newest_artefact_of_a_check_that_was_run_again_is_found() -> None:
    assert look("artefact", {"artifacts": [{**ARTEFACT, "id": each} for each in (8, 10, 9)]}) == "10"


def test_merged_pull_requests_are_told_once() -> None:
    merged = {"number": 7, "merged_at": "2026-11-21T12:00:00Z", "merge_commit_sha": "abc", "labels": []}
    others = [{**merged, "number": 8, "merged_at": None}, {**merged, "number": 9, "labels": [{"name": "published"}]}]
    assert look("merged", [merged, *others]) == "7 abc"


def test_other_open_pull_requests_are_listed() -> None:
    others = [[{"number": 7, "head": HEAD}, {"number": 8, "head": {"sha": "def", "repo": None}}]]
    assert look("others", others) == "8 def"
    pull, files = (json.dumps(each).encode() for each in (PULL, FILES))
    told = parse_pull_request(pull, files, b"[]", b"[]", b"", b"8 def\n9 fed\n")
    assert told.others == ((8, "def"), (9, "fed"))


def test_our_comment_is_known_by_its_author_and_its_first_line() -> None:
    ours = "github-actions[bot]"
    listed = [comment(1, "eve", MARKER), comment(2, None, MARKER)]
    listed += [comment(3, ours, f"Voici\n{MARKER}"), comment(4, ours, None)]
    assert earlier_comment(json.dumps([listed]).encode(), MARKER) == ""
    assert earlier_comment(json.dumps([[*listed, comment(5, ours, f"{MARKER}\nx")]]).encode(), MARKER) == "5"


def test_edit_address_of_a_file_is_that_of_its_first_line() -> None:
    pull = replace(parsed(), branch="main")
    assert pull.file_address("content/a.md") == pull.edit_address("content/a.md", 1)
