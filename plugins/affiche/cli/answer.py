"""`affiche answer`: what a pull request is told, from GitHub's own answers; `answer.yml` runs these.

What takes long to import is imported by the command that needs it: `find` runs several times for one pull request.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

from affiche.cli.options import config_option
from affiche.desk.found import KINDS, AnswerUnreadable, Branch, found
from affiche.writer.files import write_files

#: What GitHub answered, each in a file of its own.
ANSWERS = ("pull.json", "files.json", "reviews.json", "comments.json", "desk.txt", "others.txt")

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
    try:
        text = found(kind, sys.stdin.buffer.read(), Branch(**branch))
    except AnswerUnreadable as error:
        raise click.UsageError(f"{error}: no answer of GitHub's") from None
    click.echo(text, nl=bool(text))


@answer_command.command
@answers_option
def voters_command(answers: Path) -> None:
    """Print the accounts whose word may count: who proposes and who approves."""
    from affiche.cli.answering import find_voters  # noqa: PLC0415 - imports the whole house, which takes longer than `find`

    click.echo("\n".join(find_voters(answers)))


@answer_command.command
@config_option
@answers_option
@click.option("--details", metavar="ADDRESS", default="", help="Where the check can be read.")
@click.option("--preview", metavar="ADDRESS", default="", help="Where its artefact can be had.")
@click.option("--ended", default="", help="How the check ended, as GitHub calls it.")
@out_option
def write_command(config_file: Path, answers: Path, out: Path, ended: str, **addresses: str) -> None:
    """Write the comment, the status and the labels of a pull request."""
    from affiche.cli.answering import make_answer  # noqa: PLC0415 - the same

    write_files(out, make_answer(config_file, answers, addresses, ended))


@answer_command.command
@config_option
@answers_option
@out_option
def published_command(config_file: Path, answers: Path, out: Path) -> None:
    """Write the comment of a pull request that is merged and online."""
    from affiche.cli.answering import make_published  # noqa: PLC0415 - the same

    write_files(out, make_published(config_file, answers))
