"""The answers of `affiche answer` for which a pull request is read, with the whole house: `find` has no need of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from affiche.cli.answer import ANSWERS
from affiche.cli.options import read_plan
from affiche.desk.found import PASSED, AnswerUnreadable
from affiche.desk.pull_request import PullRequest, parse_pull_request
from affiche.proposal import answer_pull_request, tell_published
from affiche.sources.artefact import read_answers
from affiche.sources.base import CommitUnknown

#: What the check handed on.
ARTEFACT = "proposal.zip"


def find_voters(answers: Path) -> Sequence[str]:
    """The accounts whose word may count."""
    with _wrong_use():
        return _read(answers).voters


def make_answer(config_file: Path, answers: Path, addresses: Mapping[str, str], ended: str) -> Mapping[str, str]:
    """What a pull request is told, by file name; `ended` is how its check ended."""
    with _wrong_use():
        plan, pull = read_plan(config_file, None), _read(answers)
        return answer_pull_request(plan, pull, answers / ARTEFACT, addresses, is_passed=ended == PASSED)


def make_published(config_file: Path, answers: Path) -> Mapping[str, str]:
    """What a merged pull request is told, by file name."""
    with _wrong_use():
        return tell_published(read_plan(config_file, None), _read(answers))


def _read(answers: Path) -> PullRequest:
    return parse_pull_request(*read_answers(answers, ANSWERS))


@contextmanager
def _wrong_use() -> Iterator[None]:
    try:
        yield
    except AnswerUnreadable as error:
        raise click.UsageError(f"{error}: no answer of GitHub's") from None
    except CommitUnknown as error:
        raise click.UsageError(f"{error}: no such commit here") from None
