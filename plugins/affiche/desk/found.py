"""What is looked for in GitHub's lists (REST API): pull requests of a commit, a check, its artefact, our comment.

A run of a fork's pull request does not name it; it is found by its commit.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

Found = Mapping[str, Any]

#: Who writes our comments: nobody else's is ever taken for ours.
AUTHOR = "github-actions[bot]"
#: The artefact of a check, and the most bytes of it that are fetched.
ARTEFACT, MOST_BYTES = "proposal", 300_000_000
#: How a check ends that hands something on.
PASSED = "success"
ENDED = (PASSED, "failure")
#: The label of a merged pull request that was told where it is online; the most of those told at once.
PUBLISHED, MOST_TOLD = "published", 10

#: The most open pull requests that one is compared with; the most of one commit, of which the oldest are answered.
MOST_OTHERS, MOST_OF_COMMIT = 20, 5


class AnswerUnreadable(ValueError):
    """An answer that is none of GitHub's: empty, cut off, or of something else."""


@dataclass(frozen=True, slots=True)
class Branch:
    """What is proposed: a commit of a repository, `owner/name`, for a branch of ours, the `base`."""

    repository: str = ""
    head: str = ""
    base: str = ""


def found(kind: str, answer: bytes, branch: Branch | None = None) -> str:
    """What is looked for, one of `KINDS`, in an answer of GitHub's; empty where it is not there.

    Raises `AnswerUnreadable`.
    """
    with unreadable(kind):
        return _FINDERS[kind](json.loads(answer), branch or Branch())


@contextmanager
def unreadable(name: str) -> Iterator[None]:
    """Raises `AnswerUnreadable` for what cannot be read of an answer, called `name`."""
    try:
        yield
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise AnswerUnreadable(name) from error


def _pulls(answer: Any, branch: Branch) -> str:
    """The open pull requests of a commit, the oldest first, a line each: the number and the repository; or one itself.

    The same commit may be proposed for another base too, where it changes less: that one decides nothing.
    """
    pulls = in_pages(answer) if isinstance(answer, list) else iter((answer,))
    ours = (each for each in pulls if each["state"] == "open" and each["base"]["ref"] == branch.base)
    of_commit = [each for each in ours if each["head"]["sha"] == branch.head]
    told = {int(each["number"]): (each["head"]["repo"] or {}).get("full_name", "") for each in of_commit}
    return "\n".join([f"{number} {told[number]}".rstrip() for number in sorted(told)][:MOST_OF_COMMIT])


def _run(answer: Any, branch: Branch) -> str:
    """The newest check of a commit that has ended by itself, none that was held, skipped or cancelled: its id, how."""
    runs = (each for each in answer["workflow_runs"] if each["conclusion"] in ENDED)
    told = (f"{int(each['id'])} {each['conclusion']}" for each in runs if _is_of(each, branch))
    return next(told, "")


def _artefact(answer: Any, _branch: Branch) -> str:
    """The id of the artefact of a check that can still be had, the newest, as a check may be run again."""
    there = (each for each in answer["artifacts"] if each["name"] == ARTEFACT and not each["expired"])
    return _first(sorted((each["id"] for each in there if each["size_in_bytes"] <= MOST_BYTES), reverse=True))


def _merged(answer: Any, _branch: Branch) -> str:
    """Merged pull requests that were not told yet, a line each: the number and the commit."""
    told = (each for each in in_pages(answer) if each["merged_at"] and PUBLISHED not in label_names(each))
    return "\n".join([f"{each['number']} {each['merge_commit_sha']}" for each in told][:MOST_TOLD])


def _others(answer: Any, branch: Branch) -> str:
    """Other open pull requests, a line each: the number and the commit."""
    others = (each for each in in_pages(answer) if each["head"]["sha"] != branch.head)
    return "\n".join([f"{each['number']} {each['head']['sha']}" for each in others][:MOST_OTHERS])


def earlier_comment(answer: bytes, marker: str) -> str:
    """The id of our own comment with a marker; a marker in somebody else's is none. Raises `AnswerUnreadable`."""
    with unreadable("comments.json"):
        return _first(
            each["id"]
            for each in in_pages(json.loads(answer or b"[]"))
            if (each["user"] or {}).get("login") == AUTHOR and (each["body"] or "").startswith(marker)
        )


def in_pages(answer: Any) -> Iterator[Found]:
    """The items of a list that may come as a list of pages."""
    for each in answer:
        yield from each if isinstance(each, list) else (each,)


def label_names(pull: Found) -> frozenset[str]:
    """The labels of a pull request."""
    return frozenset(label["name"] for label in pull["labels"])


def _is_of(run: Found, branch: Branch) -> bool:
    repository = (run["head_repository"] or {}).get("full_name", "")
    return (run["head_sha"], repository) == (branch.head, branch.repository)


def _first(ids: Iterable[int]) -> str:
    return next((str(int(each)) for each in ids), "")


_FINDERS: Mapping[str, Callable[[Any, Branch], str]] = {
    "pulls": _pulls, "run": _run, "artefact": _artefact, "merged": _merged, "others": _others,
}  # fmt: skip
KINDS = tuple(_FINDERS)
