"""`affiche issues`: what organisations are asked to look at again, for a workflow to keep up to date."""

from __future__ import annotations

from pathlib import Path
from typing import TextIO

import click

from affiche.build import prepare_site
from affiche.cli.options import config_option, content_option, read_plan
from affiche.desk.standing_issue import render_issues
from affiche.desk.upkeep import SCOPE
from affiche.sources.link_state import StateUnreadable
from affiche.upkeep import site_issues


@click.command
@config_option
@content_option
@click.option(
    "--state",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="What `affiche links` knows of links.",
)
@click.option("--gone", type=click.File(), help="Those of `affiche accounts` that GitHub does not know, one a line.")
def issues_command(config_file: Path, content: Path | None, state: Path | None, gone: TextIO | None) -> None:
    """Print, as JSON, one issue for each organisation: what to confirm, dead links, accounts that are gone."""
    prepared = prepare_site(read_plan(config_file, content))
    try:
        issues = site_issues(prepared, state, gone.read().split() if gone else ())
    except StateUnreadable as error:
        raise click.UsageError(f"--state {error}: not a file of ours") from None
    click.echo(render_issues(SCOPE, issues), nl=False)
