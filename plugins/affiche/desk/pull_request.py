"""A pull request as GitHub's own answers tell it (REST API, version 2022-11-28): nothing that its author can write."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from affiche.desk.agreement import Change, Proposed, Review
from affiche.desk.found import in_pages, label_names, unreadable

#: GitHub lists no more files of a pull request.
MOST_LISTED = 3_000
GITHUB = "https://github.com"
_LOGIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,38}")


@dataclass(frozen=True, slots=True)
class PullRequest:
    """What is proposed, by whom, and where its branch is; `repository` is empty where the fork is gone.

    `comments` is the list of its comments as GitHub gave it, in which ours is found again; `others` are
    the numbers and commits of other open ones.
    """

    number: int
    proposed: Proposed
    repository: str = ""
    branch: str = ""
    comments: bytes = b""
    others: tuple[tuple[int, str], ...] = ()

    @property
    def voters(self) -> tuple[str, ...]:
        """The accounts whose right to write to the repository matters: who proposes, who decided, but no program."""
        logins = (self.proposed.author, *(review.login for review in self.proposed.reviews))
        return tuple(dict.fromkeys(login for login in logins if _LOGIN.fullmatch(login)))

    def edit_address(self, path: str, line: int) -> str:
        """Where GitHub edits a line of a file in the contributor's branch; empty where it is not there."""
        is_there = any(change.path == path and not change.is_removed for change in self.proposed.changes)
        if not self.repository or not is_there:
            return ""
        return f"{GITHUB}/{quote(self.repository)}/edit/{quote(self.branch)}/{quote(path)}#L{line}"

    def file_address(self, path: str) -> str:
        """Where GitHub edits a file in the contributor's branch."""
        return self.edit_address(path, 1)


def parse_pull_request(
    pull: bytes, files: bytes, reviews: bytes, comments: bytes, desk: bytes, others: bytes = b""
) -> PullRequest:
    """The pull request of six answers: itself, its files, reviews, comments, the accounts that may write, others.

    Lists may come in pages; reviews come in order of time. The accounts, and the number and commit of other pull
    requests, are one a line. Raises `AnswerUnreadable`.
    """
    with unreadable("pull.json, files.json"):
        told, changes = json.loads(pull), [_change(each) for each in in_pages(json.loads(files))]
    with unreadable("pull.json, reviews.json, desk.txt, others.txt"):
        proposed = Proposed(
            head=told["head"]["sha"],
            author=_login(told["user"]),
            changes=tuple(changes),
            reviews=tuple(_reviews(in_pages(json.loads(reviews or b"[]")))),
            desk=frozenset(line for line in desk.decode().split() if _LOGIN.fullmatch(line)),
            labels=label_names(told),
            is_whole=len(changes) == told["changed_files"] < MOST_LISTED,
        )
        repository = (told["head"]["repo"] or {}).get("full_name", "")
        return PullRequest(told["number"], proposed, repository, told["head"]["ref"], comments, tuple(_others(others)))


def _change(file: Mapping[str, Any]) -> Change:
    status = file["status"]
    previous = file.get("previous_filename", "") if status == "renamed" else ""
    return Change(file["filename"], previous, is_added=status in ("added", "copied"), is_removed=status == "removed")


def _reviews(reviews: Iterable[Mapping[str, Any]]) -> Iterable[Review]:
    """The reviews of accounts that are still there, in GitHub's order, which is that of time."""
    for review in reviews:
        if review["user"]:
            yield Review(_login(review["user"]), review["state"], review["commit_id"] or "")


def _others(lines: bytes) -> Iterable[tuple[int, str]]:
    for line in lines.decode().splitlines():
        number, commit = line.split()
        yield int(number), commit


def _login(user: Mapping[str, Any] | None) -> str:
    """The name of an account; empty for one that is gone, and agrees to nothing."""
    return user["login"] if user else ""
