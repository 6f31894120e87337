"""`affiche answer`: what a pull request is told, from GitHub's own answers; `answer.yml` runs these."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from affiche.cli.options import config_option, read_plan
from affiche.desk.found import KINDS, PASSED, AnswerUnreadable, Branch, found
from affiche.desk.pull_request import PullRequest, parse_pull_request
from affiche.proposal import answer_pull_request, tell_published
from affiche.sources.artefact import read_answers
from affiche.sources.base import CommitUnknown
from affiche.writer.files import write_files

#: What GitHub answered, each in a file of its own; and what the check handed on.
ANSWERS = ("pull.json", "files.json", "reviews.json", "comments.json", "desk.txt", "others.txt")
ARTEFACT = "proposal.zip"

out_option = click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
answers_option = click.option(
    "--answers",
    type=click.Path(path_type=Path),
    required=True,
    help=f"A folder with {', '.join(ANSWERS)}.",
)


@click.group
def answer_command() -> None:
    """Answer a pull request."""


@answer_command.command
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--repository", default="", help="That of the branch, as owner/name.")
@click.option("--head", default="", help="The commit that is proposed.")
@click.option("--base", default="", help="Our branch that it is proposed for.")
def find_command(kind: str, **branch: str) -> None:
    """Find something in an answer of GitHub's on standard input, and print it; nothing where it is not there."""
    with _wrong_use():
        text = found(kind, sys.stdin.buffer.read(), Branch(**branch))
    click.echo(text, nl=bool(text))


@answer_command.command
@answers_option
def voters_command(answers: Path) -> None:
    """Print the accounts whose word may count: who proposes and who approves."""
    with _wrong_use():
        click.echo("\n".join(_read(answers).voters))


@answer_command.command
@config_option
@answers_option
@click.option("--details", metavar="ADDRESS", default="", help="Where the check can be read.")
@click.option("--preview", metavar="ADDRESS", default="", help="Where its artefact can be had.")
@click.option("--ended", default="", help="How the check ended, as GitHub calls it.")
@out_option
def write_command(config_file: Path, answers: Path, out: Path, ended: str, **addresses: str) -> None:
    """Write the comment, the status and the labels of a pull request."""
    with _wrong_use():
        plan, pull = read_plan(config_file, None), _read(answers)
        written = answer_pull_request(plan, pull, answers / ARTEFACT, addresses, is_passed=ended == PASSED)
    write_files(out, written)


@answer_command.command
@config_option
@answers_option
@out_option
def published_command(config_file: Path, answers: Path, out: Path) -> None:
    """Write the comment of a pull request that is merged and online."""
    with _wrong_use():
        written = tell_published(read_plan(config_file, None), _read(answers))
    write_files(out, written)


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
