"""`affiche proposal`: what a pull request is checked for; `proposal.yml` runs these."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from affiche.build import own_editorial, publish_site
from affiche.cli.options import REFUSED, config_option, content_option, read_plan
from affiche.problems import refuses
from affiche.proposal import Checked, check_change, refuse_proposal, try_out
from affiche.sources.base import CommitUnknown
from affiche.writer.errors import WriteError
from affiche.writer.files import write_files

out_option = click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
base_option = click.option("--base", metavar="COMMIT", required=True, help="What the proposal is compared with.")
head_option = click.option("--head", metavar="COMMIT", default="HEAD", show_default=True, help="What is proposed.")


@click.group
def proposal_command() -> None:
    """Check a pull request."""


@proposal_command.command
@config_option
@base_option
@head_option
@out_option
def list_command(config_file: Path, base: str, head: str, out: Path) -> None:
    """Judge the mere list of files, before any of them is opened; 1 if they may not be."""
    checked = refuse_proposal(config_file.absolute().parent, base, head)
    write_files(out, checked.files)
    _end(checked)


@proposal_command.command
@config_option
@content_option
@base_option
@head_option
@out_option
def check_command(config_file: Path, content: Path | None, base: str, head: str, out: Path) -> None:
    """Check and build what is proposed, for the answer to read."""
    plan = read_plan(config_file, content)
    try:
        checked = check_change(plan, base, head)
    except CommitUnknown as error:
        raise click.UsageError(f"--base {error}: no such commit") from None

    write_files(out, checked.files)
    try:
        if checked.prepared:
            publish_site(checked.prepared, out / "site", own_editorial(plan))
    except (WriteError, OSError) as error:
        click.echo(f"affiche: {error}", err=True)
        sys.exit(REFUSED)
    _end(checked)


@proposal_command.command
@config_option
@base_option
@click.option("--author", default="", help="The account that would propose it.")
def try_command(config_file: Path, base: str, author: str) -> None:
    """Print the comment that the commits of this branch would get."""
    try:
        click.echo(try_out(read_plan(config_file, None), base, author), nl=False)
    except CommitUnknown as error:
        raise click.UsageError(f"--base {error}: no such commit") from None


def _end(checked: Checked) -> None:
    sys.exit(REFUSED if refuses(checked.problems, strict=False) else 0)
